/** What the setting `devices` says of a name: take it, leave it out, or nothing. */
export type FilterWord = 'take' | 'leave' | 'none';

function fits(name: string, pattern: string): boolean {
  return pattern.endsWith('+') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Reads a list of names as the setting has it: `eth0,eth+,!eth1`. */
export function readPatterns(text: string): string[] {
  return text
    .split(/[\s,]+/)
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '' && pattern !== '!');
}

/** Gives the first pattern that fits a name, and what it says: `eth+` takes any eth…, `!eth1` leaves eth1 out. */
export function filterWord(
  name: string,
  patterns: readonly string[],
): { word: FilterWord; pattern: string | null } {
  for (const pattern of patterns) {
    const leaves = pattern.startsWith('!');
    if (fits(name, leaves ? pattern.slice(1) : pattern)) return { word: leaves ? 'leave' : 'take', pattern };
  }
  return { word: 'none', pattern: null };
}
