import type { RuleCase } from './rule-case.fixture';
import { fatal, tunnelled, warn } from './rule-case.fixture';

const key = 'bpf-lb-acceleration';
const native = { [key]: 'native' };
const bestEffort = { [key]: 'best-effort' };
const refuses = { facts: { devicesWithoutXDP: ['eth0'] } };
const link = 'attaching program cil_xdp_entry using bpf_link:';
const prefilter = { 'prefilter-device': 'eth0' };
const recorder = { 'enable-recorder': 'true' };
const needs58 = 'pcap recorder --enable-recorder datapath needs kernel 5.8.0 or newer';
const encrypted = { 'enable-wireguard': 'true', 'encrypt-node': 'true' };
const device = (name: string, index: number) => ({
  devices: [{ name, ips: ['192.0.2.11'], defaultRoute: true, index }],
});
const finish = 'failed to finalise LB initialization: ';

/** Section 2.2 C: XDP acceleration. */
export const xdpCases: readonly RuleCase[] = [
  fatal(
    'C1',
    [10, 12],
    tunnelled(native),
    'Cannot use NodePort acceleration with tunneling. Either run cilium-agent with --node-port-acceleration=disabled or --tunnel=disabled',
    native,
  ),
  fatal(
    'C2',
    [10, 10],
    { ...native, 'enable-ipv4-egress-gateway': 'true' },
    'Cannot use NodePort acceleration with the egress gateway. Run cilium-agent with either --node-port-acceleration=disabled or --enable-ipv4-egress-gateway=false',
    { 'enable-ipv4-egress-gateway': 'true' },
  ),
  fatal(
    'C3',
    [18, 21],
    tunnelled({ ...native, 'underlay-protocol': 'ipv6' }),
    'XDP acceleration cannot be used with an IPv6 underlay',
    tunnelled({ ...native, 'underlay-protocol': 'ipv4' }),
  ),
  fatal(
    'C4',
    [10, 20],
    native,
    `attaching XDP program to interface eth0: interface eth0: ${link} create link`,
    native,
    refuses,
  ),
  fatal(
    'C4',
    [21, 21],
    native,
    `attaching XDP program to interface eth0: attaching XDP program: ${link} failed to attach link: create link`,
    native,
    refuses,
  ),
  warn(
    'C5',
    [15, 21],
    bestEffort,
    'Failed to attach XDP program, ignoring due to best-effort mode device=eth0',
    bestEffort,
    refuses,
  ),
  warn('C6', [18, 18], bestEffort, 'attaching XDP program failed', bestEffort, refuses),
  warn(
    'C6',
    [19, 19],
    bestEffort,
    'loading eBPF program failed, setting XDP frags and retrying',
    bestEffort,
    refuses,
  ),
  warn('C6', [20, 21], bestEffort, 'attaching XDP program failed', bestEffort, refuses),
  fatal(
    'C7',
    [10, 11],
    { ...prefilter, [key]: 'testing-only' },
    'XDP Mode conflict: current mode is xdpdrv, trying to set conflicting xdpgeneric',
    { ...prefilter, ...native },
  ),
  warn(
    'C9',
    [14, 21],
    { ...encrypted, ...native },
    "With node-port-acceleration: native and enable-wireguard, encrypt-node enabled, N/S Loadbalancer traffic won't be encrypted when an intermediate node redirects a request to another node where a selected backend is running.",
    encrypted,
  ),
  fatal('C10', [10, 17], recorder, needs58, recorder, {
    facts: { kernel: { major: 5, minor: 4 } },
    passingFacts: { kernel: { major: 5, minor: 8 } },
  }),
  fatal('C10', [18, 18], recorder, needs58, recorder, {
    facts: { kernel: { major: 5, minor: 4 } },
    behind: 'D18',
  }),
  fatal(
    'C11',
    [10, 14],
    {},
    `${finish}eth=0 link name contains '=' or ';' character which is not allowed`,
    {},
    { facts: device('eth=0', 2) },
  ),
  fatal(
    'C12',
    [10, 14],
    {},
    `${finish}eth0 link ifindex 70000 exceeds max(uint16)`,
    {},
    {
      facts: device('eth0', 70_000),
      passingFacts: device('eth0', 65_535),
    },
  ),
  fatal(
    'C12',
    [15, 17],
    {},
    `${finish}eth0 link ifindex 70000 exceeds max(uint16)`,
    {},
    {
      facts: { ...device('eth0', 70_000), kernel: { major: 5, minor: 4 } },
      passingFacts: device('eth0', 70_000),
    },
  ),
];
