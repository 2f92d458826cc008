import type { KindTypes, KubeObject } from '../api-server/kube-object';
import type { ObjectStore } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import { controllerReference } from './pod-template';

const revisionResource = resourceOfKind('ControllerRevision');

function ownRevisions(store: ObjectStore, owner: KubeObject): KubeObject[] {
  return store
    .collection(revisionResource)
    .list(owner.metadata.namespace)
    .map(({ object }) => object)
    .filter(({ metadata }) => metadata.ownerReferences?.some(({ uid }) => uid === owner.metadata.uid));
}

/** Keeps a ControllerRevision per template of a DaemonSet; the newest has the highest number. */
export function recordRevision(store: ObjectStore, set: KindTypes['DaemonSet'], hash: string): void {
  const name = `${set.metadata.name}-${hash}`;
  const revisions = ownRevisions(store, set);
  const highest = Math.max(0, ...revisions.map(({ revision }) => Number(revision)));
  const known = revisions.find(({ metadata }) => metadata.name === name);
  if (known && Number(known.revision) === highest) return;
  if (known) {
    store.update(revisionResource, { ...known, revision: highest + 1 });
    return;
  }
  store.create(revisionResource, {
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    metadata: {
      name,
      namespace: set.metadata.namespace,
      labels: { ...set.spec?.template.metadata?.labels, 'controller-revision-hash': hash },
      ownerReferences: [controllerReference(set)],
    },
    data: { spec: { template: { ...set.spec?.template, $patch: 'replace' } } },
    revision: highest + 1,
  });
}
