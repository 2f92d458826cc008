import { maglevTableSizes } from '../../maglev/table-size';
import type { Knob } from '../knob';

const mode = {
  key: 'bpf-lb-mode',
  name: 'The mode',
  helm: 'loadBalancer.mode',
  type: 'word',
  values: ['snat', 'dsr', 'hybrid'],
  default: 'snat',
} as const;

const dispatch = {
  key: 'bpf-lb-dsr-dispatch',
  name: 'DSR dispatch',
  helm: 'loadBalancer.dsrDispatch',
  type: 'word',
  default: 'opt',
} as const;

const algorithm = {
  key: 'bpf-lb-algorithm',
  name: 'Backend selection',
  helm: 'loadBalancer.algorithm',
  type: 'word',
  values: ['random', 'maglev'],
  default: 'random',
} as const;

const acceleration = {
  key: 'bpf-lb-acceleration',
  name: 'XDP acceleration',
  helm: 'loadBalancer.acceleration',
  type: 'word',
  default: 'disabled',
  alias: 'node-port-acceleration',
} as const;

/** How packets from outside are forwarded, and to whom (cilium-config.md 1.2, first half). */
export const forwarding: readonly Knob[] = [
  { ...mode, alias: 'node-port-mode', since: '1.10', until: '1.19' },
  { ...mode, since: '1.20' },
  {
    key: 'bpf-lb-mode-annotation',
    name: 'The mode by annotation',
    helm: 'bpf.lbModeAnnotation',
    type: 'bool',
    default: 'false',
    since: '1.17',
  },
  { ...dispatch, values: ['opt', 'ipip'], since: '1.10', until: '1.13' },
  { ...dispatch, values: ['opt', 'ipip', 'geneve'], since: '1.14' },
  {
    key: 'bpf-lb-dsr-l4-xlate',
    name: 'The translation of ports in DSR',
    helm: null,
    type: 'word',
    values: ['frontend', 'backend'],
    default: 'frontend',
    until: '1.16',
  },
  {
    key: 'bpf-lb-rss-ipv4-src-cidr',
    name: 'The IPv4 source range of IPIP packets',
    helm: null,
    type: 'text',
    default: '',
    since: '1.10',
  },
  {
    key: 'bpf-lb-rss-ipv6-src-cidr',
    name: 'The IPv6 source range of IPIP packets',
    helm: null,
    type: 'text',
    default: '',
    since: '1.10',
  },
  { ...algorithm, alias: 'node-port-algorithm', until: '1.19' },
  { ...algorithm, since: '1.20' },
  {
    key: 'bpf-lb-algorithm-annotation',
    name: 'Backend selection by annotation',
    helm: 'bpf.lbAlgorithmAnnotation',
    type: 'bool',
    default: 'false',
    since: '1.17',
  },
  {
    key: 'bpf-lb-maglev-table-size',
    name: 'The size of Maglev tables',
    helm: 'maglev.tableSize',
    type: 'uint',
    values: maglevTableSizes.map(String),
    default: '16381',
  },
  {
    key: 'bpf-lb-maglev-hash-seed',
    name: 'The seed of Maglev',
    helm: 'maglev.hashSeed',
    type: 'text',
    default: 'JLfvgnHc2kaSUFaI',
  },
  { ...acceleration, values: ['disabled', 'native', 'testing-only'], since: '1.10', until: '1.14' },
  { ...acceleration, values: ['disabled', 'native', 'best-effort', 'testing-only'], since: '1.15' },
  {
    key: 'enable-nat46x64-gateway',
    name: 'The NAT46/64 gateway',
    helm: 'nat46x64Gateway.enabled',
    type: 'bool',
    default: 'false',
    since: '1.13',
  },
  {
    key: 'bpf-lb-nat46x64',
    name: 'NAT46/64 for Services',
    helm: null,
    type: 'bool',
    default: 'false',
    since: '1.18',
  },
  {
    key: 'enable-ipip-termination',
    name: 'Ending IPIP packets',
    helm: null,
    type: 'bool',
    default: 'false',
    since: '1.16',
  },
  {
    key: 'bpf-lb-ipip-sock-mark',
    name: 'The socket mark of IPIP',
    helm: null,
    type: 'bool',
    default: 'false',
    since: '1.18',
  },
];
