import type { ApiContext } from './api-context';
import type { KubeObject } from './kube-object';
import { timestamp } from './object-store';
import type { Resource } from './resource-table';
import { preconditionFailed } from './status-error';

export type DeleteOptions = {
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
};

function checkPreconditions(
  resource: Resource,
  { metadata }: KubeObject,
  { uid, resourceVersion }: { uid?: string; resourceVersion?: string },
): void {
  const fail = (field: string, wanted: string, found: string | undefined, why: string) =>
    preconditionFailed(
      resource,
      metadata.name ?? '',
      `the ${field} in the precondition (${wanted}) does not match the ${field} in record (${found}). The object might have been ${why}`,
    );
  if (uid && uid !== metadata.uid) throw fail('UID', uid, metadata.uid, 'deleted and then recreated');
  if (resourceVersion && resourceVersion !== metadata.resourceVersion) {
    throw fail('ResourceVersion', resourceVersion, metadata.resourceVersion, 'modified');
  }
}

function graceOf({ spec }: KubeObject, options: DeleteOptions): number {
  const own =
    typeof spec === 'object' && spec !== null && 'terminationGracePeriodSeconds' in spec
      ? Number(spec.terminationGracePeriodSeconds)
      : 30;
  const bound = typeof spec === 'object' && spec !== null && 'nodeName' in spec && Boolean(spec.nodeName);
  if (!bound) return 0;
  const wanted = options.gracePeriodSeconds ?? own;
  // "At once, but by the kubelet": Kubernetes makes one second of it.
  return wanted < 0 ? 1 : wanted;
}

/**
 * DELETE. A pod on a node is marked, and goes when its containers have stopped; an object with finalizers is marked,
 * and goes with the last of them; the rest goes at once. `gone`: it is no longer there.
 */
export function deleteObject(
  context: Pick<ApiContext, 'store' | 'clock'>,
  resource: Resource,
  namespace: string | undefined,
  name: string,
  options: DeleteOptions = {},
  dryRun = false,
): { object: KubeObject; gone: boolean } {
  const { store, clock } = context;
  const current = store.read(resource, namespace, name).object;
  checkPreconditions(resource, current, options.preconditions ?? {});
  const isPod = resource.kind === 'Pod';
  const graceSeconds = isPod ? graceOf(current, options) : 0;
  const held = (current.metadata.finalizers ?? []).length > 0;
  const already = current.metadata.deletionGracePeriodSeconds;
  const marked: KubeObject = {
    ...current,
    metadata: {
      ...current.metadata,
      deletionTimestamp: timestamp(clock.nowMs() + graceSeconds * 1000),
      deletionGracePeriodSeconds: graceSeconds,
    },
  };
  if (graceSeconds === 0 && !held) {
    const object = isPod ? marked : current;
    if (!dryRun) store.remove(resource, namespace, name);
    return { object, gone: true };
  }
  if (already !== undefined && already <= graceSeconds) return { object: current, gone: false };
  return { object: store.update(resource, marked, dryRun), gone: false };
}
