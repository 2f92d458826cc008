/** Where a word on a key comes from: Cilium’s documentation, or how its datapath works. */
export type CanaryBasis = 'documented' | 'inferred';

/** Whether some nodes may have a value of a key that the others have not. */
export type CanaryKey =
  | {
      sound: true;
      basis: CanaryBasis;
      /** What must be so beside it; null: nothing. */ provided: string | null;
    }
  | { sound: false; basis: CanaryBasis | null; reason: string };

const sound = (basis: CanaryBasis, provided: string | null = null): CanaryKey => ({
  sound: true,
  basis,
  provided,
});
const unsound = (basis: CanaryBasis, reason: string): CanaryKey => ({ sound: false, basis, reason });

const hereOnly = 'It holds for connections that start on these nodes or come in by them.';
const readEachOther =
  'Nodes send each other packets in this form: one that has it not cannot read what the others send.';
const chooseAlike =
  'Every node must choose the same backend for a connection, for a router may move it from one node to another.';
const serveAlike =
  'The same Services must be served by every node: a client that comes in by another node would find nothing.';

const all = (keys: readonly string[], word: CanaryKey) => keys.map((key): [string, CanaryKey] => [key, word]);

/**
 * What is known of single keys (cilium-config.md 4.6, 3.2, 3.3, 3.6). `documented`: Documentation/configuration/
 * per-node-config.rst and the kube-proxy-free guide; `inferred` from what the datapath does with the value.
 */
const table: ReadonlyMap<string, CanaryKey> = new Map([
  ...all(['bpf-lb-acceleration', 'trace-sock'], sound('documented')),
  ...all(
    ['kube-proxy-replacement', 'kube-proxy-replacement-healthz-bind-address'],
    sound(
      'documented',
      'kube-proxy must run on a node where Cilium does not replace it, and on no node where it does. The operator goes on with what the ConfigMap says.',
    ),
  ),
  ...all(
    [
      'bpf-lb-map-max',
      'bpf-lb-service-map-max',
      'bpf-lb-service-backend-map-max',
      'bpf-lb-rev-nat-map-max',
      'bpf-lb-affinity-map-max',
      'bpf-lb-source-range-map-max',
      'bpf-lb-maglev-map-max',
      'bpf-sock-rev-map-max',
      'bpf-map-dynamic-size-ratio',
    ],
    sound('documented'),
  ),
  // Hooks, devices and rules of the node's own kernel: no packet on the wire and no other node depends on them.
  ...all(
    [
      'bpf-lb-sock',
      'bpf-lb-sock-hostns-only',
      'bpf-lb-sock-terminate-pod-connections',
      'lb-sock-terminate-all-protos',
      'enable-host-reachable-services',
      'host-reachable-services-protos',
      'enable-bpf-masquerade',
      'enable-host-legacy-routing',
      'enable-tcx',
      'enable-l2-neigh-discovery',
      'node-port-bind-protection',
      'enable-auto-protect-node-port-range',
      'install-no-conntrack-iptables-rules',
      'lb-reflector-wait-time',
      'devices',
      'direct-routing-device',
    ],
    sound('inferred'),
  ),
  ...all(
    [
      'enable-session-affinity',
      'enable-k8s-terminating-endpoint',
      'enable-service-topology',
      'bpf-lb-external-clusterip',
      'nodeport-addresses',
    ],
    sound('inferred', hereOnly),
  ),
  ...all(
    ['bpf-lb-mode', 'bpf-lb-mode-annotation'],
    unsound(
      'inferred',
      'A node in DSR marks packets that nodes without DSR cannot read: it would serve only Services with a backend of its own.',
    ),
  ),
  ...all(
    [
      'bpf-lb-dsr-dispatch',
      'bpf-lb-dsr-l4-xlate',
      'enable-ipip-termination',
      'routing-mode',
      'tunnel',
      'tunnel-protocol',
      'underlay-protocol',
      'enable-wireguard',
      'enable-ipsec',
      'encrypt-node',
    ],
    unsound('inferred', readEachOther),
  ),
  ...all(['bpf-lb-maglev-table-size', 'bpf-lb-maglev-hash-seed'], unsound('documented', chooseAlike)),
  ...all(['bpf-lb-algorithm', 'bpf-lb-algorithm-annotation'], unsound('inferred', chooseAlike)),
  ...all(
    [
      'node-port-range',
      'k8s-service-proxy-name',
      'enable-node-port',
      'enable-host-port',
      'enable-external-ips',
      'enable-nat46x64-gateway',
      'bpf-lb-nat46x64',
      'bpf-lb-proto-diff',
    ],
    unsound('inferred', serveAlike),
  ),
  ...all(
    ['enable-svc-source-range-check', 'bpf-lb-source-range-all-types'],
    unsound(
      'inferred',
      'Source ranges of a Service would be guarded on some nodes only, and a client may come in by another.',
    ),
  ),
]);

/** Tells whether single nodes may try another value of a key by a CiliumNodeConfig; of what is not known it says no. */
export function canaryKey(key: string): CanaryKey {
  return (
    table.get(key) ?? {
      sound: false,
      basis: null,
      reason: 'Whether nodes may differ in it is not known here, so it is not tried on some of them alone.',
    }
  );
}

/** The keys of which single nodes most often get values of their own, and must not (cilium-config.md 4.6). */
export const keysSharedByNodes: readonly string[] = [
  'bpf-lb-mode',
  'bpf-lb-dsr-dispatch',
  'bpf-lb-algorithm',
  'bpf-lb-maglev-table-size',
  'bpf-lb-maglev-hash-seed',
  'routing-mode',
  'tunnel-protocol',
  'tunnel',
];
