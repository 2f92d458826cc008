import { booleanOf, textOf } from '../settings/config-data';
import type { Outcome, Rule, Start } from './rule';
import { broken } from './rule';

export const routingReads = ['routing-mode', 'tunnel-protocol', 'tunnel'];

/** True where packets to other nodes go through a tunnel. */
export function isTunnelled({ settings }: Start): boolean {
  return settings.routingMode === 'tunnel';
}

function unknownMode({ data }: Start, modes: readonly string[]): Outcome {
  const value = data['routing-mode']?.trim();
  if (value === undefined || modes.includes(value)) return null;
  const listed = modes.map((name) => `"${name}"`).join(', ');
  return broken(`invalid routing mode "${value}", valid modes = {${listed}}`);
}

function unknownProtocol({ settings: { tunnelProtocol } }: Start): Outcome {
  return ['vxlan', 'geneve'].includes(tunnelProtocol)
    ? null
    : broken(`invalid tunnel protocol "${tunnelProtocol}"`);
}

/** Routing, tunnels and IP families: what the agent looks at before any load balancing. */
export const routingValueRules: readonly Rule[] = [
  {
    id: 'A31',
    effect: 'fatal',
    stage: 'validate',
    keys: ['routing-mode'],
    since: '1.14',
    until: '1.19',
    judge: (start) => unknownMode(start, ['native', 'tunnel']),
  },
  {
    id: 'A31',
    effect: 'fatal',
    stage: 'validate',
    keys: ['routing-mode'],
    since: '1.20',
    judge: (start) => unknownMode(start, ['tunnel', 'native', 'hybrid']),
  },
  {
    id: 'A33',
    effect: 'fatal',
    stage: 'validate',
    keys: ['routing-mode', 'tunnel'],
    since: '1.14',
    until: '1.14',
    judge: ({ data }) =>
      textOf(data, 'routing-mode') !== '' && textOf(data, 'tunnel') !== ''
        ? broken('Option --routing-mode cannot be used in combination with --tunnel')
        : null,
  },
  {
    id: 'A32',
    effect: 'fatal',
    stage: 'validate',
    keys: ['tunnel-protocol'],
    since: '1.14',
    until: '1.14',
    judge: unknownProtocol,
  },
  {
    id: 'A32',
    effect: 'fatal',
    stage: 'cell',
    keys: ['tunnel-protocol'],
    since: '1.15',
    judge: unknownProtocol,
  },
  {
    id: 'FAMILIES',
    effect: 'fatal',
    stage: 'bare',
    keys: ['enable-ipv4', 'enable-ipv6'],
    judge: ({ settings: { loadBalancing } }) =>
      loadBalancing.ipv4 || loadBalancing.ipv6
        ? null
        : broken('Either IPv4 or IPv6 addressing must be enabled'),
  },
];

const noConntrackKey = 'install-no-conntrack-iptables-rules';
const directKey = 'auto-direct-node-routes';

const directRoutes = {
  id: 'B16',
  effect: 'fatal',
  stage: 'bare',
  keys: [directKey, 'routing-mode'],
} as const;

function directInTunnel(start: Start, words: string): Outcome {
  return booleanOf(start.data, directKey, false) && isTunnelled(start) ? broken(words) : null;
}

/** What does not go with a tunnel, beside load balancing. */
export const tunnelRules: readonly Rule[] = [
  {
    id: 'E16',
    effect: 'fatal',
    stage: 'bare',
    keys: ['routing-mode', 'ipam'],
    judge: (start) =>
      start.settings.ipam === 'eni' && isTunnelled(start)
        ? broken('Cannot specify IPAM mode eni in tunnel mode.')
        : null,
  },
  {
    ...directRoutes,
    until: '1.19',
    judge: (start) =>
      directInTunnel(
        start,
        'auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.',
      ),
  },
  {
    ...directRoutes,
    since: '1.20',
    judge: (start) =>
      directInTunnel(start, 'auto-direct-node-routes requires native or hybrid routing mode.'),
  },
  {
    id: 'E10',
    effect: 'fatal',
    stage: 'bare',
    keys: [noConntrackKey],
    reads: [...routingReads, 'enable-ipv4'],
    judge(start) {
      if (!booleanOf(start.data, noConntrackKey, false)) return null;
      if (isTunnelled(start))
        return broken(`${noConntrackKey} requires the agent to run in direct routing mode.`);
      return start.settings.loadBalancing.ipv4 ? null : broken(`${noConntrackKey} requires IPv4 support.`);
    },
  },
];
