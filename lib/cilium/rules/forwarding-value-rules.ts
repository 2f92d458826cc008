import { parseIPv4, parseIPv6 } from '../ip-address';
import { textOf } from '../settings/config-data';
import type { Rule, Start } from './rule';
import { broken } from './rule';

const modes = ['snat', 'dsr', 'hybrid'];
const kprKey = 'kube-proxy-replacement';

/** Up to v1.17 values are looked at while the replacement is set up: with NodePort off they lie dormant. */
const nodePortOff = ({ settings }: Start): boolean => !settings.loadBalancing.nodePort;

const algorithm: Rule[] = [
  {
    id: 'A14',
    effect: 'fatal',
    stage: 'kpr',
    keys: ['bpf-lb-algorithm'],
    reads: [kprKey],
    until: '1.17',
    judge: (start) =>
      nodePortOff(start) || ['random', 'maglev'].includes(start.settings.algorithm)
        ? null
        : broken(`Invalid value for --node-port-algorithm: ${start.settings.algorithm}`),
  },
  {
    id: 'A14',
    effect: 'fatal',
    stage: 'cell',
    keys: ['bpf-lb-algorithm'],
    since: '1.18',
    judge: ({ settings }) =>
      ['random', 'maglev'].includes(settings.algorithm)
        ? null
        : broken(`Invalid value for --bpf-lb-algorithm: ${settings.algorithm}`),
  },
];

const mode: Rule[] = [
  {
    id: 'A6',
    effect: 'fatal',
    stage: 'kpr',
    keys: ['bpf-lb-mode'],
    reads: [kprKey],
    until: '1.17',
    judge: (start) =>
      nodePortOff(start) || modes.includes(start.settings.forwardingMode)
        ? null
        : broken(`Invalid value for --node-port-mode: ${start.settings.forwardingMode}`),
  },
  {
    id: 'A7',
    effect: 'fatal',
    stage: 'cell',
    keys: ['bpf-lb-mode'],
    since: '1.18',
    judge: ({ settings }) =>
      modes.includes(settings.forwardingMode)
        ? null
        : broken(`Invalid value for --bpf-lb-mode: ${settings.forwardingMode}`),
  },
  {
    id: 'A8',
    effect: 'fatal',
    stage: 'kpr',
    keys: ['bpf-lb-mode', 'bpf-lb-mode-annotation'],
    reads: [kprKey],
    since: '1.17',
    until: '1.17',
    judge: (start) => (nodePortOff(start) ? null : hybridByAnnotation(start, 'node-port-mode')),
  },
  {
    id: 'A8',
    effect: 'fatal',
    stage: 'cell',
    keys: ['bpf-lb-mode', 'bpf-lb-mode-annotation'],
    since: '1.18',
    judge: (start) => hybridByAnnotation(start, 'bpf-lb-mode'),
  },
];

function hybridByAnnotation({ settings }: Start, flag: string) {
  return settings.modeAnnotation && settings.forwardingMode === 'hybrid'
    ? broken(`The value --${flag}=hybrid is not supported as default under annotation mode`)
    : null;
}

const dispatchKey = 'bpf-lb-dsr-dispatch';
const badDispatch = (value: string) => broken(`Invalid value for --${dispatchKey}: ${value}`);

const dispatch: Rule[] = [
  {
    id: 'A10',
    effect: 'fatal',
    stage: 'kpr',
    keys: [dispatchKey, 'bpf-lb-mode-annotation'],
    reads: [kprKey],
    since: '1.17',
    until: '1.17',
    judge: (start) =>
      !nodePortOff(start) && start.settings.modeAnnotation && start.settings.dispatch !== 'ipip'
        ? badDispatch(start.settings.dispatch)
        : null,
  },
  {
    id: 'A9',
    effect: 'fatal',
    stage: 'kpr',
    keys: [dispatchKey],
    reads: ['bpf-lb-mode', kprKey],
    until: '1.17',
    judge(start) {
      const { forwardingMode, dispatch: value } = start.settings;
      if (nodePortOff(start) || forwardingMode === 'snat') return null;
      const geneve = start.version.minor >= 14 ? ['geneve'] : [];
      const allowed = forwardingMode === 'dsr' ? ['opt', 'ipip', ...geneve] : ['opt', ...geneve];
      return allowed.includes(value) ? null : badDispatch(value);
    },
  },
  {
    id: 'A11',
    effect: 'warn',
    stage: 'none',
    keys: [dispatchKey],
    since: '1.18',
    until: '1.19',
    judge: ({ settings }) =>
      ['opt', 'ipip', 'geneve'].includes(settings.dispatch)
        ? null
        : broken(
            `This version does not look at ${dispatchKey}: ${settings.dispatch} is no dispatch, and DSR runs without one.`,
          ),
  },
  {
    id: 'A12',
    effect: 'fatal',
    stage: 'cell',
    keys: [dispatchKey],
    since: '1.20',
    judge: ({ settings }) =>
      ['opt', 'ipip', 'geneve'].includes(settings.dispatch) ? null : badDispatch(settings.dispatch),
  },
  {
    id: 'A13',
    effect: 'fatal',
    stage: 'kpr',
    keys: ['bpf-lb-dsr-l4-xlate'],
    reads: ['bpf-lb-mode', kprKey],
    until: '1.16',
    judge(start) {
      const value = textOf(start.data, 'bpf-lb-dsr-l4-xlate', 'frontend');
      if (nodePortOff(start) || start.settings.forwardingMode !== 'dsr') return null;
      return ['frontend', 'backend'].includes(value)
        ? null
        : broken(`Invalid value for --bpf-lb-dsr-l4-xlate: ${value}`);
    },
  },
];

/** A29 and A30: the source ranges of IPIP packets. */
const rssRanges: [string, (ip: string) => number[] | null][] = [
  ['bpf-lb-rss-ipv4-src-cidr', parseIPv4],
  ['bpf-lb-rss-ipv6-src-cidr', parseIPv6],
];
const rssKeys = rssRanges.map(([key]) => key);

const rss: Rule[] = [
  {
    id: 'A29',
    effect: 'fatal',
    stage: 'kpr',
    keys: rssKeys,
    reads: [kprKey],
    judge(start) {
      if (nodePortOff(start)) return null;
      for (const [key, parse] of rssRanges) {
        const value = textOf(start.data, key);
        const [ip = '', bits = ''] = value.split('/');
        const sound = parse(ip) !== null && /^\d+$/.test(bits) && Number(bits) > 0;
        if (value !== '' && !sound) return broken(`Invalid value for --${key}: ${value}`);
      }
      return null;
    },
  },
  {
    id: 'A30',
    effect: 'fatal',
    stage: 'kpr',
    keys: rssKeys,
    reads: ['bpf-lb-mode', dispatchKey, kprKey],
    judge(start) {
      const { forwardingMode, dispatch: by } = start.settings;
      const given = rssKeys.some((key) => textOf(start.data, key) !== '');
      if (nodePortOff(start) || !given || (forwardingMode === 'dsr' && by === 'ipip')) return null;
      const name = start.version.major > 1 || start.version.minor >= 18 ? 'ipip' : 'IPIP';
      return broken(
        `Invalid value for --${rssKeys.join('/')}: currently only supported under ${name} dispatch for DSR`,
      );
    },
  },
];

export const forwardingValueRules: readonly Rule[] = [...algorithm, ...mode, ...dispatch];
export const rssRules: readonly Rule[] = rss;
