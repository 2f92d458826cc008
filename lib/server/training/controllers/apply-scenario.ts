import type { KindTypes, KubeObject } from '../agent-contract';
import { admit } from '../api-server/admission';
import type { ObjectStore } from '../api-server/object-store';
import { resourceOf, resourceOfKind, type Resource } from '../api-server/resource-table';
import { labelSelectorMatcher } from '../api-server/selectors';
import { revisionLabel } from './daemon-set-controller';
import { templateHashLabel } from './deployment-controller';
import { completeNode } from './node-defaults';
import { templateHash } from './pod-template';

const standardNamespaces = ['default', 'kube-node-lease', 'kube-public', 'kube-system'];

/** Pods last, so that what they need is there; `default/kubernetes` first, as it names the address range. */
function creationOrder(object: KubeObject): number {
  const order = ['Namespace', 'Node', 'CiliumNode', 'ConfigMap', 'CiliumNodeConfig', 'Service'];
  if (object.kind === 'Pod') return order.length + 1;
  if (object.kind === 'Service' && object.metadata.name === 'kubernetes')
    return order.indexOf('Service') - 0.5;
  const index = order.indexOf(object.kind);
  return index < 0 ? order.length : index;
}

function resourceFor(object: KubeObject): Resource {
  const resource = resourceOf(object);
  if (resource) return resource;
  throw new Error(`The training API server has no ${object.apiVersion} ${object.kind}`);
}

/** The label that makes a given pod one of its workload's present pods instead of an old one. */
function adoptionLabels(pod: KubeObject, workloads: readonly KubeObject[]): Record<string, string> {
  for (const workload of workloads) {
    if (workload.metadata.namespace !== pod.metadata.namespace) continue;
    // Only DaemonSets and Deployments are passed; both have a selector and a template.
    const { spec } = workload as KindTypes['DaemonSet'] | KindTypes['Deployment'];
    if (!spec || !labelSelectorMatcher(spec.selector)(pod.metadata.labels)) continue;
    const label = workload.kind === 'DaemonSet' ? revisionLabel : templateHashLabel;
    return { [label]: templateHash(spec.template) };
  }
  return {};
}

/** Stores what a scenario consists of, completed as the API server and the kubelets would. */
export function applyScenario(
  store: ObjectStore,
  objects: readonly KubeObject[],
  kubernetesVersion: string,
  nowMs: number,
): void {
  const namespaces = new Set([
    ...standardNamespaces,
    ...objects.map(({ metadata }) => metadata.namespace ?? ''),
    ...objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata.name ?? ''),
  ]);
  namespaces.delete('');
  const given = new Map(
    objects.filter(({ kind }) => kind === 'Namespace').map((object) => [object.metadata.name ?? '', object]),
  );
  for (const name of [...namespaces].sort()) {
    const object = given.get(name) ?? { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    store.create(
      resourceOfKind('Namespace'),
      admit(store, { ...object, metadata: { ...object.metadata, name } }),
    );
  }
  // Completed: the hash is that of the template as it will be stored.
  const workloads = objects
    .filter(({ kind }) => kind === 'DaemonSet' || kind === 'Deployment')
    .map((object) => admit(store, object));
  const ordered = objects
    .filter(({ kind }) => kind !== 'Namespace')
    .map((object, index) => ({ object, order: creationOrder(object), index }))
    .sort((a, b) => a.order - b.order || a.index - b.index);
  for (const { object } of ordered) {
    const labels =
      object.kind === 'Pod' && !object.metadata.ownerReferences?.length
        ? adoptionLabels(object, workloads)
        : {};
    const labelled =
      Object.keys(labels).length > 0
        ? { ...object, metadata: { ...object.metadata, labels: { ...object.metadata.labels, ...labels } } }
        : object;
    const complete =
      labelled.kind === 'Node' ? completeNode(labelled, kubernetesVersion, nowMs) : admit(store, labelled);
    store.create(resourceFor(complete), complete);
  }
}
