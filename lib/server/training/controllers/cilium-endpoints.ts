import { objectKey } from '../api-server/collection';
import type { KubeObject } from '../api-server/kube-object';
import { resourceOfKind } from '../api-server/resource-table';
import type { KindTypes } from '../agent-contract';
import type { ControllerContext } from './controller-context';

const resource = resourceOfKind('CiliumEndpoint');

/**
 * Publishes a CiliumEndpoint for each pod that Cilium gives its network, as the agents do: `cilium status` of
 * cilium-cli counts them as "managed by Cilium". Pods on the host's network have none.
 */
export function publishCiliumEndpoints({ store }: ControllerContext): void {
  store.listen('Pod', ({ type, entry: { object } }) => {
    // Only changes of pods come here.
    const pod = object as KindTypes['Pod'];
    const { namespace, name = '' } = pod.metadata;
    const known = store.collection(resource).get(objectKey(namespace, name)) !== undefined;
    const wanted = type !== 'DELETED' && !pod.spec?.hostNetwork && pod.status?.phase === 'Running';
    if (wanted && !known && pod.status?.podIP) store.create(resource, ciliumEndpoint(pod));
    if (!wanted && known) store.remove(resource, namespace, name);
  });
}

function ciliumEndpoint({ metadata, status }: KindTypes['Pod']): KubeObject {
  // One pair of addresses, as pkg/k8s/apis/cilium.io/v2 has it, not one entry for each family.
  const pairs = (status?.podIPs ?? []).map(({ ip }) => [ip.includes(':') ? 'ipv6' : 'ipv4', ip] as const);
  const addressing = [Object.fromEntries(pairs)];
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumEndpoint',
    metadata: {
      name: metadata.name,
      namespace: metadata.namespace,
      ownerReferences: [
        { apiVersion: 'v1', kind: 'Pod', name: metadata.name ?? '', uid: metadata.uid ?? '' },
      ],
    },
    status: { state: 'ready', networking: { addressing, node: status?.hostIP } },
  };
}
