import type { StartFacts } from '../start-facts';
import type { RuleCase } from './rule-case.fixture';
import { fatal, probe, socketLBAlone, unknown, warn, withoutKPR } from './rule-case.fixture';

type Kernel = NonNullable<StartFacts['kernel']>;
const kernel = (major: number, minor: number, patch = 0) => ({
  kernel: { major, minor, patch } satisfies Kernel,
});
/** On a kernel, and on the first that is enough. */
const below = (old: { kernel: Kernel }, enough: { kernel: Kernel }) => ({ facts: old, passingFacts: enough });
/** Since v1.18 an agent ends of rule D18 on such a kernel, before it comes to this one. */
const behindD18 = (old: { kernel: Kernel }) => ({ facts: old, behind: 'D18' });

const needs417 = 'BPF NodePort services needs kernel 4.17.0 or newer';
const tcp = 'services for TCP needs kernel 4.17.0 or newer';
const udp = 'services for UDP needs kernel 4.19.57, 5.1.16, 5.2.0 or newer';
const onlyTCP =
  'If you run an older kernel and only need TCP, then specify: --host-reachable-services-protos=tcp and --kube-proxy-replacement=partial';
const protocols = (text: string) => socketLBAlone({ 'host-reachable-services-protos': text });
const hostns = { 'bpf-lb-sock-hostns-only': 'true' };
const noCookie =
  'Without network namespace cookie lookup functionality, BPF datapath cannot distinguish root and non-root namespace, skipping socket-level loadbalancing will not work. Istio routing chains will be missed. Needs kernel version >= 5.7';
const untraced = 'Disabling socket-LB tracing as it requires kernel 5.7 or newer';
const mke = { 'enable-mke': 'true' };
const mkeKernel = 'BPF kube-proxy replacement under MKE with --enable-mke needs kernel 5.7 or newer';
const affinity = { 'enable-session-affinity': 'true' };
const lru = 'SessionAffinity feature requires BPF LRU maps';
const ipip = { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'ipip', 'bpf-lb-acceleration': 'native' };
const health =
  'BPF load-balancer health check datapath needs kernel 5.12.0 or newer. Disabling BPF load-balancer health check datapath.';

