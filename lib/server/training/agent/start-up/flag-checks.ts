import { atLeast } from '../cilium-version';
import { parseBoolean } from '@/lib/cilium/settings/config-data';
import type { Check, StartUp } from './problem';
import { problem } from './problem';

const booleanFlags = [
  'auto-direct-node-routes',
  'bpf-lb-algorithm-annotation',
  'bpf-lb-external-clusterip',
  'bpf-lb-mode-annotation',
  'bpf-lb-sock',
  'bpf-lb-sock-hostns-only',
  'enable-auto-protect-node-port-range',
  'enable-bpf-masquerade',
  'enable-health-checking',
  'enable-host-legacy-routing',
  'enable-hubble',
  'enable-ipv4',
  'enable-ipv4-masquerade',
  'enable-ipv6',
  'enable-ipv6-masquerade',
  'enable-l7-proxy',
  'enable-nat46x64-gateway',
  'install-iptables-rules',
  'install-no-conntrack-iptables-rules',
  'node-port-bind-protection',
];

function booleansOf({ version }: StartUp): string[] {
  const old = ['enable-node-port', 'enable-host-port', 'enable-external-ips', 'enable-session-affinity'];
  return [
    ...booleanFlags,
    ...(atLeast(version, 19) ? ['kube-proxy-replacement'] : old),
    ...(atLeast(version, 18) ? ['bpf-lb-nat46x64'] : ['enable-k8s-terminating-endpoint']),
  ];
}

/** A3: a value that is none of its flag's type ends the agent before anything else is looked at. */
const badBoolean: Check = (start) => {
  for (const key of booleansOf(start)) {
    const text = start.data[key];
    if (text === undefined || parseBoolean(text) !== null) continue;
    return problem(
      'A3',
      'flag',
      `option ${key}: strconv.ParseBool: parsing "${text.trim()}": invalid syntax`,
    );
  }
  return null;
};

const badNumber: Check = ({ data }) => {
  const numbers: [string, 'int' | 'uint', string][] = [
    ['bpf-lb-map-max', 'int', 'ParseInt'],
    ['bpf-lb-service-map-max', 'int', 'ParseInt'],
    ['bpf-sock-rev-map-max', 'int', 'ParseInt'],
    ['bpf-lb-maglev-table-size', 'uint', 'ParseUint'],
  ];
  for (const [key, type, parser] of numbers) {
    const text = data[key]?.trim();
    const valid = type === 'int' ? /^[-+]?\d+$/ : /^\d+$/;
    if (text === undefined || valid.test(text)) continue;
    const cause = `strconv.${parser}: parsing "${text}": invalid syntax`;
    return problem(
      'A3',
      'flag',
      `option ${key}: unable to cast "${text}" of type string to ${type}: ${cause}`,
    );
  }
  return null;
};

/** A20: two names of one flag with different values. */
const aliases: Check = ({ data, version }) => {
  const differ = (a: string, b: string): boolean =>
    data[a] !== undefined && data[b] !== undefined && data[a]?.trim() !== data[b]?.trim();
  const both = (name: string, stage: 'bare' | 'cell'): ReturnType<Check> =>
    differ(`bpf-lb-${name}`, `node-port-${name}`)
      ? problem(
          'A20',
          stage,
          `Both --bpf-lb-${name} and --node-port-${name} were set. Only use --bpf-lb-${name} instead.`,
        )
      : null;
  const found = both('acceleration', 'bare');
  if (found !== null || atLeast(version, 18)) return found;
  return both('mode', 'bare') ?? both('algorithm', 'bare');
};

export const flagChecks: Check[] = [badBoolean, badNumber, aliases];
