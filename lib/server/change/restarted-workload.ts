import { isStatus, mergeObject } from '@/lib/server/kube/object-writer';
import { persist } from './persist';
import { WrittenObject } from './written-object';

/** What `kubectl rollout restart` writes into a pod template. */
export const restartedAt = 'kubectl.kubernetes.io/restartedAt';
const conflictTries = 8;

/** What every workload says of itself. */
export type WorkloadNow = { resourceVersion: string; restartedAt: string | null };

/** A workload whose pods are restarted through their template. */
export abstract class RestartedWorkload<Now extends WorkloadNow> extends WrittenObject {
  /** Reads it now. Throws a `KubeError`. */
  abstract read(): Promise<Now>;

  /** Writes the annotation that makes a new template of the old one; null takes it out. Written twice it changes nothing. */
  async restart(value: string | null, { dryRun = false } = {}): Promise<string | null> {
    const spec = { template: { metadata: { annotations: { [restartedAt]: value } } } };
    return this.merge(spec, (now) => now.restartedAt === value, dryRun);
  }

  /** Merges into its spec, unless it says so already. */
  protected async merge(
    spec: object,
    isDone: (now: Now) => boolean,
    dryRun: boolean,
  ): Promise<string | null> {
    const { connection, path, signal } = this;
    for (let tries = 1; ; tries += 1) {
      const now = await this.read();
      if (isDone(now)) return 'It said so already.';
      // Its status changes often while pods restart, and the version with it: another one is looked at again.
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
