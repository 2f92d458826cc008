import { z } from 'zod';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { Same } from './same-type';

const feature = z.object({ enabled: z.boolean() }).meta({ id: 'Feature' });

const features = z
  .object({
    socketLB: feature.optional(),
    socketLBTracing: feature.optional(),
    hostReachableServices: feature.extend({ protocols: z.array(z.string()).optional() }).optional(),
    bpfSocketLBHostnsOnly: z.boolean().optional(),
    nodePort: feature
      .extend({
        mode: z.string().optional(),
        dsrMode: z.string().optional(),
        algorithm: z.string().optional(),
        lutSize: z.number().optional(),
        acceleration: z.string().optional(),
        portMin: z.number().optional(),
        portMax: z.number().optional(),
      })
      .optional(),
    hostPort: feature.optional(),
    externalIPs: feature.optional(),
    sessionAffinity: feature.optional(),
    gracefulTermination: feature.optional(),
    nat46X64: feature
      .extend({
        service: feature.optional(),
        gateway: feature.extend({ prefixes: z.array(z.string()).optional() }).optional(),
      })
      .optional(),
    annotations: z.array(z.string()).optional(),
  })
  .meta({
    id: 'KubeProxyReplacementFeatures',
    description: 'A key is missing where a version does not report it.',
  });

const kubeProxyReplacement = z
  .object({
    mode: z.string().meta({ description: 'As printed: Strict, Partial, Probe, Disabled, True, False.' }),
    deviceList: z.array(z.object({ name: z.string(), ip: z.array(z.string()) })).optional(),
    directRoutingDevice: z.string().optional(),
    features,
  })
  .meta({ id: 'KubeProxyReplacement' });

const componentStatus = z
  .object({ state: z.string(), msg: z.string().optional() })
  .meta({ id: 'ComponentStatus' });

export const agentStatus = z
  .object({
    kubeProxyReplacement: kubeProxyReplacement.optional(),
    cilium: componentStatus.optional(),
    kubernetes: componentStatus.extend({ apis: z.array(z.string()).optional() }).optional(),
    kvstore: componentStatus.optional(),
    containerRuntime: componentStatus.optional(),
    sections: z.record(z.string(), z.string()),
    controllers: z.object({ healthy: z.number(), total: z.number() }).optional(),
    bpfMaps: z.array(z.object({ name: z.string(), size: z.number() })).optional(),
    clusterHealth: z.object({ reachable: z.number(), total: z.number() }).optional(),
    lines: z
      .record(z.string(), z.number())
      .meta({ description: 'Line of the output each value came from, by dotted path.' }),
    unparsed: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  })
  .meta({ id: 'AgentStatus', description: 'What `cilium status` said on one node.' });

export const sameAgentStatus: Same<z.infer<typeof agentStatus>, AgentStatus> = true;
