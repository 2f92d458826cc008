import { z } from 'zod';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { deploymentPath, isStatus } from '@/lib/server/kube/object-writer';
import { RestartedWorkload, restartedAt, type WorkloadNow } from './restarted-workload';

const deploymentSchema = z.object({
  metadata: z.object({ resourceVersion: z.string(), generation: z.number().nullish() }),
  spec: z.object({
    replicas: z.number().nullish(),
    selector: z.object({ matchLabels: z.record(z.string(), z.string()).nullish() }).nullish(),
    template: z.object({
      metadata: z.object({ annotations: z.record(z.string(), z.string()).nullish() }).nullish(),
    }),
  }),
  status: z
    .object({
      observedGeneration: z.number().nullish(),
      replicas: z.number().nullish(),
      updatedReplicas: z.number().nullish(),
      availableReplicas: z.number().nullish(),
    })
    .nullish(),
});

export type DeploymentNow = WorkloadNow & {
  /** Labels of its pods, as a selector. */
  selector: string;
  /** How far it is, as one text: it changes with every step of its controller. */
  progress: string;
  /** Every replica is of the present template and available (as `kubectl rollout status`). */
  complete: boolean;
};

/** Restarts the operator through the template of its Deployment. */
export class OperatorRestart extends RestartedWorkload<DeploymentNow> {
  constructor(connection: KubeConnection, namespace: string, name: string, signal: AbortSignal) {
    super(connection, deploymentPath(namespace, name), signal);
  }

  /** Reads it now; null where there is none. Throws a `KubeError`. */
  async find(): Promise<DeploymentNow | null> {
    return this.read().catch((error: unknown) => {
      if (isStatus(error, 404)) return null;
      throw error;
    });
  }

  /** Reads it now. Throws a `KubeError`. */
  override async read(): Promise<DeploymentNow> {
    const { metadata, spec, status } = await this.readAs(deploymentSchema);
    const wanted = spec.replicas ?? 1;
    const { observedGeneration, replicas, updatedReplicas, availableReplicas } = status ?? {};
    const counts = [replicas, updatedReplicas, availableReplicas].map((count) => count ?? 0);
    const isSeen = (observedGeneration ?? 0) >= (metadata.generation ?? 0);
    return {
      resourceVersion: metadata.resourceVersion,
      restartedAt: spec.template.metadata?.annotations?.[restartedAt] ?? null,
      selector: Object.entries(spec.selector?.matchLabels ?? {})
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
      progress: [isSeen, ...counts].join(),
      complete: isSeen && counts.every((count) => count === wanted),
    };
  }
}
