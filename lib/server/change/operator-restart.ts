import { z } from 'zod';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { deploymentPath, isStatus, mergeObject, readObject } from '@/lib/server/kube/object-writer';
import { restartedAt } from './daemon-set-restart';
import { persist } from './persist';

const conflictTries = 8;

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

export type DeploymentNow = {
  resourceVersion: string;
  restartedAt: string | null;
  /** Labels of its pods, as a selector. */
  selector: string;
  /** How far it is, as one text: it changes with every step of its controller. */
  progress: string;
  /** Every replica is of the present template and available (as `kubectl rollout status`). */
  complete: boolean;
};

/** Restarts the operator through the template of its Deployment. */
export class OperatorRestart {
  constructor(
    private readonly connection: KubeConnection,
    private readonly namespace: string,
    private readonly name: string,
    private readonly signal: AbortSignal,
  ) {}

  get object(): string {
    return `Deployment ${this.namespace}/${this.name}`;
  }

  /** Reads it now; null where there is none. Throws a `KubeError`. */
  async find(): Promise<DeploymentNow | null> {
    return this.read().catch((error: unknown) => {
      if (isStatus(error, 404)) return null;
      throw error;
    });
  }

  /** Reads it now. Throws a `KubeError`. */
  async read(): Promise<DeploymentNow> {
    const { connection, signal } = this;
    const path = deploymentPath(this.namespace, this.name);
    const { metadata, spec, status } = await persist(
      () => readObject(connection, path, deploymentSchema, signal),
      { signal },
    );
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

  /** Writes the annotation that makes a new template of the old one; null takes it out. Written twice it changes nothing. */
  async restart(value: string | null, { dryRun = false } = {}): Promise<string | null> {
    const { connection, signal } = this;
    const path = deploymentPath(this.namespace, this.name);
    for (let tries = 1; ; tries += 1) {
      const now = await this.read();
      if (now.restartedAt === value) return 'It said so already.';
      const spec = { template: { metadata: { annotations: { [restartedAt]: value } } } };
      const body = { metadata: { resourceVersion: now.resourceVersion }, spec };
      try {
        await persist(() => mergeObject(connection, path, body, { dryRun, signal }), { signal });
        return null;
      } catch (error) {
        // Its status changes the version too.
        if (!isStatus(error, 409) || tries >= conflictTries) throw error;
      }
    }
  }
}
