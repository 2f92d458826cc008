import type { RowDifference } from './row-difference';

/**
 * What a difference does to traffic. `critical`: new connections go to what is gone; `high`: connections through the
 * node fail; `medium`: fewer backends, or one that should be spared; `low`: nothing that a connection would notice.
 */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** The gravest first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** Ranks one difference by its consequence. */
export function severityOf(difference: RowDifference): Severity {
  switch (difference.kind) {
    case 'leftover-backend':
      return difference.state === null || difference.state === 'active' ? 'critical' : 'low';
    case 'missing-row':
      return 'high';
    case 'missing-backend':
      if (difference.wanted !== 'active') return 'low';
      return difference.usable === 0 ? 'high' : 'medium';
    case 'wrong-state':
      if (difference.state === 'active') return difference.wanted === 'terminating' ? 'medium' : 'critical';
      if (difference.wanted !== 'active') return 'low';
      return difference.usable === 0 ? 'high' : 'medium';
    case 'nodes-disagree':
      return 'medium';
    case 'quarantined-backend':
      return difference.usable === 0 ? 'high' : 'medium';
    case 'leftover-row':
      return difference.usable === 0 ? 'low' : 'medium';
    case 'wrong-type':
      return 'low';
  }
}
