import { atLeast } from '../agent-version';
import { booleanOf, textOf } from '../settings/config-data';
import { isTunnelled, routingReads } from './routing-rules';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const bpfKey = 'enable-bpf-masquerade';
const iptablesKey = 'install-iptables-rules';
const noConntrackKey = 'install-no-conntrack-iptables-rules';
const legacyKey = 'enable-host-legacy-routing';
const masqueradeReads = ['enable-ipv4-masquerade', 'enable-ipv6-masquerade'];
const requires = `${noConntrackKey} requires the agent to run with`;

const masqueradesByIptables = ({ settings }: Start): boolean =>
  (settings.masqueradeIPv4 || settings.masqueradeIPv6) && !settings.bpfMasquerade;

/** iptables rules that the replacement needs. */
export const iptablesRules: readonly Rule[] = [
  {
    id: 'E6',
    effect: 'fatal',
    stage: 'daemon',
    keys: [iptablesKey],
    reads: [kprKey, bpfKey],
    since: '1.20',
    judge: ({ data, settings }) =>
      !booleanOf(data, iptablesKey, true) && (settings.fullKpr || settings.bpfMasquerade)
        ? broken(
            'kube-proxy replacement (--kube-proxy-replacement) or BPF masquerade (--enable-bpf-masquerade) ' +
              'requires iptables rules (--install-iptables-rules="true")',
          )
        : null,
  },
  {
    id: 'E7',
    effect: 'fatal',
    stage: 'bare',
    keys: [iptablesKey, 'enable-l7-proxy'],
    reads: ['enable-bpf-tproxy'],
    judge({ data, version }) {
      if (booleanOf(data, iptablesKey, true) || !booleanOf(data, 'enable-l7-proxy', true)) return null;
      const recent = atLeast(version, 20);
      if (recent && booleanOf(data, 'enable-bpf-tproxy', false)) return null;
      return broken(
        `L7 proxy requires iptables rules (--install-iptables-rules="true")${recent ? ' or BPF TProxy (--enable-bpf-tproxy="true")' : ''}`,
      );
    },
  },
];

export const noConntrackRules: readonly Rule[] = [
  {
    id: 'E8',
    effect: 'fatal',
    stage: 'kpr',
    keys: [noConntrackKey],
    reads: [kprKey],
    judge({ data, settings, version }) {
      if (!booleanOf(data, noConntrackKey, false) || settings.fullKpr) return null;
      const value = atLeast(version, 19) ? '' : atLeast(version, 14) ? '=true' : '=strict';
      return broken(`${requires} ${kprKey}${value}.`);
    },
  },
  {
    id: 'E9',
    effect: 'fatal',
    stage: 'kpr',
    keys: [noConntrackKey, bpfKey],
    reads: masqueradeReads,
    judge: (start) =>
      booleanOf(start.data, noConntrackKey, false) && masqueradesByIptables(start)
        ? broken(`${requires} enable-bpf-masquerade.`)
        : null,
  },
];

const needsNodePort = 'BPF masquerade requires NodePort (--enable-node-port="true")';

const withoutNodePort = ({ settings }: Start): boolean =>
  settings.bpfMasquerade && !settings.loadBalancing.nodePort;

const egressKey = 'egress-masquerade-interfaces';
const noEgressDevices = `BPF masquerade does not allow to specify devices via --${egressKey} (use --devices instead)`;

const withEgressDevices = ({ data, settings }: Start): boolean =>
  settings.bpfMasquerade && textOf(data, egressKey) !== '';

