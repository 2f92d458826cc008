const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders names as people count: `node-2` before `node-10`. Equal texts of different case keep a fixed order. */
export function compareNames(a: string, b: string): number {
  if (a === b) return 0;
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
