import { atLeast } from '../agent-version';
import { booleanOf, listOf, textOf } from '../settings/config-data';
import { hasRecvmsgHooks, hasSince, kernelRule } from './kernel-feature';
import { isProbe } from './kernel-rules';
import type { Rule, Stage, Start } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const socketKeys = [kprKey, 'bpf-lb-sock', 'enable-host-reachable-services'];
const mkeKey = 'enable-mke';
const mkeMountKey = 'mke-cgroup-mount';
const protocolsKey = 'host-reachable-services-protos';

/** Up to v1.11 socket load balancing is switched on for each protocol; full replacement takes both. */
function balances(start: Start, protocol: 'tcp' | 'udp'): boolean {
  const { data, settings, version } = start;
  if (!settings.socketLB) return false;
  const listed = atLeast(version, 12) ? [] : listOf(data, protocolsKey);
  return settings.fullKpr || listed.length === 0 || listed.includes(protocol);
}

const isStrict = (start: Start): boolean => !isProbe(start);

const cgroupPrograms = kernelRule({
  id: 'D7',
  effect: 'fatal',
  stage: 'kpr',
  keys: socketKeys,
  since: '1.14',
  applies: ({ settings }) => settings.socketLB,
  has: (kernel) => hasSince(kernel, '4.10'),
  words: 'socketlb enabled, but kernel does not support attaching bpf programs to cgroups',
});

type Protocol = {
  id: string;
  protocol: 'tcp' | 'udp';
  has: Parameters<typeof kernelRule>[0]['has'];
  /** Its words since v1.14, in v1.13, and before. */
  words: readonly [string, string, string];
};

/** D8 and D9: one protocol's hooks. */
function hookRules({ id, protocol, has, words: [recent, in113, before] }: Protocol): Rule[] {
  const shared = { id, stage: 'kpr', keys: socketKeys, reads: [protocolsKey], has } as const;
  const on = (start: Start): boolean => balances(start, protocol);
  return [
    kernelRule({
      ...shared,
      effect: 'fatal',
      until: '1.12',
      applies: (start) => on(start) && isStrict(start),
      words: before,
    }),
    kernelRule({
      ...shared,
      effect: 'warn',
      until: '1.12',
      applies: (start) => on(start) && isProbe(start),
      words: `${before} Disabling the feature.`,
    }),
    kernelRule({ ...shared, effect: 'fatal', since: '1.13', until: '1.13', applies: on, words: in113 }),
    kernelRule({ ...shared, effect: 'fatal', since: '1.14', applies: on, words: recent }),
  ];
}

const tcp = 'services for TCP needs kernel 4.17.0 or newer';
const udp = 'services for UDP needs kernel 4.19.57, 5.1.16, 5.2.0 or newer';

const hooks: Rule[] = [
  ...hookRules({
    id: 'D8',
    protocol: 'tcp',
    has: (kernel) => hasSince(kernel, '4.17'),
    words: [`BPF host-reachable ${tcp}`, `BPF host reachable ${tcp}.`, `BPF host reachable ${tcp}.`],
  }),
  ...hookRules({
    id: 'D9',
    protocol: 'udp',
    has: hasRecvmsgHooks,
    words: [
      `BPF host-reachable ${udp}`,
      `BPF host reachable ${udp}`,
      `BPF host reachable ${udp}. If you run an older kernel and only need TCP, then specify: --${protocolsKey}=tcp and --${kprKey}=partial`,
    ],
  }),
];

const underMKE = (start: Start): boolean => start.settings.socketLB && booleanOf(start.data, mkeKey, false);
const mke = { id: 'D14', keys: [mkeKey], reads: socketKeys } as const;

/** D14 for the kernel: v1.18 gives the error back, agents before it end on the spot. */
function mkeKernel(stage: Stage, span: { since?: string; until: string }): Rule {
  return kernelRule({
    ...mke,
    ...span,
    effect: 'fatal',
    stage,
    applies: (start) => underMKE(start) && isStrict(start),
    has: (kernel) => hasSince(kernel, '5.7'),
    words: `BPF kube-proxy replacement under MKE with --${mkeKey} needs kernel 5.7 or newer`,
  });
}

const mkeKernelRules: Rule[] = [
  mkeKernel('bare', { until: '1.17' }),
  mkeKernel('kpr', { since: '1.18', until: '1.18' }),
  kernelRule({
    ...mke,
    effect: 'warn',
    stage: 'kpr',
    until: '1.12',
    applies: (start) => underMKE(start) && isProbe(start),
    has: (kernel) => hasSince(kernel, '5.7'),
    words: `Disabling host reachable services under MKE with --${mkeKey}. Needs kernel 5.7 or newer.`,
  }),
];

/** D14 for cgroups: containers of MKE are told by a class of net_cls. Up to v1.17 only where node ports are on. */
const mkeCgroups: Rule = {
  ...mke,
  effect: 'fatal',
  stage: 'bare',
  keys: [mkeKey, mkeMountKey],
  judge(start) {
    const { data, settings, version, facts } = start;
    const isAsked = atLeast(version, 18) || settings.loadBalancing.nodePort;
    if (!underMKE(start) || !isAsked || textOf(data, mkeMountKey) !== '') return null;
    if (facts.netClsMounts === null) return missing('where the node mounts net_cls of cgroup v1');
    const [mount, other] = new Set(facts.netClsMounts);
    if (mount === undefined) return broken('Cannot retrieve cgroup v1 net_cls mount info for MKE');
    return other === undefined ? null : broken(`Multiple cgroup v1 net_cls mounts: ${mount}, ${other}`);
  },
};

export const socketLBKernelRules: readonly Rule[] = [cgroupPrograms, ...mkeKernelRules, ...hooks];
export const mkeCgroupRules: readonly Rule[] = [mkeCgroups];
