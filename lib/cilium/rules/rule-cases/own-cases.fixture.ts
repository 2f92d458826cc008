import type { RuleCase } from './rule-case.fixture';
import { fatal, tunnelled, unknown, warn, withoutKPR } from './rule-case.fixture';

const dsr = { 'bpf-lb-mode': 'dsr' };
const maglev = { 'bpf-lb-algorithm': 'maglev' };
const seed = { 'bpf-lb-maglev-hash-seed': 'AAAAAAAAAAAAAAAA' };
const offWithNodePort = 'Off because NodePort is off, which it is a part of.';

/** A part that full replacement forces on, for the versions that have its key. */
function forcedCase(minors: readonly [number, number]): RuleCase {
  const value = minors[0] >= 14 ? 'true' : 'strict';
  return warn('KPR', minors, {}, `Forced on because kube-proxy-replacement is ${value}.`, withoutKPR());
}

/** Sections 3 and 4.6, what full replacement forces, and what a real agent was seen to do beside its rules. */
export const ownCases: readonly RuleCase[] = [
  forcedCase([10, 13]),
  forcedCase([14, 21]),
  warn('KPR-PARTS', [10, 18], withoutKPR(), offWithNodePort, {}),
  unknown(
    '3.1-FABRIC',
    [10, 21],
    dsr,
    'whether the network lets a node answer under the address of a Service',
    {},
  ),
  unknown(
    '3.1-MTU',
    [10, 21],
    dsr,
    'whether the MTU of the network has room for what DSR adds to a packet',
    withoutKPR(dsr),
  ),
  unknown(
    '3.1-OPTIONS',
    [10, 21],
    dsr,
    'whether routers between the nodes let packets with IP options pass',
    {},
  ),
  warn(
    '3.3-SIZE',
    [10, 21],
    maglev,
    'A table of 16381 serves about 163 backends a Service; one has 164.',
    maglev,
    { facts: { backendsMax: 164 }, passingFacts: { backendsMax: 163 } },
  ),
  warn(
    '3.3-MEMORY',
    [10, 21],
    { ...maglev, 'bpf-lb-maglev-table-size': '131071' },
    'Building tables of 131071 takes 1311 MB of the agent’s memory, and its limit is 2000 MB.',
    maglev,
    { facts: { agentMemoryBytes: 2e9 }, passingFacts: { agentMemoryBytes: 2e9 } },
  ),
  warn(
    '3.3-SEED',
    [10, 21],
    maglev,
    'The seed is the built-in one that every cluster has; Cilium recommends one of your own.',
    { ...maglev, ...seed },
  ),
  warn(
    '4.6-CANARY',
    [10, 21],
    {},
    'bpf-lb-mode: nodes must agree on it, and a CiliumNodeConfig gives this one its own.',
    {},
    {
      facts: { nodeKeys: ['bpf-lb-acceleration', 'bpf-lb-mode'] },
      passingFacts: { nodeKeys: ['bpf-lb-acceleration'] },
    },
  ),
  warn(
    'DATAPATH-GENEVE',
    [14, 21],
    { ...dsr, 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' },
    'Failed to initialize datapath, retrying later: failed to setup geneve tunnel device: setting up geneve device: creating geneve device: creating device cilium_geneve: operation not supported, maybe kernel module for geneve is not available?',
    dsr,
    { facts: { deviceTypes: { geneve: false } }, passingFacts: { deviceTypes: { geneve: false } } },
  ),
  warn(
    'DATAPATH-GENEVE',
    [10, 13],
    { tunnel: 'geneve' },
    'Failed to initialize datapath, retrying later: failed to setup geneve tunnel device: setting up geneve device: creating geneve device: creating device cilium_geneve: operation not supported, maybe kernel module for geneve is not available?',
    tunnelled(),
    { facts: { deviceTypes: { geneve: false } }, passingFacts: { deviceTypes: { geneve: false } } },
  ),
  warn(
    'DATAPATH-IPIP',
    [16, 21],
    { 'enable-ipip-termination': 'true' },
    'Failed to initialize datapath, retrying later: unable to create ipip devices: creating cilium_ipip4: creating device cilium_ipip4: operation not supported, maybe kernel module for ipip is not available?',
    {},
    { facts: { deviceTypes: { ipip: false } }, passingFacts: { deviceTypes: { ipip: false } } },
  ),
  warn(
    'DATAPATH-CGROUP',
    [21, 21],
    { 'cgroup-root': '/run/cilium' },
    'Failed to mount cgroupv2. Any functionality that needs cgroup (e.g.: socket-based LB) will not work.: Mount in the custom directory /run/cilium has a different filesystem than cgroup2',
    {},
    { facts: { mounts: { '/run/cilium': 'tmpfs' } } },
  ),
  warn(
    'DATAPATH-ADDRESS',
    [10, 21],
    {},
    'Failed to construct local node configuration: direct routing device eth0 has no usable addresses',
    {},
    { facts: { devices: [{ name: 'eth0', ips: [], defaultRoute: true, index: 2 }] } },
  ),
  fatal(
    'WIREGUARD',
    [21, 21],
    { 'enable-wireguard': 'true' },
    'WireGuard not supported by the Linux kernel (netlink: operation not supported). Please upgrade your kernel, or manually install the kernel module (https://www.wireguard.com/install/)',
    { 'enable-wireguard': 'true' },
    { facts: { deviceTypes: { wireguard: false } } },
  ),
  fatal('GATEWAY-PANIC', [21, 21], { 'enable-nat46x64-gateway': 'true' }, 'As4 called on IPv6 address', {}),
];
