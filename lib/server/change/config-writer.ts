import { z } from 'zod';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { JsonPatchOperation } from '@/lib/server/kube/object-writer';
import { configMapPath, isStatus, patchObject, pointerPart } from '@/lib/server/kube/object-writer';
import type { RolloutChange } from '@/lib/snapshot/rollout-view';
import { persist } from './persist';
import { ConfigConflictError, valuesOf } from './rollout-error';
import { WrittenObject } from './written-object';

const configMapSchema = z.object({
  metadata: z.object({ resourceVersion: z.string() }),
  data: z.record(z.string(), z.string()).nullish(),
});

/** What a ConfigMap says, and the version of it that says so. */
export type ConfigMapNow = { resourceVersion: string; data: Record<string, string> };

/** Writes the keys of a change into the ConfigMap, and nothing else. */
export class ConfigWriter extends WrittenObject {
  constructor(connection: KubeConnection, namespace: string, name: string, signal: AbortSignal) {
    super(connection, configMapPath(namespace, name), signal);
  }

  /** Reads it now. Throws a `KubeError`. */
  async read(): Promise<ConfigMapNow> {
    const { metadata, data } = await this.readAs(configMapSchema);
    return { resourceVersion: metadata.resourceVersion, data: data ?? {} };
  }

  /** The version to write upon. Throws ConfigConflictError unless every key says what it must before the change. */
  async versionFor(changes: readonly RolloutChange[]): Promise<string> {
    const now = await this.read();
    if (!says(now, valuesOf(changes, 'from'))) throw this.conflict(changes, now);
    return now.resourceVersion;
  }

  /** Lets the API server check the change without keeping it. Throws a `KubeError` with its words. */
  async dryRun(changes: readonly RolloutChange[], resourceVersion: string): Promise<void> {
    await this.patch(changes, resourceVersion, true);
  }

  /**
   * Writes the change upon one version of the object. Done a second time it finds another version, which says what was
   * to be written, and leaves it so. Throws ConfigConflictError where the other version says something else.
   */
  async write(changes: readonly RolloutChange[], resourceVersion: string): Promise<string | null> {
    try {
      await this.patch(changes, resourceVersion, false);
      return null;
    } catch (error) {
      // A `test` that fails is answered with 422.
      if (!isStatus(error, 409, 422)) throw error;
      const now = await this.read();
      if (now.resourceVersion === resourceVersion) throw error;
      if (says(now, valuesOf(changes, 'to'))) return 'It had been written before the server stopped.';
      throw this.conflict(changes, now);
    }
  }

  conflict(changes: readonly RolloutChange[], { data }: ConfigMapNow): ConfigConflictError {
    const found = Object.fromEntries(changes.map(({ key }) => [key, data[key] ?? null]));
    return new ConfigConflictError(this.object, valuesOf(changes, 'from'), found);
  }

  private async patch(
    changes: readonly RolloutChange[],
    resourceVersion: string,
    dryRun: boolean,
  ): Promise<void> {
    const { connection, path, signal } = this;
    const operations: JsonPatchOperation[] = [
      { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
      ...changes.map(({ key, to }): JsonPatchOperation => {
        const at = `/data/${pointerPart(key)}`;
        return to === null ? { op: 'remove', path: at } : { op: 'add', path: at, value: to };
      }),
    ];
    await persist(() => patchObject(connection, path, operations, { dryRun, signal }), { signal });
  }
}

/** Whether it has these values. */
export function says({ data }: ConfigMapNow, values: Record<string, string | null>): boolean {
  return Object.entries(values).every(([key, value]) => (data[key] ?? null) === value);
}

/** The changes the other way round. */
export function undone(changes: readonly RolloutChange[]): RolloutChange[] {
  return changes.map(({ key, from, to }) => ({ key, from: to, to: from }));
}
