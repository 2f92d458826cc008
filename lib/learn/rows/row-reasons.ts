import { atLeast, type Release } from '@/lib/cilium/agent-version';
import { backendStateWords } from './backend-words';
import { doubtSentences } from '@/lib/cilium/expected-frontends/doubt';
import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import { asksForHints } from './slices-of-pods';
import type { ServiceManifest } from './service-manifest';
import type { RowsInput } from './rows-model';

/** One thing that is to be known of a row. */
export type RowReason = { about: 'type' | 'address' | 'scope' | 'backends' | 'flags' | 'id'; text: string };

const isWildcard = (ip: string): boolean => ip === '0.0.0.0' || ip === '::';

type Asked = { manifest: ServiceManifest; input: RowsInput; release: Release; node: string };

/** Says why a row of a node is there, and why it is as it is. */
export function rowReasons(row: ExpectedFrontend, id: number, asked: Asked): RowReason[] {
  return [
    { about: 'type', text: typeReason(row, asked) },
    { about: 'address', text: addressReason(row, asked) },
    { about: 'scope', text: scopeReason(row) },
    { about: 'backends', text: backendsReason(row, asked) },
    { about: 'flags', text: flagsReason(row, asked) },
    { about: 'id', text: idReason(row, id, asked) },
  ].flatMap(({ about, text }) => (text === '' ? [] : [{ about: about as RowReason['about'], text }]));
}

function typeReason({ type }: ExpectedFrontend, { manifest }: Asked): string {
  switch (type) {
    case 'ClusterIP':
      return manifest.type === 'ClusterIP'
        ? 'Every Service with a cluster IP has this row, one for each port and family.'
        : `A Service of type ${manifest.type} has a cluster IP as well: clients in the cluster use this row.`;
    case 'NodePort':
      return manifest.type === 'LoadBalancer'
        ? 'A Service of type LoadBalancer gets a node port as well, unless allocateLoadBalancerNodePorts is false.'
        : 'The node port of the Service, on this node.';
    case 'LoadBalancer':
      return 'The address that a load balancer wrote into the status of the Service: one row for each of them whose ipMode is VIP or not set.';
    case 'ExternalIPs':
      return 'An address under externalIPs. Somebody routes it to a node; Cilium answers there.';
    case 'HostPort':
      return 'A pod on this node asks for the port with hostPort. The row comes from the pod, not from the Service, and stands on this node only.';
    default:
      return '';
  }
}

function addressReason({ ip, type, copiedToNodeAddresses }: ExpectedFrontend, { release }: Asked): string {
  if (isWildcard(ip)) {
    const surrogate =
      'The surrogate: no packet on the wire has this address. The socket LB and the program at the pods look it up when a local process connects to the port on any local address, on loopback or on another node’s address.';
    if (copiedToNodeAddresses)
      return `${surrogate} Packets from outside match a copy for each address of the node; since v1.18 those copies are made while the BPF maps are written, and no list shows them.`;
    return atLeast(release, 18)
      ? surrogate
      : `${surrogate} Packets from outside match the rows on the node’s own addresses.`;
  }
  if (type === 'NodePort' || type === 'HostPort')
    return 'The node’s own address: what a packet from outside matches. Up to v1.17 each address of a device has its own row; since v1.18 only the surrogate is listed.';
  if (type === 'ClusterIP')
    return 'A virtual address: no interface has it. Translation happens on the node of the client.';
  return 'The same address on every node: whichever node gets the packet translates it.';
}

function scopeReason({ scope, type, extTrafficPolicy, intTrafficPolicy }: ExpectedFrontend): string {
  if (scope === 'internal')
    return `/i: for clients in the cluster. Exactly one of the two policies is Local, so the row stands twice; this one follows internalTrafficPolicy ${intTrafficPolicy}.`;
  const isTwofold = type === 'NodePort' || type === 'LoadBalancer';
  return isTwofold && extTrafficPolicy !== intTrafficPolicy
    ? `For clients outside: it follows externalTrafficPolicy ${extTrafficPolicy}. Its twin with /i is for clients in the cluster.`
    : '';
}

