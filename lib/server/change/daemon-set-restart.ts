import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConfigContainer } from '@/lib/cilium/settings/config-sources';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import {
  daemonSetPath,
  deleteObject,
  isStatus,
  mergeObject,
  podPath,
  readObject,
} from '@/lib/server/kube/object-writer';
import { persist } from './persist';
import type { UpdateStrategy } from './rollout-journal';

/** What `kubectl rollout restart` writes into a pod template. */
export const restartedAt = 'kubectl.kubernetes.io/restartedAt';
const conflictTries = 8;

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

export type DaemonSetNow = {
  resourceVersion: string;
  strategy: UpdateStrategy;
  restartedAt: string | null;
  /** Hash of the template of its pods: another one restarts them. */
  template: string;
  /** The init container that gathers the configuration; null where there is none. */
  configContainer: ConfigContainer | null;
};

/** Restarts the agents of a DaemonSet, and holds its controller back. */
export class DaemonSetRestart {
  constructor(
    private readonly connection: KubeConnection,
    private readonly namespace: string,
    private readonly name: string,
    private readonly signal: AbortSignal,
  ) {}

  get object(): string {
    return `DaemonSet ${this.namespace}/${this.name}`;
  }

  async read(): Promise<DaemonSetNow> {
    const { connection, signal } = this;
    const path = daemonSetPath(this.namespace, this.name);
    const { metadata, spec } = await persist(() => readObject(connection, path, daemonSetSchema, signal), {
      signal,
    });
    return {
      resourceVersion: metadata.resourceVersion,
      strategy: spec.updateStrategy ?? { type: 'RollingUpdate' },
      restartedAt: spec.template.metadata?.annotations?.[restartedAt] ?? null,
      template: createHash('sha256').update(JSON.stringify(spec.template)).digest('hex'),
      configContainer: spec.template.spec?.initContainers?.find(({ name }) => name === 'config') ?? null,
    };
  }

  /** Writes the annotation that makes a new template of the old one; null takes it out. Written twice it changes nothing. */
  async restart(value: string | null, { dryRun = false } = {}): Promise<string | null> {
    const patch = { template: { metadata: { annotations: { [restartedAt]: value } } } };
    return this.merge(patch, (now) => now.restartedAt === value, dryRun);
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
    const { connection, signal } = this;
    try {
      await persist(() => deleteObject(connection, podPath(this.namespace, pod), uid, signal), { signal });
      return null;
    } catch (error) {
      if (isStatus(error, 404, 409)) return 'It was gone already.';
      throw error;
    }
  }

  private async merge(
    spec: object,
    isDone: (now: DaemonSetNow) => boolean,
    dryRun: boolean,
  ): Promise<string | null> {
    const { connection, signal } = this;
    const path = daemonSetPath(this.namespace, this.name);
    for (let tries = 1; ; tries += 1) {
      const now = await this.read();
      if (isDone(now)) return 'It said so already.';
      // Its status changes often while agents restart, and the version with it: another one is looked at again.
      const body = { metadata: { resourceVersion: now.resourceVersion }, spec };
      try {
        await persist(() => mergeObject(connection, path, body, { dryRun, signal }), { signal });
        return null;
      } catch (error) {
        if (!isStatus(error, 409) || tries >= conflictTries) throw error;
      }
    }
  }
}
