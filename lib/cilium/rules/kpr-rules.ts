import { knobOf } from '../settings/knob-catalogue';
import { textOf } from '../settings/config-data';
import type { Rule, Start } from './rule';
import { broken } from './rule';

const key = 'kube-proxy-replacement';

function refused({ data, version }: Start): string | null {
  const knob = knobOf(key, version);
  const value = textOf(data, key, knob?.default ?? '');
  return knob?.values?.includes(value) === false ? value : null;
}

const values: readonly Rule[] = [
  {
    id: 'A1',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key],
    until: '1.17',
    judge(start) {
      const value = refused(start);
      return value === null ? null : broken(`Invalid value for --${key}: ${value}`);
    },
  },
  {
    id: 'A2',
    effect: 'fatal',
    stage: 'cell',
    keys: [key],
    since: '1.18',
    until: '1.18',
    judge: (start) => (refused(start) === null ? null : broken(`invalid value for ${key}`)),
  },
  {
    id: 'A4',
    effect: 'warn',
    stage: 'kpr',
    keys: [key],
    since: '1.14',
    until: '1.15',
    judge({ data }) {
      const value = textOf(data, key);
      if (!['strict', 'partial', 'disabled'].includes(value)) return null;
      return broken(`Deprecated value for --${key}: ${value} (use either "true", or "false")`);
    },
  },
  {
    id: 'A5',
    effect: 'warn',
    stage: 'kpr',
    keys: [key],
    since: '1.12',
    until: '1.12',
    judge: ({ data }) =>
      textOf(data, key) === 'probe'
        ? broken(`The option --${key}=probe is deprecated and it will be removed in v1.13`)
        : null,
  },
];

/** What full replacement switches on, whatever the key says (`K17:48-60`, `KC18`; cilium#47417). */
const forcedOn: [string, { since?: string; until?: string }][] = [
  ['enable-host-reachable-services', { until: '1.11' }],
  ['bpf-lb-sock', { since: '1.12' }],
  ['enable-node-port', { until: '1.18' }],
  ['enable-host-port', { until: '1.18' }],
  ['enable-external-ips', { until: '1.18' }],
  ['enable-session-affinity', { until: '1.18' }],
];

const forced = forcedOn.map(([part, span]): Rule => ({
  id: 'KPR',
  effect: 'overrides',
  stage: 'kpr',
  keys: [part],
  reads: [key],
  ...span,
  forces: { key: part, value: 'true' },
  judge: ({ data, settings }) =>
    settings.fullKpr ? broken(`Forced on because ${key} is ${textOf(data, key)}.`) : null,
}));

/** HostPort and external IPs are parts of NodePort (cilium-config.md 1.1). */
const needsNodePort = ['enable-host-port', 'enable-external-ips'].map((part): Rule => ({
  id: 'KPR-PARTS',
  effect: 'overrides',
  stage: 'kpr',
  keys: [part],
  reads: [key, 'enable-node-port'],
  until: '1.18',
  forces: { key: part, value: 'false' },
  judge: ({ settings }) =>
    settings.loadBalancing.nodePort ? null : broken('Off because NodePort is off, which it is a part of.'),
}));

/** E15: the operator starts neither Ingress nor Gateway API without replacement. */
const gates = [
  { flag: 'enable-ingress-controller', feature: 'Ingress Controller' },
  { flag: 'enable-gateway-api', feature: 'Gateway API' },
].map(({ flag, feature }): Rule => ({
  id: 'E15',
  effect: 'warn',
  stage: 'operator',
  keys: [key],
  reads: [flag],
  since: '1.16',
  judge({ data, settings, version }) {
    if (textOf(data, flag) !== 'true' || settings.loadBalancing.nodePort) return null;
    const needed =
      version.major > 1 || version.minor >= 19
        ? `${key} enabled`
        : `either ${key} or enable-node-port enabled`;
    return broken(`${feature} support requires ${needed}`);
  },
}));

export const kprValueRules = values;
export const kprEffectRules: readonly Rule[] = [...forced, ...needsNodePort, ...gates];
