import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';

/** What Maglev costs one node, in bytes, without the kernel's rounding. */
export type MaglevMemory = {
  /** One table: a Service has one for each address family and frontend. */
  tableBytes: number;
  /** All tables, in the kernel. */
  kernelBytes: number;
  /** What the agent keeps to compute tables in, whatever their number. */
  agentBytes: number;
};

/**
 * Gives the memory of `tableCount` tables of `size` slots: backend IDs have four bytes, up to v1.10 two.
 * The agent sets (size ÷ 100) × size words of eight bytes aside, on nodes with more than 8 GiB only
 * (`derivePermutationSliceLen`), and more where a Service has more backends than that.
 */
export function maglevMemory(
  version: Release,
  size: number,
  tableCount: number,
  largestBackendCount: number,
): MaglevMemory {
  const tableBytes = size * (atLeast(version, 11) ? 4 : 2);
  return {
    tableBytes,
    kernelBytes: tableBytes * tableCount,
    agentBytes: Math.max(Math.floor(size / 100), largestBackendCount) * size * 8,
  };
}
