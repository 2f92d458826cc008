/** What a spreadsheet takes for the start of a formula, also after it has dropped a control character. */
const formulaStart = /^[=+\-@\t\r\n]/;
const needsQuotes = /[",\r\n]/;

/**
 * One cell (RFC 4180). A text that a spreadsheet would run as a formula, which begins with = + - @, a tab or a line
 * break, gets an apostrophe in front: what the cluster sends is never executed. A program that reads the file must take
 * that one apostrophe off again.
 */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One line with its line break, which RFC 4180 wants as CR LF. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}
