import type { Release } from '@/lib/cilium/agent-version';
import { backendHashString } from '@/lib/cilium/maglev/backend-hash-string';
import type { MaglevMember } from '@/lib/cilium/maglev/build-maglev-table';
import { letters } from './letters';
import type { MaglevService } from './maglev-service';

/** The weight where nobody set one. */
export const defaultWeight = 100;
/** Bounds of a weight; 0 is maintenance, and no backend of a table. */
export const weightBounds = { min: 1, max: 65_535 } as const;

/** A backend of a table: which one, by its place among all, and its weight. */
export type WeighedBackend = { index: number; weight: number };

/** Gives the example's backends: 10.0.10.1:8080, 10.0.10.8:8080 and so on. */
function exampleAddress(index: number): { ip: string; port: number } {
  return { ip: `10.0.10.${1 + 7 * index}`, port: 8080 };
}

/** Gives the address of a backend by its place; null where the Service has no such backend. */
export function addressOf(service: MaglevService | null, index: number): { ip: string; port: number } | null {
  if (service !== null) return service.backends[index] ?? null;
  return index < letters.length ? exampleAddress(index) : null;
}

/** Gives how many backends there are to choose from. */
export function backendCount(service: MaglevService | null): number {
  return service?.backends.length ?? letters.length;
}

/** Gives the backends as Maglev sees them: the texts it hashes, by version. */
export function maglevMembers(
  backends: readonly WeighedBackend[],
  service: MaglevService | null,
  version: Release,
): MaglevMember[] {
  return backends.flatMap(({ index, weight }) => {
    const address = addressOf(service, index);
    if (address === null) return [];
    const protocol = service?.protocol ?? 'TCP';
    return [{ hashString: backendHashString({ ...address, protocol, scope: 'external' }, version), weight }];
  });
}
