import { z } from 'zod';
import type { ServiceObject } from '@/lib/snapshot/objects/service-object';
import { labelTexts } from './label-texts';
import { toProtocol } from './to-protocol';

const strings = z.array(z.string()).nullish();

const schema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    annotations: z.record(z.string(), z.string()).nullish(),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  spec: z
    .object({
      type: z.string().nullish(),
      clusterIP: z.string().nullish(),
      clusterIPs: strings,
      externalIPs: strings,
      loadBalancerSourceRanges: strings,
      selector: z.record(z.string(), z.string()).nullish(),
      publishNotReadyAddresses: z.boolean().nullish(),
      loadBalancerClass: z.string().nullish(),
      healthCheckNodePort: z.number().nullish(),
      externalTrafficPolicy: z.string().nullish(),
      internalTrafficPolicy: z.string().nullish(),
      trafficDistribution: z.string().nullish(),
      sessionAffinity: z.string().nullish(),
      sessionAffinityConfig: z
        .object({ clientIP: z.object({ timeoutSeconds: z.number().nullish() }).nullish() })
        .nullish(),
      ports: z
        .array(
          z.object({
            name: z.string().nullish(),
            port: z.number(),
            protocol: z.string().nullish(),
            nodePort: z.number().nullish(),
            targetPort: z.union([z.number(), z.string()]).nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
  status: z
    .object({
      loadBalancer: z
        .object({
          ingress: z.array(z.object({ ip: z.string().nullish(), ipMode: z.string().nullish() })).nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

const annotationPrefixes = [
  'service.cilium.io/',
  'service.kubernetes.io/',
  'io.cilium/',
  'lbipam.cilium.io/',
  'traffic.cilium.io/',
];
const annotationMaxChars = 500;
const labelsKept = new Set([
  'service.kubernetes.io/service-proxy-name',
  'service.kubernetes.io/headless',
  'cilium.io/ingress',
  'io.cilium.gateway/owning-gateway',
  'gateway.networking.k8s.io/gateway-name',
]);

/** Reshapes a Service; null where it is not in the form of one. */
export function toService(object: unknown): ServiceObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec, status } = parsed.data;
  const ingress = (status?.loadBalancer?.ingress ?? []).flatMap(({ ip, ipMode }) =>
    ip ? [{ ip, proxied: ipMode === 'Proxy' }] : [],
  );
  const clusterIPs = spec?.clusterIPs ?? (spec?.clusterIP ? [spec.clusterIP] : []);
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    type: spec?.type ?? 'ClusterIP',
    clusterIPs: clusterIPs.filter((ip) => ip !== 'None' && ip !== ''),
    externalIPs: spec?.externalIPs ?? [],
    loadBalancerIPs: ingress.map(({ ip }) => ip),
    proxiedLoadBalancerIPs: ingress.filter(({ proxied }) => proxied).map(({ ip }) => ip),
    ports: (spec?.ports ?? []).map(({ name, port, protocol, nodePort, targetPort }) => ({
      name: name || null,
      port,
      protocol: toProtocol(protocol),
      nodePort: nodePort || null,
      targetPort: targetPort ?? null,
    })),
    hasSelector: Object.keys(spec?.selector ?? {}).length > 0,
    publishNotReadyAddresses: spec?.publishNotReadyAddresses ?? false,
    loadBalancerClass: spec?.loadBalancerClass ?? null,
    healthCheckNodePort: spec?.healthCheckNodePort || null,
    externalTrafficPolicy: spec?.externalTrafficPolicy ?? null,
    internalTrafficPolicy: spec?.internalTrafficPolicy ?? null,
    trafficDistribution: spec?.trafficDistribution ?? null,
    sessionAffinity: spec?.sessionAffinity ?? null,
    sessionAffinityTimeoutSeconds: spec?.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? null,
    sourceRanges: spec?.loadBalancerSourceRanges ?? [],
    annotations: Object.fromEntries(
      Object.entries(metadata.annotations ?? {})
        .filter(([key]) => annotationPrefixes.some((prefix) => key.startsWith(prefix)))
        .map(([key, value]) => [key, value.slice(0, annotationMaxChars)]),
    ),
    labels: Object.fromEntries(Object.entries(metadata.labels ?? {}).filter(([key]) => labelsKept.has(key))),
    labelTexts: labelTexts(metadata.labels ?? {}),
  };
}
