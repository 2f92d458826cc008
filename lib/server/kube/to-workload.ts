import { z } from 'zod';
import type { WorkloadObject } from '@/lib/snapshot/objects/workload-object';

const count = z.number().nullish();

const schema = z.object({
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z
    .object({
      replicas: count,
      updateStrategy: z
        .object({
          type: z.string().nullish(),
          rollingUpdate: z.object({ maxUnavailable: z.union([z.string(), z.number()]).nullish() }).nullish(),
        })
        .nullish(),
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

type UpdateStrategy = NonNullable<NonNullable<z.infer<typeof schema>['spec']>['updateStrategy']>;

/** What the API server fills in where a DaemonSet says nothing: RollingUpdate, one at a time. */
function toUpdate(given: UpdateStrategy | null | undefined): NonNullable<WorkloadObject['update']> {
  const strategy = given?.type ?? 'RollingUpdate';
  const { maxUnavailable } = given?.rollingUpdate ?? {};
  return { strategy, maxUnavailable: strategy === 'RollingUpdate' ? String(maxUnavailable ?? 1) : null };
}

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
      update: kind === 'DaemonSet' ? toUpdate(spec?.updateStrategy) : null,
      images: (spec?.template?.spec?.containers ?? []).flatMap(({ image }) => (image ? [image] : [])),
    };
  };
}
