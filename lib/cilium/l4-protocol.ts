import type { L4Protocol } from './l3n4-addr';

const byName = new Map<string, L4Protocol>(
  (['TCP', 'UDP', 'SCTP', 'ANY', 'NONE'] as const).flatMap((name) => [
    [name, name],
    [name.toLowerCase(), name],
  ]),
);

/**
 * Gives the protocol of that name. Agents print upper case; the API's own schema lists lower case,
 * and backends keep what was sent to the API (seen as `/udp`).
 * @returns null for a name no known version prints.
 */
export function toL4Protocol(name: string): L4Protocol | null {
  return byName.get(name) ?? null;
}