function backendsReason(row: ExpectedFrontend, { manifest, input, node }: Asked): string {
  const { type, scope, backends, doubt } = row;
  if (type === 'HostPort') return 'The pod that asks for the port, and nobody else.';
  const policy = type === 'ClusterIP' || scope === 'internal' ? row.intTrafficPolicy : row.extTrafficPolicy;
  const all = new Set(
    input.slices.flatMap(({ endpoints }) => endpoints.flatMap(({ addresses }) => addresses)),
  );
  const states = [...new Set(backends.map(({ state }) => state))].filter((state) => state !== 'active');
  const stateText = states.map((state) => backendStateWords(state)).join(' ');
  const unsure = doubt?.about === 'backends' ? ` ${doubtSentences[doubt.reason]}` : '';
  const count = `${backends.length} of ${all.size === 1 ? 'one pod' : `${all.size} pods`}`;
  const local = `The policy is Local: only pods on ${node} count.`;
  if (backends.length === 0)
    return `${policy === 'Local' ? `${local} There is none: ${scope === 'external' && type !== 'ClusterIP' ? 'a packet from outside is dropped here' : 'no pod takes what a client here sends'}.` : 'No pod can take it: a call at the socket fails, a packet is rejected since v1.15 and was dropped before.'}${unsure}`;
  const isNarrowed = policy === 'Cluster' && asksForHints(manifest) && backends.length < all.size;
  const whose =
    policy === 'Local'
      ? local
      : isNarrowed
        ? 'Topology hints: only pods that are hinted for this node’s zone, or for the node.'
        : 'The policy is Cluster: pods on all nodes count.';
  return [`${whose} ${count}.`, stateText, unsure.trim()].filter(Boolean).join(' ');
}

function flagsReason(row: ExpectedFrontend, { manifest, release }: Asked): string {
  const texts: string[] = [];
  const { type, ip } = row;
  if (type === 'ClusterIP' || isWildcard(ip))
    texts.push(
      'Not routable: a packet from outside that hits it is dropped, unless bpf-lb-external-clusterip is on for cluster IPs.',
    );
  if (
    manifest.externalTrafficPolicy === 'Local' &&
    row.scope === 'external' &&
    type !== 'ClusterIP' &&
    type !== 'HostPort'
  )
    texts.push('The client’s address is kept: with Local no node translates the source.');
  if (row.healthCheckNodePort !== 0 && type === 'LoadBalancer' && row.scope === 'external')
    texts.push(`healthCheckNodePort ${row.healthCheckNodePort} tells load balancers which nodes have pods.`);
  if (manifest.sessionAffinity === 'ClientIP' && type !== 'HostPort')
    texts.push(
      `Session affinity for ${manifest.sessionAffinityTimeoutSeconds} seconds is a flag in the BPF map: the list looks the same without it.`,
    );
  if (manifest.loadBalancerSourceRanges.length > 0 && type === 'LoadBalancer')
    texts.push('Source ranges are checked here for packets from outside; the list does not show them.');
  if (row.doubt?.about === 'row') texts.push(doubtSentences[row.doubt.reason]);
  if (!atLeast(release, 17) && row.protocol === null)
    texts.push('Up to v1.16 a row has no protocol: TCP and UDP on one port share it.');
  return texts.join(' ');
}

function idReason(
  { copiedToNodeAddresses, ip }: ExpectedFrontend,
  id: number,
  { input, node }: Asked,
): string {
  if (id === 0) return 'ID 0: the row is listed, but in no BPF map, because kube-proxy replacement is off.';
  const own = input.nodes.find(({ name }) => name === node)?.nodePortAddresses ?? [];
  const copies = own.filter((address) => address.includes(':') === ip.includes(':')).length;
  return copiedToNodeAddresses && copies > 0
    ? `The ${copies === 1 ? 'copy on the node’s address uses' : `${copies} copies on the node’s addresses use`} up IDs as well: the next row has a gap before it.`
    : '';
}
