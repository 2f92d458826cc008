import { z } from 'zod';

const containerStatus = z.object({
  name: z.string(),
  ready: z.boolean().nullish(),
  restartCount: z.number().nullish(),
  containerID: z.string().nullish(),
  image: z.string().nullish(),
  state: z
    .object({
      running: z.object({ startedAt: z.string().nullish() }).nullish(),
      waiting: z.object({ reason: z.string().nullish() }).nullish(),
      terminated: z.object({ reason: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

const container = z.object({
  name: z.string(),
  image: z.string().nullish(),
  resources: z.object({ limits: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  ports: z
    .array(
      z.object({
        name: z.string().nullish(),
        containerPort: z.number(),
        hostPort: z.number().nullish(),
        hostIP: z.string().nullish(),
        protocol: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** The fields of a Pod that we read; all else is dropped at once. */
export const podSchema = z.object({
  metadata: z.object({
    name: z.string(),
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).nullish(),
    creationTimestamp: z.string().nullish(),
    deletionTimestamp: z.string().nullish(),
    ownerReferences: z
      .array(z.object({ kind: z.string(), name: z.string(), controller: z.boolean().nullish() }))
      .nullish(),
  }),
  spec: z
    .object({
      nodeName: z.string().nullish(),
      hostNetwork: z.boolean().nullish(),
      containers: z.array(container).nullish(),
    })
    .nullish(),
  status: z
    .object({
      phase: z.string().nullish(),
      podIP: z.string().nullish(),
      podIPs: z.array(z.object({ ip: z.string() })).nullish(),
      conditions: z
        .array(z.object({ type: z.string(), status: z.string(), lastTransitionTime: z.string().nullish() }))
        .nullish(),
      containerStatuses: z.array(containerStatus).nullish(),
    })
    .nullish(),
});

export type ApiPod = z.infer<typeof podSchema>;

/** Gives a pod's addresses, of one or two families. */
export function podIPs({ status }: ApiPod): string[] {
  const ips = (status?.podIPs ?? []).map(({ ip }) => ip);
  return ips.length > 0 ? ips : status?.podIP ? [status.podIP] : [];
}
