import type { KindTypes, KubeObject } from './kube-object';
import type { ObjectStore } from './object-store';
import { podSpecWithDefaults } from './pod-defaults';
import { withServiceAddresses } from './service-addresses';
import { withWorkloadDefaults } from './workload-defaults';

function withNamespaceDefaults(object: KubeObject): KubeObject {
  const { metadata } = object;
  const labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name ?? '' };
  return { status: { phase: 'Active' }, ...object, metadata: { ...metadata, labels } };
}

function withPodDefaults(pod: KindTypes['Pod']): KubeObject {
  const spec = podSpecWithDefaults(pod.spec ?? { containers: [] });
  return { status: { phase: 'Pending', qosClass: 'BestEffort' }, ...pod, spec };
}

/** Completes an object about to be stored with what Kubernetes' defaulting and allocators would add. */
export function admit(store: ObjectStore, object: KubeObject, current?: KubeObject): KubeObject {
  if (object.kind === 'Service') return withServiceAddresses(store, object, current);
  if (object.kind === 'Namespace') return withNamespaceDefaults(object);
  if (object.kind === 'Secret') return { type: 'Opaque', ...object };
  // An object of kind Pod has a pod's shape.
  if (object.kind === 'Pod') return withPodDefaults(object as KindTypes['Pod']);
  return withWorkloadDefaults(object, current);
}
