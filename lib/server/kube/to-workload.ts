import { z } from 'zod';
import type { WorkloadObject } from '@/lib/snapshot/objects/workload-object';

const count = z.number().nullish();

const schema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z
    .object({
      replicas: count,
      template: z
        .object({
          spec: z
            .object({ containers: z.array(z.object({ image: z.string().nullish() })).nullish() })
            .nullish(),
        })
        .nullish(),
    })
    .nullish(),
  status: z.object({ desiredNumberScheduled: count, numberReady: count, readyReplicas: count }).nullish(),
});

/** Gives the function that reshapes a DaemonSet or Deployment; it gives null where an object is not in the form of one. */
export function toWorkload(kind: WorkloadObject['kind']) {
  return (object: unknown): WorkloadObject | null => {
    const parsed = schema.safeParse(object);
    if (!parsed.success) return null;
    const { metadata, spec, status } = parsed.data;
    return {
      kind,
      namespace: metadata.namespace,
      name: metadata.name,
      desired: kind === 'DaemonSet' ? (status?.desiredNumberScheduled ?? 0) : (spec?.replicas ?? 1),
      ready: (kind === 'DaemonSet' ? status?.numberReady : status?.readyReplicas) ?? 0,
      images: (spec?.template?.spec?.containers ?? []).flatMap(({ image }) => (image ? [image] : [])),
    };
  };
}
