import type { ExportHead } from './export-head';

const longestPart = 48;

/** Letters, digits and dashes of a text, for a part of a file's name on any system. */
function fileNamePart(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestPart);
  return plain.replace(/^-+|-+$/g, '') || 'cluster';
}

/** The name of an export's file: source, view and UTC time, `kpr-explorer_prod_services_20260131T081402Z.csv`. */
export function exportFileName(
  { source, exportedAt }: Pick<ExportHead, 'source' | 'exportedAt'>,
  view: string,
  extension: 'svg' | 'png' | 'csv' | 'json' | 'md',
): string {
  const time = exportedAt.replace(/[-:]/g, '').replace(/\.\d+/, '');
  return `kpr-explorer_${fileNamePart(source)}_${fileNamePart(view)}_${fileNamePart(time).toUpperCase()}.${extension}`;
}
