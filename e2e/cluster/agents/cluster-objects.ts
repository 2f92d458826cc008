import { ListWatch } from '@/lib/server/kube/list-watch';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { KindTypes, KubeObject, ObjectReader, WatchedKind } from '@/lib/server/training/agent-contract';

const paths: Record<WatchedKind, { apiVersion: string; path: string }> = {
  Service: { apiVersion: 'v1', path: '/api/v1/services' },
  EndpointSlice: { apiVersion: 'discovery.k8s.io/v1', path: '/apis/discovery.k8s.io/v1/endpointslices' },
  Pod: { apiVersion: 'v1', path: '/api/v1/pods' },
  Node: { apiVersion: 'v1', path: '/api/v1/nodes' },
  ConfigMap: { apiVersion: 'v1', path: '/api/v1/configmaps' },
  CiliumNodeConfig: { apiVersion: 'cilium.io/v2', path: '/apis/cilium.io/v2/ciliumnodeconfigs' },
  Namespace: { apiVersion: 'v1', path: '/api/v1/namespaces' },
};

/** A copy of what agents see of the API server, kept by watches. */
export type ClusterObjects = ObjectReader & {
  /** Resolves when each kind has been listed once. */
  listed: Promise<void>;
};

/**
 * Watches until `signal` aborts. `onPod` hears of each change of a pod, with null in place of one that is gone;
 * `onProblem` of a kind that cannot be watched.
 */
export function watchClusterObjects(options: {
  connection: KubeConnection;
  signal: AbortSignal;
  onPod: (key: string, pod: KindTypes['Pod'] | null) => void;
  onProblem: (problem: Error) => void;
}): ClusterObjects {
  const { connection, signal, onPod, onProblem } = options;
  let total = 0;
  const revisions = new Map<WatchedKind, number>();
  const lists = new Map<WatchedKind, readonly KubeObject[]>();
  const watches = new Map<WatchedKind, ListWatch<KubeObject>>();
  const listed: Promise<void>[] = [];
  for (const [name, { apiVersion, path }] of Object.entries(paths)) {
    // The keys of `paths` are the kinds.
    const kind = name as WatchedKind;
    let tellListed = () => {};
    listed.push(new Promise((resolve) => (tellListed = resolve)));
    const watch = new ListWatch<KubeObject>(connection, {
      path,
      resource: path.slice(path.lastIndexOf('/') + 1),
      // The API server sends what was asked for; the items of a list carry no kind of their own.
      reshape: (object) => ({ ...(object as KubeObject), apiVersion, kind }),
      onChange: (key, current) => {
        total += 1;
        revisions.set(kind, (revisions.get(kind) ?? 0) + 1);
        lists.delete(kind);
        // As above: this is the watch of pods.
        if (kind === 'Pod') onPod(key, current as KindTypes['Pod'] | null);
      },
      onProblem: (problem) => problem && onProblem(problem),
      onListed: () => tellListed(),
    });
    watches.set(kind, watch);
    void watch.run(signal);
  }
  return {
    listed: Promise.all(listed).then(() => undefined),
    revision: (kind) => (kind ? (revisions.get(kind) ?? 0) : total),
    list<Kind extends WatchedKind>(kind: Kind) {
      let list = lists.get(kind);
      if (!list) {
        list = [...(watches.get(kind)?.items.values() ?? [])];
        lists.set(kind, list);
      }
      // Each watch keeps objects of its kind only.
      return list as readonly KindTypes[Kind][];
    },
  };
}
