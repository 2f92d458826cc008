import { booleanOf, textOf } from '../settings/config-data';
import { hasSince } from './kernel-feature';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const modeKey = 'datapath-mode';
const unavailable = 'netkit connector not available: ';

/** `auto` takes netkit where it can, and veth else. */
const isAsked = ({ data }: Start): boolean => ['netkit', 'netkit-l2'].includes(textOf(data, modeKey));
const isAuto = ({ data }: Start): boolean => textOf(data, modeKey) === 'auto';

function withoutNetkit({ facts: { deviceTypes, kernel } }: Start): Outcome {
  const isThere = deviceTypes.netkit ?? (kernel && hasSince(kernel, '6.7'));
  if (isThere === false)
    return broken('netkit device probe failed, requires kernel 6.7.0+ and CONFIG_NETKIT');
  return deviceTypes.netkit === undefined ? missing('whether the kernel of the node has netkit') : null;
}

function withoutScrub({ data, facts: { netkitScrubs } }: Start): Outcome {
  if (!booleanOf(data, 'enable-endpoint-routes', false)) return null;
  if (netkitScrubs === null) return missing('whether netkit of the node’s kernel has scrub attributes');
  return netkitScrubs
    ? null
    : broken('netkit driver missing scrub attributes, required with --enable-endpoint-routes=true');
}

const masqueradesByIptables = ({ settings }: Start): boolean =>
  (settings.masqueradeIPv4 || settings.masqueradeIPv6) && !settings.bpfMasquerade;

type Need = { id: string; keys: readonly string[]; judge: (start: Start) => Outcome };

/** What netkit asks for, in the agent's order (`pkg/datapath/connector/config.go:123-178`): the kernel stands first. */
const needs: Need[] = [
  { id: 'D20', keys: [modeKey], judge: withoutNetkit },
  {
    id: 'D19',
    keys: [modeKey, 'kube-proxy-replacement'],
    judge: ({ settings }) =>
      settings.fullKpr ? null : broken('netkit devices require --kube-proxy-replacement'),
  },
  {
    id: 'D20',
    keys: [modeKey, 'enable-bpf-masquerade', 'enable-ipv4-masquerade', 'enable-ipv6-masquerade'],
    judge: (start) =>
      masqueradesByIptables(start)
        ? broken('netkit devices require BPF masquerade (--enable-bpf-masquerade=true)')
        : null,
  },
  {
    id: 'D20',
    keys: [modeKey, 'enable-host-legacy-routing'],
    judge: ({ settings }) =>
      settings.legacyHostRouting
        ? broken('netkit devices cannot be used with --enable-host-legacy-routing=true')
        : null,
  },
  {
    id: 'D20',
    keys: [modeKey, 'enable-bpf-tproxy'],
    judge: ({ data }) =>
      booleanOf(data, 'enable-bpf-tproxy', false)
        ? broken('netkit devices cannot be used with --enable-bpf-tproxy=true')
        : null,
  },
  { id: 'D20', keys: [modeKey, 'enable-endpoint-routes'], judge: withoutScrub },
];

function behindPrefix(outcome: Outcome): Outcome {
  return outcome !== null && 'broken' in outcome ? broken(unavailable + outcome.broken) : outcome;
}

export const netkitRules: readonly Rule[] = needs.flatMap(({ id, keys, judge }): Rule[] => [
  {
    id,
    effect: 'fatal',
    stage: 'cell',
    keys,
    since: '1.20',
    judge: (start) => (isAsked(start) ? behindPrefix(judge(start)) : null),
  },
  {
    id,
    effect: 'overrides',
    stage: 'cell',
    keys,
    since: '1.20',
    forces: { key: modeKey, value: 'veth' },
    judge: (start) => (isAuto(start) ? behindPrefix(judge(start)) : null),
  },
]);
