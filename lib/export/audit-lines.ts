import type { AuditEntry } from '@/lib/snapshot/rollout-view';

/** The audit as JSON lines, oldest first, each ended by a line feed: what another program can append to. */
export function auditLines(items: readonly AuditEntry[]): string {
  return items.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
