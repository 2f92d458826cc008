/**
 * What a judge says of a goal. `met`; `open`: not yet, and what is so instead; `unknown`: it cannot be judged now, and
 * why. `seen` is a sentence.
 */
export type Verdict = { is: 'met' | 'open' | 'unknown'; seen: string };

/** The goal is reached; `seen` says what is so. */
export const met = (seen: string): Verdict => ({ is: 'met', seen });
/** The goal is not reached yet; `seen` says what is so instead. */
export const open = (seen: string): Verdict => ({ is: 'open', seen });
/** It cannot be judged now; `seen` says why. */
export const unknown = (seen: string): Verdict => ({ is: 'unknown', seen });

/** How much of what somebody typed, or of what a cluster says, stands in a sentence. */
const longestShown = 60;

/** Gives a text as it may stand in a sentence. */
export function shortened(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

/** Writes a list: `a, b and c`; of a long one its beginning. */
export function listed(words: readonly string[], most = 6): string {
  const shown = words.slice(0, most).map(shortened);
  const rest = words.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? (shown[0] ?? 'none') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
