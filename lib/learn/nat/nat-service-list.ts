import { atLeast } from '@/lib/cilium/agent-version';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { natEnds } from './nat-ends';
import { familyOfClient, type NatParameters } from './nat-parameters';

/** Gives the Service's row as `service list` prints it: frontend and backend of two families; protocols since v1.17. */
export function natServiceListLines(parameters: NatParameters): string[] {
  const { protocol, minor } = parameters;
  const { called, backend } = natEnds(parameters);
  const suffix = atLeast({ major: 1, minor, patch: 0 }, 17) ? `/${protocol}` : '';
  const frontend = formatSocketAddress(called) + suffix;
  return [
    `ID   ${'Frontend'.padEnd(frontend.length)}   Service Type   Backend`,
    `1    ${frontend}   ExternalIPs    1 => ${formatSocketAddress(backend)}${suffix} (active)`,
  ];
}

/** Gives what JSON output calls the translation of the row (`flags.natPolicy`, v1.12 and later). */
export function natPolicy(parameters: NatParameters): 'Nat46' | 'Nat64' {
  return familyOfClient(parameters) === 'IPv4' ? 'Nat46' : 'Nat64';
}
