import { countBackends } from './count-backends';
import type { FrontendIndex } from './frontend-index';
import { passes } from './match-frontends';

/** How many there are, and how many of them the filter leaves. Backends are different addresses. */
export type ServiceCounts = {
  shown: number;
  frontends: number;
  shownBackends: number;
  backends: number;
  nodes: number;
  /** Frontends looked through for problems; null where these are not what is asked for. */
  checked: number | null;
};

/** Counts what the filter leaves (`matchFrontends`). */
export function countShown(
  { rows, slots, backendCount }: FrontendIndex,
  failed: Uint8Array,
  onlyProblems: boolean,
  nodes: number,
): ServiceCounts {
  const count = (without?: 'problems') =>
    failed.reduce((sum, bits) => sum + Number(passes(bits, without)), 0);
  return {
    shown: count(),
    frontends: rows.length,
    shownBackends: countBackends(slots, failed).different,
    backends: backendCount,
    nodes,
    checked: onlyProblems ? count('problems') : null,
  };
}
