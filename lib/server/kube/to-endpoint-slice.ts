import { z } from 'zod';
import type { EndpointSliceObject } from '@/lib/snapshot/objects/endpoint-slice-object';
import { repeatedValues } from './repeated-values';
import { toProtocol } from './to-protocol';

const hintList = z
  .array(z.object({ name: z.string() }))
  .nullish()
  .catch(null);

const schema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    annotations: z.record(z.string(), z.string()).nullish(),
  }),
  addressType: z.enum(['IPv4', 'IPv6', 'FQDN']).nullish().catch(null),
  ports: z
    .array(
      z.object({ name: z.string().nullish(), port: z.number().nullish(), protocol: z.string().nullish() }),
    )
    .nullish(),
  endpoints: z
    .array(
      z.object({
        addresses: z.array(z.string()).nullish(),
        conditions: z
          .object({
            ready: z.boolean().nullish(),
            serving: z.boolean().nullish(),
            terminating: z.boolean().nullish(),
          })
          .nullish(),
        nodeName: z.string().nullish(),
        zone: z.string().nullish(),
        targetRef: z
          .object({ kind: z.string().nullish(), namespace: z.string().nullish(), name: z.string().nullish() })
          .nullish(),
        hints: z.object({ forZones: hintList, forNodes: hintList }).nullish(),
      }),
    )
    .nullish(),
});

const sameName = repeatedValues<string | null>();

/** Reshapes an EndpointSlice; null where it is not in the form of one. Unset conditions mean what the API says they mean. */
export function toEndpointSlice(object: unknown): EndpointSliceObject | null {
  const parsed = schema.safeParse(object);
  if (!parsed.success) return null;
  const { metadata, addressType, ports, endpoints } = parsed.data;
  return {
    namespace: metadata.namespace,
    name: metadata.name,
    service: metadata.labels?.['kubernetes.io/service-name'] ?? null,
    addressType: addressType ?? 'IPv4',
    managedBy: metadata.labels?.['endpointslice.kubernetes.io/managed-by'] ?? null,
    weight: toWeight(metadata.annotations?.['service.cilium.io/weight']),
    ports: (ports ?? []).map(({ name, port, protocol }) => ({
      name: name || null,
      port: port ?? null,
      protocol: toProtocol(protocol),
    })),
    endpoints: (endpoints ?? []).map(({ addresses, conditions, nodeName, zone, targetRef, hints }) => {
      const ready = conditions?.ready ?? true;
      return {
        addresses: addresses ?? [],
        ready,
        serving: conditions?.serving ?? ready,
        terminating: conditions?.terminating ?? false,
        nodeName: sameName(nodeName ?? null),
        zone: sameName(zone ?? null),
        pod:
          targetRef?.kind === 'Pod' && targetRef.name
            ? { namespace: targetRef.namespace ?? metadata.namespace, name: targetRef.name }
            : null,
        hintZones: namesOf(hints?.forZones),
        hintNodes: namesOf(hints?.forNodes),
      };
    }),
  };
}

/** Weights are 16-bit numbers; what is none counts as not set. */
function toWeight(text: string | undefined): number | null {
  const weight = Number(text);
  return text !== undefined && /^\d{1,5}$/.test(text) && weight <= 65_535 ? weight : null;
}

/** Most endpoints have no hint: they share one empty list. */
const none: readonly string[] = [];

function namesOf(hints: { name: string }[] | null | undefined): readonly string[] {
  return hints && hints.length > 0 ? hints.map(({ name }) => name) : none;
}
