import { z } from 'zod';
import type { KubeProxyReplacement } from '@/lib/cilium/kube-proxy-replacement';
import type { Same } from './same-type';

const feature = z.object({ enabled: z.boolean() }).meta({ id: 'Feature' });

const nodePort = feature
  .extend({
    mode: z.string().optional(),
    dsrMode: z.string().optional(),
    algorithm: z.string().optional(),
    lutSize: z.number().optional(),
    acceleration: z.string().optional(),
    portMin: z.number().optional(),
    portMax: z.number().optional(),
  })
  .meta({ id: 'NodePortFeature' });

const nat46X64 = feature
  .extend({
    service: feature.optional(),
    gateway: feature.extend({ prefixes: z.array(z.string()).optional() }).optional(),
  })
  .meta({ id: 'Nat46x64Feature' });

const features = z
  .object({
    socketLB: feature.optional(),
    socketLBTracing: feature.optional(),
    hostReachableServices: feature.extend({ protocols: z.array(z.string()).optional() }).optional(),
    bpfSocketLBHostnsOnly: z.boolean().optional(),
    nodePort: nodePort.optional(),
    hostPort: feature.optional(),
    externalIPs: feature.optional(),
    sessionAffinity: feature.optional(),
    gracefulTermination: feature.optional(),
    nat46X64: nat46X64.optional(),
    annotations: z.array(z.string()).optional(),
  })
  .meta({
    id: 'KubeProxyReplacementFeatures',
    description: 'A key is missing where a version does not report it.',
  });

export const kubeProxyReplacement = z
  .object({
    mode: z.string().meta({ description: 'As printed: Strict, Partial, Probe, Disabled, True, False.' }),
    deviceList: z.array(z.object({ name: z.string(), ip: z.array(z.string()) })).optional(),
    directRoutingDevice: z.string().optional(),
    features,
    services: z
      .object({ clusterIP: feature.optional(), loadBalancer: feature.optional() })
      .optional()
      .meta({ description: 'Lines of `--verbose` that JSON has no field for.' }),
  })
  .meta({ id: 'KubeProxyReplacement' });

export const sameKubeProxyReplacement: Same<
  z.infer<typeof kubeProxyReplacement>,
  KubeProxyReplacement
> = true;
