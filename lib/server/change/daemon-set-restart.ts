import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConfigContainer } from '@/lib/cilium/settings/config-sources';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { daemonSetPath, podPath } from '@/lib/server/kube/object-writer';
import { deleteByUid } from './delete-by-uid';
import { RestartedWorkload, restartedAt, type WorkloadNow } from './restarted-workload';
import type { UpdateStrategy } from './rollout-journal';

const containerSchema = z.looseObject({
  name: z.string(),
  command: z.array(z.string()).nullish(),
  args: z.array(z.string()).nullish(),
});

const daemonSetSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
  spec: z.object({
    updateStrategy: z
      .looseObject({ type: z.string().optional(), rollingUpdate: z.unknown().optional() })
      .nullish(),
    template: z.looseObject({
      metadata: z.looseObject({ annotations: z.record(z.string(), z.string()).nullish() }).nullish(),
      spec: z.looseObject({ initContainers: z.array(containerSchema).nullish() }).nullish(),
    }),
  }),
});

export type DaemonSetNow = WorkloadNow & {
  strategy: UpdateStrategy;
  /** Hash of the template of its pods: another one restarts them. */
  template: string;
  /** The init container that gathers the configuration; null where there is none. */
  configContainer: ConfigContainer | null;
};

/** Restarts the agents of a DaemonSet, and holds its controller back. */
export class DaemonSetRestart extends RestartedWorkload<DaemonSetNow> {
  constructor(
    connection: KubeConnection,
    private readonly namespace: string,
    name: string,
    signal: AbortSignal,
  ) {
    super(connection, daemonSetPath(namespace, name), signal);
  }

  override async read(): Promise<DaemonSetNow> {
    const { metadata, spec } = await this.readAs(daemonSetSchema);
    return {
      resourceVersion: metadata.resourceVersion,
      strategy: spec.updateStrategy ?? { type: 'RollingUpdate' },
      restartedAt: spec.template.metadata?.annotations?.[restartedAt] ?? null,
      template: createHash('sha256').update(JSON.stringify(spec.template)).digest('hex'),
      configContainer: spec.template.spec?.initContainers?.find(({ name }) => name === 'config') ?? null,
    };
  }

  /**
   * Holds the controller back between nodes. A DaemonSet has no pause, and `maxUnavailable: 0` is not valid; with the
   * strategy OnDelete its controller finishes the pods it has begun to replace and begins no other.
   */
  async hold(): Promise<string | null> {
    const patch = { updateStrategy: { type: 'OnDelete', rollingUpdate: null } };
    return this.merge(patch, ({ strategy }) => strategy.type === 'OnDelete', false);
  }

  /** Gives the controller its former strategy back. */
  async release(strategy: UpdateStrategy): Promise<string | null> {
    return this.merge({ updateStrategy: strategy }, (now) => now.strategy.type === strategy.type, false);
  }

  /** Deletes one pod, known by its uid: another of the same name is left alone, and one that is gone is no failure. */
  async deletePod(pod: string, uid: string): Promise<string | null> {
    return deleteByUid(this.connection, podPath(this.namespace, pod), uid, this.signal);
  }
}
