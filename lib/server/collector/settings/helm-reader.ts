import type { HelmRelease } from '@/lib/server/kube/helm-release';
import { readHelmRelease } from '@/lib/server/kube/helm-release';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { ConfigMapObject } from '@/lib/snapshot/objects/config-map-object';
import type { Problem } from '@/lib/snapshot/source-view';

/** The release a ConfigMap names, and what its Secret said, or why it could not be read. */
export type KnownRelease = {
  name: string;
  namespace: string;
  release: HelmRelease | null;
  problem: Problem | null;
};

/** A release may get other values without a change of the ConfigMap; that is rare, and a Secret is large. */
const readAgainMs = 5 * 60_000;

/** Kubernetes names; anything else is not asked for. */
const nameForm = /^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/;

type Kept = KnownRelease & { writtenFor: ConfigMapObject; readMs: number };

/** Reads the values of the Helm releases that ConfigMaps name, when those change and every five minutes. */
export class HelmReader {
  private readonly kept = new Map<string, Kept>();
  private readonly connection: KubeConnection;

  constructor(connection: KubeConnection) {
    this.connection = connection;
  }

  /** What is known of the release that owns the ConfigMap of a namespace; null where none is named or none was read yet. */
  of(namespace: string): KnownRelease | null {
    return this.kept.get(namespace) ?? null;
  }

  /** Reads the release again where the ConfigMap changed, or enough time has passed; true when something is new. Never rejects. */
  async refresh(map: ConfigMapObject, nowMs: number, signal: AbortSignal): Promise<boolean> {
    const { namespace, owner } = map;
    const named = owner.release;
    if (named === null || !nameForm.test(named.name) || !nameForm.test(named.namespace || namespace)) {
      return this.kept.delete(namespace);
    }
    const known = this.kept.get(namespace);
    if (known?.writtenFor === map && nowMs - known.readMs < readAgainMs) return false;
    const release = { name: named.name, namespace: named.namespace || namespace };
    let found: HelmRelease | null = null;
    let problem: Problem | null = null;
    try {
      found = await readHelmRelease(this.connection, release, signal);
    } catch (error) {
      if (signal.aborted) return false;
      problem = toProblem(error);
    }
    this.kept.set(namespace, { ...release, release: found, problem, writtenFor: map, readMs: nowMs });
    return true;
  }
}
