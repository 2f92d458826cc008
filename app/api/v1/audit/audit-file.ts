import { auditCsv } from '@/lib/export/audit-csv';
import { auditLines } from '@/lib/export/audit-lines';
import type { AuditEntry } from '@/lib/snapshot/rollout-view';

const types = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl' };

/** The audit as a file to keep, oldest first. */
export function auditFile(items: readonly AuditEntry[], format: 'csv' | 'jsonl'): Response {
  const text = format === 'csv' ? [...auditCsv(items)].join('') : auditLines(items);
  return new Response(text, {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="kpr-explorer-audit.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}
