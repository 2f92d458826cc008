import type { Knob } from '../knob';

const tunnel = {
  key: 'tunnel',
  name: 'The tunnel',
  type: 'word',
  values: ['vxlan', 'geneve', 'disabled'],
} as const;
const routing = {
  key: 'routing-mode',
  name: 'Routing between nodes',
  helm: 'routingMode',
  type: 'word',
  default: 'tunnel',
} as const;
const underlay = {
  key: 'underlay-protocol',
  name: 'The underlay of tunnels',
  helm: 'underlayProtocol',
  type: 'word',
  default: 'ipv4',
} as const;
const datapath = {
  key: 'datapath-mode',
  name: 'The datapath of pods',
  type: 'word',
  default: 'veth',
} as const;

/** Keys beside load balancing that decide whether one of its settings is legal (cilium-config.md 1.3), or that a line beside its own reports. */
export const neighbours: readonly Knob[] = [
  { ...tunnel, helm: 'tunnel', default: 'vxlan', until: '1.13' },
  { ...tunnel, helm: 'tunnel', default: '', since: '1.14', until: '1.14' },
  { ...routing, values: ['tunnel', 'native'], since: '1.14', until: '1.19' },
  { ...routing, values: ['tunnel', 'native', 'hybrid'], since: '1.20' },
  {
    key: 'tunnel-protocol',
    name: 'The tunnel protocol',
    helm: 'tunnelProtocol',
    type: 'word',
    values: ['vxlan', 'geneve'],
    default: 'vxlan',
    since: '1.14',
  },
  { ...underlay, values: ['ipv4', 'ipv6'], since: '1.18', until: '1.19' },
  { ...underlay, values: ['ipv4', 'ipv6', 'auto'], since: '1.20' },
  {
    key: 'enable-bpf-masquerade',
    name: 'BPF masquerading',
    helm: 'bpf.masquerade',
    type: 'bool',
    default: 'false',
  },
  {
    key: 'enable-host-legacy-routing',
    name: 'Legacy host routing',
    helm: 'bpf.hostLegacyRouting',
    type: 'bool',
    default: 'false',
  },
  {
    key: 'install-no-conntrack-iptables-rules',
    name: 'iptables rules that skip connection tracking',
    helm: 'installNoConntrackIptablesRules',
    type: 'bool',
    default: 'false',
  },
  {
    key: 'install-iptables-rules',
    name: 'iptables rules',
    helm: 'installIptablesRules',
    type: 'bool',
    default: 'true',
  },
  { key: 'enable-wireguard', name: 'WireGuard', helm: null, type: 'bool', default: 'false' },
  { key: 'encrypt-node', name: 'Encryption between nodes', helm: null, type: 'bool', default: 'false' },
  { key: 'enable-ipsec', name: 'IPsec', helm: null, type: 'bool', default: 'false' },
  { ...datapath, helm: null, values: ['veth', 'lb-only'], until: '1.15' },
  {
    ...datapath,
    helm: 'bpf.datapathMode',
    values: ['veth', 'netkit', 'netkit-l2', 'lb-only'],
    since: '1.16',
    until: '1.17',
  },
  {
    ...datapath,
    helm: 'bpf.datapathMode',
    values: ['veth', 'netkit', 'netkit-l2'],
    since: '1.18',
    until: '1.19',
  },
  {
    ...datapath,
    helm: 'bpf.datapathMode',
    values: ['veth', 'netkit', 'netkit-l2', 'auto'],
    since: '1.20',
  },
  {
    key: 'k8s-api-server-urls',
    name: 'The addresses of the API server',
    helm: 'k8s.apiServerURLs',
    type: 'list',
    default: '',
    since: '1.18',
  },
  {
    key: 'enable-ipv4-masquerade',
    name: 'IPv4 masquerading',
    helm: 'enableIPv4Masquerade',
    type: 'bool',
    default: 'true',
  },
  {
    key: 'enable-tcx',
    name: 'Attaching by tcx',
    helm: 'bpf.enableTCX',
    type: 'bool',
    default: 'true',
    since: '1.16',
  },
  {
    key: 'bpf-map-dynamic-size-ratio',
    name: 'The share of memory for BPF maps',
    helm: 'bpf.mapDynamicSizeRatio',
    type: 'text',
    default: '0.0025',
  },
  {
    key: 'enable-health-checking',
    name: 'Health checks between nodes',
    helm: 'healthChecking',
    type: 'bool',
    default: 'true',
  },
  {
    key: 'enable-endpoint-health-checking',
    name: 'Health checks of the pod network',
    helm: 'endpointHealthChecking.enabled',
    type: 'bool',
    default: 'true',
  },
];
