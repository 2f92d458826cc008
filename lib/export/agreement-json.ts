import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { ExportHead } from './export-head';

/** Agreement as one JSON document: what the export is, then `agreement` as `GET /api/v1/agreement` gives it. */
export function agreementJson(head: ExportHead, agreement: AgreementView): string {
  const document = { format: 'kpr-explorer/agreement', formatVersion: 1, ...head, agreement };
  return `${JSON.stringify(document, null, 2)}\n`;
}
