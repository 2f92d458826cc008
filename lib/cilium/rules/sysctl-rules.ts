import { atLeast } from '../agent-version';
import { booleanOf } from '../settings/config-data';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';
import { isReserved } from './reserved-ports';

const rangeKey = 'node-port-range';
const protectKey = 'enable-auto-protect-node-port-range';
const kprKey = 'kube-proxy-replacement';
const ephemeralName = 'net.ipv4.ip_local_port_range';
const reservedName = 'net.ipv4.ip_local_reserved_ports';

const isNumber = (text: string): boolean => /^[-+]?\d+$/.test(text);

/** The ephemeral ports of the node, as the agent's own parser takes them. */
function badEphemeral({ facts }: Start): Outcome {
  const text = facts.sysctls[ephemeralName];
  if (text === null) return broken(`Unable to read ${ephemeralName}`);
  if (text === undefined)
    return facts.ephemeralPorts === null ? missing(`${ephemeralName} of the node`) : null;
  const parts = text.split('\t');
  const [min = '', max = ''] = parts;
  if (parts.length !== 2) return broken(`Invalid ephemeral port range: ${text}`);
  if (!isNumber(min)) return broken(`Unable to parse min port value ${min} for ephemeral range`);
  return isNumber(max) ? null : broken(`Unable to parse max port value ${max} for ephemeral range`);
}

/** Whether the node port range reaches into the ephemeral ports: only then are reserved ports looked at. */
function overlaps({ settings, facts: { ephemeralPorts } }: Start): boolean | null {
  const { min, max } = settings.loadBalancing.nodePortRange;
  if (ephemeralPorts === null) return null;
  return max >= ephemeralPorts.min && min <= ephemeralPorts.max;
}

/** The first reserved range that the agent cannot read, in its words; those behind the node ports are not looked at. */
function badReserved({ settings, version }: Start, text: string): string | null {
  const { min, max } = settings.loadBalancing.nodePortRange;
  for (const range of text.split(',')) {
    const [from = '', to = from] = range.split('-');
    if (range === '') return null;
    const bad = [from, to].find((port) => !isNumber(port));
    if (bad !== undefined) return `Unable to parse reserved port "${bad}"`;
    if (atLeast(version, 20) && Number(to) < Number(from))
      return `Invalid reserved ports range "${range}": start must be less than or equal to end`;
    if ((Number(from) <= min && Number(to) >= max) || Number(from) > max) return null;
  }
  return null;
}

const unreadable = { id: 'F4', effect: 'fatal', stage: 'kpr', reads: [kprKey] } as const;

export const sysctlRules: readonly Rule[] = [
  {
    ...unreadable,
    keys: [rangeKey],
    judge: (start) => (start.settings.loadBalancing.nodePort ? badEphemeral(start) : null),
  },
  {
    ...unreadable,
    keys: [rangeKey, protectKey],
    judge(start) {
      if (!start.settings.loadBalancing.nodePort || overlaps(start) === false) return null;
      const text = start.facts.sysctls[reservedName];
      if (text === null) return broken(`Unable to read ${reservedName}`);
      if (overlaps(start) === null) return missing(`${reservedName} of the node`);
      // Where one sysctl could be read, so can the other.
      if (text === undefined) return null;
      const words = badReserved(start, text);
      return words === null ? null : broken(words);
    },
  },
];

/** F2: no agent says so, and the sysctl of the host is another afterwards. */
export const reservingRules: readonly Rule[] = [
  {
    id: 'F2',
    effect: 'warn',
    stage: 'none',
    keys: [rangeKey, protectKey],
    reads: [kprKey],
    judge(start) {
      const { data, settings, facts } = start;
      if (!settings.loadBalancing.nodePort || !booleanOf(data, protectKey, true)) return null;
      const isInside = overlaps(start);
      // The default range ends below the ephemeral ports that Linux hands out.
      if (isInside === null)
        return data[rangeKey] === undefined ? null : missing(`${ephemeralName} of the node`);
      const { min, max } = settings.loadBalancing.nodePortRange;
      if (!isInside || isReserved(facts, settings.loadBalancing.nodePortRange)) return null;
      return broken(
        `The agent appends ${min}-${max} to ${reservedName} of the node, so that its own connections keep clear of node ports.`,
      );
    },
  },
];
