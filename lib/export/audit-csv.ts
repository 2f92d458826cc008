import type { AuditEntry } from '@/lib/snapshot/rollout-view';
import { csvLine } from './csv-line';

/** The audit as CSV (RFC 4180), oldest first, one line for each entry; a text that a spreadsheet would run is guarded. */
export function* auditCsv(items: Iterable<AuditEntry>): Generator<string, void> {
  yield csvLine([
    ...['number', 'timestamp', 'by', 'from_address', 'rollout', 'plan'],
    ...['what', 'outcome', 'detail'],
  ]);
  for (const { number, timestamp, by, fromAddress, rolloutId, planId, what, outcome, detail } of items) {
    yield csvLine([number, timestamp, by, fromAddress, rolloutId, planId, what, outcome, detail]);
  }
}
