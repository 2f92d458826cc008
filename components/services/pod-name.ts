import type { BackendTarget } from '@/lib/snapshot/frontend-view';

const longestWhole = 14;

/**
 * A pod's name short enough for its column: the part that tells it from its siblings.
 * `checkout-7d9f6c4b8-x2x9k` of the workload `checkout` gives `…x2x9k`; short names stay whole.
 */
export function shortPodName(target: BackendTarget): string {
  const { name } = target;
  if (name === null) return target.kind === 'unknown' ? 'no such pod' : '';
  if (name.length <= longestWhole || target.kind !== 'pod') return name;
  const last = name.slice(name.lastIndexOf('-') + 1);
  return last.length === name.length ? name : `…${last}`;
}

/** What runs behind a backend, in full: the tooltip, and the name a screen reader hears. */
export function targetText({ kind, namespace, name, node }: BackendTarget): string {
  if (kind === 'unknown') return 'no such pod in the API';
  const what = name === null ? 'outside the cluster' : namespace === null ? name : `${namespace}/${name}`;
  return node === null ? what : `${what} on ${node}`;
}
