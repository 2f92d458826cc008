import { atLeast } from '../agent-version';
import { booleanOf } from '../settings/config-data';
import { isReserved } from './reserved-ports';
import type { Outcome, Rule, Stage, Start } from './rule';
import { broken, missing } from './rule';

const key = 'node-port-range';
const protectKey = 'enable-auto-protect-node-port-range';
const kprKey = 'kube-proxy-replacement';

/** A rule of the range's text; up to v1.17 it is read earlier, and its words stand behind a prefix. */
function ofText(id: string, problem: (parts: string[], start: Start) => string | null): Rule[] {
  const judge =
    (before: string) =>
    (start: Start): Outcome => {
      // An empty range is the default.
      const text = start.data[key]?.trimEnd() ?? '';
      const words = text === '' ? null : problem(text.split(','), start);
      return words === null ? null : broken(before + words);
    };
  const shared = { id, effect: 'fatal', keys: [key] } as const;
  const stages: [Stage, Stage] = ['bare', 'cell'];
  return [
    { ...shared, stage: stages[0], until: '1.17', judge: judge('Failed to populate NodePortRange: ') },
    { ...shared, stage: stages[1], since: '1.18', judge: judge('') },
  ];
}

const isNumber = (part: string | undefined): boolean => /^\d+$/.test(part ?? '');

export const nodePortValueRules: readonly Rule[] = [
  ...ofText('A23', (parts) =>
    parts.length === 2 ? null : `Unable to parse min/max port value for NodePort range: ${key}`,
  ),
  ...ofText('A21', (parts, { version }) => {
    if (parts.length !== 2) return null;
    const bad = parts.findIndex((part) => !isNumber(part));
    if (bad < 0) return null;
    const parser = version.major > 1 || version.minor >= 18 ? 'ParseUint' : 'Atoi';
    const cause = `strconv.${parser}: parsing "${parts[bad]}": invalid syntax`;
    return `Unable to parse ${bad === 0 ? 'min' : 'max'} port value for NodePort range: ${cause}`;
  }),
  ...ofText('A22', (parts) => {
    if (parts.length !== 2 || !parts.every(isNumber)) return null;
    const [min = 0, max = 0] = parts.map(Number);
    return min < max ? null : 'NodePort range min port must be smaller than max port';
  }),
  {
    id: 'A24',
    effect: 'warn',
    stage: 'bare',
    keys: [key],
    until: '1.17',
    judge: ({ data }) => (data[key]?.trim() === '' ? broken('NodePort range was set but is empty.') : null),
  },
];

const ephemeralUnknown = missing('net.ipv4.ip_local_port_range of the node');

/** The node port range beside the ports that the kernel hands out (rules F). */
export const nodePortRangeRules: readonly Rule[] = [
  {
    id: 'F3',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key],
    reads: [kprKey],
    judge({ settings, facts: { ephemeralPorts } }) {
      const { nodePort, nodePortRange } = settings.loadBalancing;
      if (!nodePort) return null;
      if (ephemeralPorts === null) return ephemeralUnknown;
      if (nodePortRange.min <= ephemeralPorts.max) return null;
      return broken(
        `NodePort port range (${nodePortRange.min}-${nodePortRange.max}) is not allowed to be after ephemeral port range (${ephemeralPorts.min}\t${ephemeralPorts.max})`,
      );
    },
  },
  {
    id: 'F1',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key, protectKey],
    reads: [kprKey],
    judge({ data, settings, facts }) {
      const { nodePort, nodePortRange } = settings.loadBalancing;
      const { ephemeralPorts } = facts;
      if (!nodePort || booleanOf(data, protectKey, true)) return null;
      if (ephemeralPorts === null) return ephemeralUnknown;
      const { min, max } = nodePortRange;
      if (max < ephemeralPorts.min || min > ephemeralPorts.max) return null;
      if (isReserved(facts, nodePortRange)) return null;
      return broken(
        `NodePort port range (${min}-${max}) must not clash with ephemeral port range (${ephemeralPorts.min}\t${ephemeralPorts.max}). ` +
          `Adjust ephemeral range port with "sysctl -w net.ipv4.ip_local_port_range='MIN MAX'", or protect the NodePort ` +
          'range by appending it to "net.ipv4.ip_local_reserved_ports", or set --enable-auto-protect-node-port-range=true ' +
          'to auto-append the range to "net.ipv4.ip_local_reserved_ports"',
      );
    },
  },
  {
    id: 'F5',
    effect: 'warn',
    stage: 'none',
    keys: [key],
    reads: [kprKey],
    judge({ settings, version, facts: { hostPorts } }) {
      const { nodePort, nodePortRange } = settings.loadBalancing;
      if (!nodePort) return null;
      if (hostPorts === null) return missing('the host ports of the pods on the node');
      const inside = hostPorts.find((port) => port >= nodePortRange.min && port <= nodePortRange.max);
      if (inside === undefined) return null;
      if (atLeast(version, 18))
        return broken('The requested hostPort is colliding with the configured NodePort range. Ignoring.');
      return broken(
        `The requested hostPort ${inside} is colliding with the configured NodePort range [${nodePortRange.min}, ${nodePortRange.max}]. Ignoring.`,
      );
    },
  },
  {
    id: 'E13',
    effect: 'warn',
    stage: 'kpr',
    keys: ['node-port-bind-protection'],
    reads: [kprKey],
    judge: ({ data, settings }) =>
      settings.loadBalancing.nodePort && !booleanOf(data, 'node-port-bind-protection', true)
        ? broken('NodePort BPF configured without bind(2) protection against service ports')
        : null,
  },
];
