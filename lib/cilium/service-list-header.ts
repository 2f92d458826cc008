/** The header: `ID Frontend Service Type Backend`; v1.5 and older without the type. Columns may be squeezed. */
export function isServiceListHeader(line: string): boolean {
  const text = line.trim();
  return /^ID\s+Frontend\s/.test(text) && text.endsWith('Backend');
}