export const bpfMasqueradeRules: readonly Rule[] = [
  {
    id: 'E1',
    effect: 'overrides',
    stage: 'daemon',
    keys: [bpfKey],
    reads: [kprKey],
    until: '1.14',
    forces: { key: bpfKey, value: 'false' },
    judge: (start) =>
      withoutNodePort(start) ? broken(`${needsNodePort} Falling back to iptables-based masquerading.`) : null,
  },
  {
    id: 'E2',
    effect: 'fatal',
    stage: 'finish',
    keys: [bpfKey],
    reads: [kprKey],
    since: '1.15',
    until: '1.18',
    judge: (start) =>
      withoutNodePort(start) ? broken(`unable to initialize BPF masquerade support: ${needsNodePort}`) : null,
  },
  {
    id: 'E3',
    effect: 'overrides',
    stage: 'daemon',
    keys: [bpfKey],
    reads: ['bpf-lb-sock', ...routingReads],
    since: '1.14',
    until: '1.14',
    forces: { key: bpfKey, value: 'false' },
    judge: (start) => withoutSocketLB(start),
  },
  {
    id: 'E3',
    effect: 'fatal',
    stage: 'finish',
    keys: [bpfKey, 'bpf-lb-sock'],
    reads: routingReads,
    since: '1.15',
    until: '1.15',
    judge: (start) => withoutSocketLB(start),
  },
  {
    id: 'E4',
    effect: 'overrides',
    stage: 'daemon',
    keys: [bpfKey, egressKey],
    until: '1.14',
    forces: { key: bpfKey, value: 'false' },
    judge: (start) =>
      withEgressDevices(start)
        ? broken(`${noEgressDevices} Falling back to iptables-based masquerading.`)
        : null,
  },
  {
    id: 'E4',
    effect: 'fatal',
    stage: 'daemon',
    keys: [bpfKey, egressKey],
    since: '1.15',
    judge: (start) => (withEgressDevices(start) ? broken(noEgressDevices) : null),
  },
  {
    id: 'E5',
    effect: 'fatal',
    stage: 'daemon',
    keys: [bpfKey, ...masqueradeReads],
    since: '1.15',
    judge: ({ settings }) =>
      settings.bpfMasquerade && !settings.masqueradeIPv4 && !settings.masqueradeIPv6
        ? broken(
            'BPF masquerade requires (--enable-ipv4-masquerade="true" or --enable-ipv6-masquerade="true")',
          )
        : null,
  },
];

function withoutSocketLB(start: Start): Outcome {
  return start.settings.bpfMasquerade && isTunnelled(start) && !start.settings.socketLB
    ? broken('BPF masquerade requires socket-LB (--bpf-lb-sock="false")')
    : null;
}

/** E12: BPF host routing falls back where something that it needs is missing. */
const hostRouting = {
  id: 'E12',
  effect: 'overrides',
  stage: 'kpr',
  keys: [legacyKey],
  forces: { key: legacyKey, value: 'true' },
} as const;

export const hostRoutingRules: readonly Rule[] = [
  {
    ...hostRouting,
    reads: [bpfKey, ...masqueradeReads],
    judge: (start) =>
      masqueradesByIptables(start)
        ? broken(
            'BPF host routing requires enable-bpf-masquerade. Falling back to legacy host routing (enable-host-legacy-routing=true).',
          )
        : null,
  },
  {
    ...hostRouting,
    reads: [kprKey],
    judge({ settings, version }) {
      if (settings.loadBalancing.nodePort) return null;
      const value = atLeast(version, 19) ? '' : atLeast(version, 14) ? '=true' : '=strict';
      return broken(
        `BPF host routing requires kube-proxy-replacement${value}. Falling back to legacy host routing (enable-host-legacy-routing=true).`,
      );
    },
  },
  {
    ...hostRouting,
    until: '1.17',
    judge({ facts: { kernel } }) {
      if (kernel === null) return missing('the kernel of the node');
      return kernel.major > 5 || (kernel.major === 5 && kernel.minor >= 10)
        ? null
        : broken(
            'BPF host routing requires kernel 5.10 or newer. Falling back to legacy host routing (enable-host-legacy-routing=true).',
          );
    },
  },
  {
    ...hostRouting,
    reads: ['enable-ipsec'],
    until: '1.18',
    judge: ({ data }) =>
      booleanOf(data, 'enable-ipsec', false)
        ? broken(
            'BPF host routing is incompatible with enable-ipsec. Falling back to legacy host routing (enable-host-legacy-routing=true).',
          )
        : null,
  },
];
