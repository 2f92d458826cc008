import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ObjectPath } from '@/lib/server/kube/object-writer';
import { isStatus, readObject } from '@/lib/server/kube/object-writer';
import { deleteByUid } from './delete-by-uid';
import { persist } from './persist';
import { NodeConfigTakenError } from './rollout-error';
import type { NodeConfigContent } from './rollout-scope';

const words = z.record(z.string(), z.string()).nullish();
const nodeConfigSchema = z.object({
  metadata: z.object({ uid: z.string(), labels: words, annotations: words }),
  spec: z.unknown(),
});

/** A CiliumNodeConfig that is there. */
export type NodeConfigNow = NodeConfigContent & { uid: string };

type Name = Pick<NodeConfigContent, 'apiVersion' | 'name'>;

/** Writes CiliumNodeConfigs of ours in the namespace of the agents, and takes them away. */
export class NodeConfigWriter {
  constructor(
    private readonly connection: KubeConnection,
    private readonly namespace: string,
    private readonly signal: AbortSignal,
  ) {}

  object({ name }: Pick<Name, 'name'>): string {
    return `CiliumNodeConfig ${this.namespace}/${name}`;
  }

  /** Reads one; null where there is none. Throws a `KubeError`. */
  async read({ apiVersion, name }: Name): Promise<NodeConfigNow | null> {
    const { connection, signal } = this;
    const path = this.path({ apiVersion, name });
    try {
      const { metadata, spec } = await persist(() => readObject(connection, path, nodeConfigSchema, signal), {
        signal,
      });
      const { uid, labels, annotations } = metadata;
      return { apiVersion, name, uid, labels: labels ?? {}, annotations: annotations ?? {}, spec };
    } catch (error) {
      if (isStatus(error, 404)) return null;
      throw error;
    }
  }

  /**
   * Creates one. Done a second time it finds what it made, and leaves it so. Throws NodeConfigTakenError where one of
   * this name says something else, and a `KubeError`.
   */
  async create(content: NodeConfigContent, { dryRun = false } = {}): Promise<string | null> {
    const { connection, signal, namespace } = this;
    const { apiVersion, name, labels, annotations, spec } = content;
    const metadata = { name, namespace, labels, annotations };
    const { path, what } = this.path(content);
    const request = {
      path: `${path.slice(0, path.lastIndexOf('/'))}?fieldManager=kpr-explorer${dryRun ? '&dryRun=All' : ''}`,
      what: `create the ${what}`,
      ...{ idleTimeoutMs: 15_000, signal },
      write: {
        method: 'POST' as const,
        body: { apiVersion, kind: 'CiliumNodeConfig', metadata, spec },
      },
    };
    try {
      await persist(() => getJson(connection, request), { signal });
      return null;
    } catch (error) {
      if (!isStatus(error, 409)) throw error;
      const now = await this.read(content);
      if (now === null) throw error;
      const isSame = isDeepStrictEqual(now.spec, spec) && isDeepStrictEqual(now.labels, labels);
      if (!isSame) throw new NodeConfigTakenError(this.object(content));
      return 'It was there already.';
    }
  }

  /** Deletes the one with this uid; one that is gone is no failure. Throws a `KubeError`. */
  async remove(name: Name, uid: string): Promise<string | null> {
    return deleteByUid(this.connection, this.path(name), uid, this.signal);
  }

  private path({ apiVersion, name }: Name): ObjectPath {
    const within = `/apis/${apiVersion}/namespaces/${encodeURIComponent(this.namespace)}`;
    const path = `${within}/ciliumnodeconfigs/${encodeURIComponent(name)}`;
    return { path, what: this.object({ name }) };
  }
}
