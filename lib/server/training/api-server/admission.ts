import type { KubeObject } from './kube-object';
import type { ObjectStore } from './object-store';
import { withServiceAddresses } from './service-addresses';
import { withWorkloadDefaults } from './workload-defaults';

function withNamespaceDefaults(object: KubeObject): KubeObject {
  const { metadata } = object;
  const labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name ?? '' };
  return { status: { phase: 'Active' }, ...object, metadata: { ...metadata, labels } };
}

/** Completes an object about to be stored with what Kubernetes' defaulting and allocators would add. */
export function admit(store: ObjectStore, object: KubeObject, current?: KubeObject): KubeObject {
  if (object.kind === 'Service') return withServiceAddresses(store, object, current);
  if (object.kind === 'Namespace') return withNamespaceDefaults(object);
  if (object.kind === 'Pod' && object.status === undefined) {
    return { ...object, status: { phase: 'Pending', qosClass: 'BestEffort' } };
  }
  return withWorkloadDefaults(object, current);
}
