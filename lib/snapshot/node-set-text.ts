/**
 * Writes a set of nodes as hexadecimal text, four nodes a digit, the first node being the lowest bit of the first
 * digit: `f1` says nodes 0 to 4. On a hundred nodes that is 25 characters in place of a list of a hundred numbers.
 * Trailing zeros are left out: the empty set is the empty text.
 */
export function nodeSetText(indexes: Iterable<number>): string {
  const digits: number[] = [];
  for (const index of indexes) {
    const at = index >>> 2;
    while (digits.length <= at) digits.push(0);
    digits[at] = (digits[at] ?? 0) | (1 << (index & 3));
  }
  return digits.map((digit) => digit.toString(16)).join('');
}

/** The node numbers that a text of `nodeSetText` stands for, ascending. What is no hexadecimal digit says none. */
export function nodeSetIndexes(text: string): number[] {
  const indexes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const digit = Number.parseInt(text.charAt(at), 16);
    for (let bit = 0; bit < 4; bit += 1) if ((digit & (1 << bit)) !== 0) indexes.push(at * 4 + bit);
  }
  return indexes;
}
