import { formatL3n4Addr } from '../l3n4-addr';
import { endpointSlice, node, service, settings } from './cluster.fixture';
import { expectedFrontends } from './expected-frontends';
import type { LoadBalancingInput } from './load-balancing-input';

/** A release of Cilium, in text. */
export type Version = `1.${number}.${number}`;

/** A release of each minor, with the last of v1.18 as it changed in between. */
export const versions: readonly Version[] = [
  '1.10.20',
  '1.11.20',
  '1.12.19',
  '1.13.4',
  '1.14.5',
  '1.15.7',
  '1.16.5',
  '1.17.7',
  '1.18.2',
  '1.18.6',
  '1.19.1',
  '1.20.1',
  '1.21.0',
];

/** The minor version of a release. */
export const minorOf = (version: Version): number => Number(version.split('.')[1]);
/** The releases of a minor version and later. */
export const since = (minor: number): readonly Version[] =>
  versions.filter((version) => minorOf(version) >= minor);
/** The releases before a minor version. */
export const before = (minor: number): readonly Version[] =>
  versions.filter((version) => minorOf(version) < minor);

/** The same texts, sorted. */
export const sorted = (texts: readonly string[]): string[] => [...texts].sort();

/** The rows of node-1 as `ADDRESS TYPE BACKENDS`, sorted; states only where they are not active. */
export function rows(version: Version, more: Partial<LoadBalancingInput> = {}): string[] {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const found = expectedFrontends({
    version: { major, minor, patch },
    settings,
    node,
    services: [service()],
    endpointSlices: [endpointSlice()],
    pods: [],
    redirectPolicies: [],
    ...more,
  }).map((row) => {
    const backends = row.backends.map(
      (backend) => ` ${formatL3n4Addr(backend)}${backend.state === 'active' ? '' : ` (${backend.state})`}`,
    );
    const doubt = row.doubt === null ? '' : ` ?${row.doubt.about}: ${row.doubt.reason}`;
    const unprogrammed = row.programmed ? '' : ' ID 0';
    return `${formatL3n4Addr(row)} ${row.type}${backends.join('')}${unprogrammed}${doubt}`;
  });
  return sorted(found);
}

/** The addresses of rows that were printed. */
export const addresses = (printed: readonly string[]): string[] =>
  printed.map((row) => row.split(' ')[0] ?? '');
