/** Splits a line into its cells: two blanks or more, or a tab, stand between them. */
export function splitCells(text: string): string[] {
  return text
    .replaceAll('\t', '  ')
    .split(/ {2,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');
}

/** Splits `Ok   1.13.4 (v1.13.4-4061cdfc)` after the first word. */
export function splitFirstWord(text: string): { word: string; rest: string } {
  const trimmed = text.trim();
  const end = trimmed.search(/\s/);
  return end < 0
    ? { word: trimmed, rest: '' }
    : { word: trimmed.slice(0, end), rest: trimmed.slice(end).trim() };
}

/** Gives the texts between brackets at the end or in the middle: `a [b] [c]` → `b`, `c`. */
export function bracketed(text: string): string[] {
  const groups: string[] = [];
  let open = text.indexOf('[');
  while (open >= 0) {
    const close = text.indexOf(']', open);
    if (close < 0) break;
    groups.push(text.slice(open + 1, close));
    open = text.indexOf('[', close);
  }
  return groups;
}

/** Splits `eth0, eth1`; empty for an empty text. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Gives true for `Enabled`, false for `Disabled`, null for anything else. */
export function toEnabled(text: string): boolean | null {
  if (text === 'Enabled') return true;
  return text === 'Disabled' ? false : null;
}