/** Section 2.2 D: what the kernel must have. */
export const kernelCases: readonly RuleCase[] = [
  fatal('D6', [10, 12], {}, `${needs417}.`, {}, below(kernel(4, 14), kernel(5, 2))),
  warn(
    'D6',
    [10, 12],
    probe,
    `${needs417}. Disabling BPF NodePort.`,
    probe,
    below(kernel(4, 14), kernel(4, 17)),
  ),
  fatal('D6', [13, 17], {}, needs417, {}, below(kernel(4, 14), kernel(5, 2))),
  fatal('D6', [18, 18], {}, needs417, {}, behindD18(kernel(4, 14))),
  fatal(
    'D7',
    [14, 17],
    socketLBAlone(),
    'socketlb enabled, but kernel does not support attaching bpf programs to cgroups',
    socketLBAlone(),
    below(kernel(4, 9), kernel(5, 4)),
  ),
  fatal(
    'D7',
    [18, 21],
    socketLBAlone(),
    'socketlb enabled, but kernel does not support attaching bpf programs to cgroups',
    socketLBAlone(),
    behindD18(kernel(4, 9)),
  ),
  fatal(
    'D8',
    [10, 11],
    protocols('tcp'),
    `BPF host reachable ${tcp}.`,
    protocols('udp'),
    below(kernel(4, 14), kernel(5, 2)),
  ),
  fatal(
    'D8',
    [10, 13],
    socketLBAlone(),
    `BPF host reachable ${tcp}.`,
    socketLBAlone(),
    below(kernel(4, 14), kernel(5, 2)),
  ),
  warn(
    'D8',
    [10, 12],
    probe,
    `BPF host reachable ${tcp}. Disabling the feature.`,
    probe,
    below(kernel(4, 14), kernel(4, 17)),
  ),
  fatal(
    'D8',
    [14, 17],
    socketLBAlone(),
    `BPF host-reachable ${tcp}`,
    socketLBAlone(),
    below(kernel(4, 14), kernel(5, 2)),
  ),
  fatal(
    'D8',
    [18, 21],
    socketLBAlone(),
    `BPF host-reachable ${tcp}`,
    socketLBAlone(),
    behindD18(kernel(4, 14)),
  ),
  fatal(
    'D9',
    [10, 12],
    socketLBAlone(),
    `BPF host reachable ${udp}. ${onlyTCP}`,
    socketLBAlone(),
    below(kernel(4, 19, 56), kernel(4, 19, 57)),
  ),
  fatal('D9', [10, 11], protocols('udp'), `BPF host reachable ${udp}. ${onlyTCP}`, protocols('tcp'), {
    facts: kernel(5, 1, 15),
    passingFacts: kernel(5, 1, 15),
  }),
  warn(
    'D9',
    [10, 12],
    probe,
    `BPF host reachable ${udp}. ${onlyTCP} Disabling the feature.`,
    probe,
    below(kernel(5, 0), kernel(5, 1, 16)),
  ),
  fatal('D9', [13, 13], {}, `BPF host reachable ${udp}`, {}, below(kernel(4, 19, 56), kernel(4, 19, 57))),
  fatal('D9', [14, 17], {}, `BPF host-reachable ${udp}`, {}, below(kernel(5, 1, 15), kernel(5, 1, 16))),
  unknown(
    'D9',
    [13, 17],
    {},
    'what the node’s kernel 4.18 has of later kernels',
    {},
    {
      facts: kernel(4, 18),
    },
  ),
  fatal('D9', [18, 21], {}, `BPF host-reachable ${udp}`, {}, behindD18(kernel(5, 1, 15))),
  warn(
    'D10',
    [10, 17],
    {},
    'Session affinity for host reachable services needs kernel 5.7.0 or newer to work properly when accessed from inside cluster: the same service endpoint will be selected from all network namespaces on the host.',
    {},
    below(kernel(5, 6), kernel(5, 7)),
  ),
  warn('D11', [10, 17], hostns, noCookie, hostns, below(kernel(5, 6), kernel(5, 7))),
  warn(
    'D12',
    [10, 11],
    withoutKPR(hostns),
    'bpf-lb-sock-hostns-only only takes effect when enable-host-reachable-services is true',
    hostns,
  ),
  warn(
    'D12',
    [12, 21],
    withoutKPR(hostns),
    'bpf-lb-sock-hostns-only only takes effect when bpf-lb-sock is true',
    socketLBAlone(hostns),
  ),
  warn('D13', [13, 14], { 'trace-sock': 'false' }, untraced, {}, below(kernel(5, 6), kernel(5, 7))),
  warn('D13', [13, 17], {}, untraced, {}, below(kernel(5, 6), kernel(5, 7))),
  warn('D13', [15, 17], {}, untraced, { 'trace-sock': 'false' }, below(kernel(5, 6), kernel(5, 6))),
  warn('D13', [18, 18], {}, untraced, {}, behindD18(kernel(5, 6))),
  fatal('D14', [10, 17], mke, mkeKernel, mke, below(kernel(5, 6), kernel(5, 7))),
  fatal('D14', [18, 18], mke, mkeKernel, mke, behindD18(kernel(5, 6))),
  warn(
    'D14',
    [10, 12],
    { ...probe, ...mke },
    'Disabling host reachable services under MKE with --enable-mke. Needs kernel 5.7 or newer.',
    { ...probe, ...mke },
    below(kernel(5, 6), kernel(5, 7)),
  ),
  fatal(
    'D14',
    [10, 21],
    mke,
    'Cannot retrieve cgroup v1 net_cls mount info for MKE',
    {},
    {
      facts: { netClsMounts: [] },
      passingFacts: { netClsMounts: [] },
    },
  ),
  fatal(
    'D14',
    [10, 21],
    mke,
    'Multiple cgroup v1 net_cls mounts: /a, /b',
    { ...mke, 'mke-cgroup-mount': '/a' },
    { facts: { netClsMounts: ['/a', '/b'] }, passingFacts: { netClsMounts: ['/a', '/b'] } },
  ),
  fatal('D16', [10, 13], withoutKPR(affinity), lru, withoutKPR(affinity), below(kernel(4, 9), kernel(4, 10))),
  warn('D16', [10, 12], probe, `${lru}. Disabling the feature.`, probe, below(kernel(4, 9), kernel(4, 10))),
  warn(
    'D17',
    [10, 17],
    { ...ipip, 'datapath-mode': 'lb-only' },
    health,
    { ...ipip, 'datapath-mode': 'lb-only' },
    below(kernel(5, 11), kernel(5, 12)),
  ),
  warn(
    'D17',
    [18, 21],
    { ...ipip, 'bpf-lb-ipip-sock-mark': 'true' },
    health,
    ipip,
    below(kernel(5, 11), kernel(5, 11)),
  ),
  warn(
    'D18',
    [14, 15],
    withoutKPR(),
    'The kernel is 4.14; this release needs 4.19 or newer.',
    withoutKPR(),
    below(kernel(4, 14), kernel(4, 19)),
  ),
  warn(
    'D18',
    [16, 17],
    withoutKPR(),
    'The kernel is 4.19; this release needs 5.4 or newer.',
    withoutKPR(),
    below(kernel(4, 19), kernel(4, 18)),
  ),
  fatal(
    'D18',
    [18, 21],
    withoutKPR(),
    'requirements failed: Require support for bpf_redirect_neigh() (Linux 5.10.0 or newer)',
    withoutKPR(),
    below(kernel(5, 9), kernel(5, 10)),
  ),
];
