import type { KubeObject } from './kube-object';
import type { ObjectStore } from './object-store';
import { withServiceAddresses } from './service-addresses';

/** Completes an object about to be stored with what Kubernetes' defaulting and allocators would add. */
export function admit(store: ObjectStore, object: KubeObject, current?: KubeObject): KubeObject {
  if (object.kind === 'Service') return withServiceAddresses(store, object, current);
  if (object.kind === 'Namespace') return { status: { phase: 'Active' }, ...object };
  return object;
}
