import { atLeast } from '../agent-version';
import { booleanOf, textOf } from '../settings/config-data';
import { hasSince, kernelRule } from './kernel-feature';
import type { Rule, Start } from './rule';

const kprKey = 'kube-proxy-replacement';
const affinityKey = 'enable-session-affinity';
const recorderKey = 'enable-recorder';
const dispatchKey = 'bpf-lb-dsr-dispatch';
const ipipMarkKey = 'bpf-lb-ipip-sock-mark';
const traceKey = 'trace-sock';
const hostnsKey = 'bpf-lb-sock-hostns-only';
/** Socket load balancing, by its name since v1.12 and before. */
const socketKeys = ['bpf-lb-sock', 'enable-host-reachable-services'];

const nodePortOn = ({ settings }: Start): boolean => settings.loadBalancing.nodePort;

/** Up to v1.12 `probe` takes what the kernel has, and goes without the rest. */
export const isProbe = ({ data, version }: Start): boolean =>
  !atLeast(version, 13) && textOf(data, kprKey) === 'probe';

const isStrict = (start: Start): boolean => !isProbe(start);

const nodePort = { id: 'D6', stage: 'kpr', keys: [kprKey], has: kernelSince('4.17') } as const;
const needs417 = 'BPF NodePort services needs kernel 4.17.0 or newer';

function kernelSince(since: `${number}`) {
  return (kernel: Parameters<typeof hasSince>[0]) => hasSince(kernel, since);
}

/** D6: node ports look routes up in BPF. */
const nodePortRules: Rule[] = [
  kernelRule({
    ...nodePort,
    effect: 'fatal',
    until: '1.12',
    applies: (start) => nodePortOn(start) && isStrict(start),
    words: `${needs417}.`,
  }),
  kernelRule({
    ...nodePort,
    effect: 'warn',
    until: '1.12',
    applies: (start) => nodePortOn(start) && isProbe(start),
    words: `${needs417}. Disabling BPF NodePort.`,
  }),
  kernelRule({
    ...nodePort,
    effect: 'fatal',
    since: '1.13',
    until: '1.18',
    applies: nodePortOn,
    words: needs417,
  }),
];

const recorder: Rule = kernelRule({
  id: 'C10',
  effect: 'fatal',
  stage: 'kpr',
  keys: [recorderKey],
  reads: [kprKey],
  until: '1.18',
  applies: (start) => nodePortOn(start) && booleanOf(start.data, recorderKey, false),
  has: kernelSince('5.8'),
  words: `pcap recorder --${recorderKey} datapath needs kernel 5.8.0 or newer`,
});

/** Only load balancers that stand alone check backends by IPIP; since v1.18 those with the socket mark of IPIP. */
function checksBackends(start: Start): boolean {
  const { data, settings, version } = start;
  if (!nodePortOn(start) || settings.forwardingMode === 'snat' || settings.dispatch !== 'ipip') return false;
  return atLeast(version, 18)
    ? booleanOf(data, ipipMarkKey, false)
    : settings.forwardingMode === 'dsr' && textOf(data, 'datapath-mode') === 'lb-only';
}

const healthDatapath = {
  id: 'D17',
  effect: 'warn',
  stage: 'kpr',
  reads: ['bpf-lb-mode', kprKey],
  applies: checksBackends,
  has: kernelSince('5.12'),
  words:
    'BPF load-balancer health check datapath needs kernel 5.12.0 or newer. Disabling BPF load-balancer health check datapath.',
} as const;

const lru = {
  id: 'D16',
  stage: 'kpr',
  keys: [affinityKey],
  reads: [kprKey],
  has: kernelSince('4.10'),
} as const;
const requiresLRU = 'SessionAffinity feature requires BPF LRU maps';
const affinityOn = ({ settings }: Start): boolean => settings.sessionAffinity;

const affinityRules: Rule[] = [
  kernelRule({
    ...lru,
    effect: 'fatal',
    until: '1.13',
    applies: (start) => affinityOn(start) && isStrict(start),
    words: requiresLRU,
  }),
  kernelRule({
    ...lru,
    effect: 'warn',
    until: '1.12',
    applies: (start) => affinityOn(start) && isProbe(start),
    words: `${requiresLRU}. Disabling the feature.`,
  }),
  kernelRule({
    id: 'D10',
    effect: 'warn',
    stage: 'kpr',
    keys: [affinityKey, kprKey],
    reads: socketKeys,
    until: '1.17',
    applies: (start) => affinityOn(start) && start.settings.socketLB,
    has: kernelSince('5.7'),
    words:
      'Session affinity for host reachable services needs kernel 5.7.0 or newer to work properly when accessed from inside cluster: the same service endpoint will be selected from all network namespaces on the host.',
  }),
];

/** What an agent goes without on an old kernel, with a line in its log. */
const degraded: Rule[] = [
  kernelRule({
    id: 'D13',
    effect: 'overrides',
    stage: 'kpr',
    keys: [traceKey],
    reads: [...socketKeys, hostnsKey, kprKey],
    since: '1.13',
    until: '1.18',
    forces: { key: traceKey, value: 'false' },
    // Up to v1.14 the line is there even where tracing is off.
    applies: ({ data, settings, version }) =>
      settings.socketLB &&
      (!atLeast(version, 15) || (booleanOf(data, traceKey, true) && !booleanOf(data, hostnsKey, false))),
    has: kernelSince('5.7'),
    words: 'Disabling socket-LB tracing as it requires kernel 5.7 or newer',
  }),
  kernelRule({
    id: 'D11',
    effect: 'overrides',
    stage: 'kpr',
    keys: [hostnsKey],
    reads: [...socketKeys, kprKey],
    since: '1.10',
    until: '1.17',
    forces: { key: hostnsKey, value: 'false' },
    applies: ({ data, settings }) => settings.socketLB && booleanOf(data, hostnsKey, false),
    has: kernelSince('5.7'),
    words:
      'Without network namespace cookie lookup functionality, BPF datapath cannot distinguish root and non-root namespace, skipping socket-level loadbalancing will not work. Istio routing chains will be missed. Needs kernel version >= 5.7',
  }),
];

/** What node ports ask of the kernel before the ephemeral ports are looked at. */
export const nodePortKernelRules: readonly Rule[] = nodePortRules;

/** What node ports ask of it after that. */
export const datapathKernelRules: readonly Rule[] = [
  recorder,
  kernelRule({ ...healthDatapath, keys: [dispatchKey, 'datapath-mode'], until: '1.17' }),
  kernelRule({ ...healthDatapath, keys: [dispatchKey, ipipMarkKey], since: '1.18' }),
];

/** What session affinity and socket load balancing go without. */
export const affinityKernelRules: readonly Rule[] = [...affinityRules, ...degraded];
