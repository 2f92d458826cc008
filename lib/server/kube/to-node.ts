import { z } from 'zod';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';

const schema = z.object({
  metadata: z.object({ name: z.string(), labels: z.record(z.string(), z.string()).nullish() }),
  spec: z.object({ providerID: z.string().nullish() }).nullish(),
  status: z
    .object({
      nodeInfo: z.object({ kernelVersion: z.string().nullish() }).nullish(),
      addresses: z.array(z.object({ type: z.string(), address: z.string() })).nullish(),
      conditions: z.array(z.object({ type: z.string(), status: z.string() })).nullish(),
    })
    .nullish(),
});

const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];

/** Reshapes a Node; null where it is not in the form of one. */
export function toNode(object: unknown): NodeObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, spec, status } = parsed.data;
  const addresses = status?.addresses ?? [];
  const of = (types: string[]) =>
    addresses.filter(({ type }) => types.includes(type)).map(({ address }) => address);
  return {
    name: metadata.name,
    ips: of(['InternalIP', 'ExternalIP']),
    internalIPs: of(['InternalIP']),
    zone: zoneLabels.map((label) => metadata.labels?.[label]).find(Boolean) ?? null,
    labels: metadata.labels ?? {},
    kernel: status?.nodeInfo?.kernelVersion ?? null,
    ready: (status?.conditions ?? []).some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    provider: /^([a-z][a-z0-9+.-]{0,30}):/i.exec(spec?.providerID ?? '')?.[1]?.toLowerCase() ?? null,
  };
}
