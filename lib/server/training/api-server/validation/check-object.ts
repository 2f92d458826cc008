import type { V1Lease } from '@kubernetes/client-node';
import type { Json, KindTypes, KubeObject } from '../kube-object';
import type { Resource } from '../resource-table';
import { invalid, type StatusCause } from '../status-error';
import { configMapCauses, configMapUpdateCauses } from './config-map-causes';
import { daemonSetCauses } from './daemon-set-causes';
import { leaseCauses } from './lease-causes';
import { metadataCauses, metadataUpdateCauses } from './metadata-causes';
import { nodeConfigCauses } from './node-config-causes';
import { containerCauses, podUpdateCauses } from './pod-causes';

/** By kind. An object that came through `decodeObject` is of the kind it says, as far as is checked here. */
function kindCauses(wanted: KubeObject, current?: KubeObject): StatusCause[] {
  switch (wanted.kind) {
    case 'ConfigMap': {
      const map = wanted as KindTypes['ConfigMap'];
      const before = current as KindTypes['ConfigMap'] | undefined;
      return [...(before ? configMapUpdateCauses(map, before) : []), ...configMapCauses(map)];
    }
    case 'DaemonSet':
      return daemonSetCauses(wanted as KindTypes['DaemonSet'], current as KindTypes['DaemonSet'] | undefined);
    case 'Pod':
      return current
        ? podUpdateCauses(wanted as KindTypes['Pod'], current as KindTypes['Pod'])
        : containerCauses((wanted as KindTypes['Pod']).spec, 'spec');
    case 'Lease':
      return leaseCauses(wanted as Json<V1Lease>);
    case 'CiliumNodeConfig':
      return nodeConfigCauses(wanted);
    default:
      return [];
  }
}

/**
 * Refuses an object that Kubernetes would not store, with a 422 that names every cause. Metadata is checked for every
 * kind; the rest for the kinds that people and the product write, not for each field of a pod's spec.
 */
export function checkObject(resource: Resource, wanted: KubeObject, current?: KubeObject): void {
  const causes = [
    ...(current ? metadataUpdateCauses(wanted.metadata, current.metadata) : []),
    ...metadataCauses(wanted.metadata, resource),
    ...kindCauses(wanted, current),
  ];
  if (causes.length === 0) return;
  throw invalid(resource.kind, resource.group, wanted.metadata.name ?? '', ...causes);
}
