/** A distinct part shorter than this reads as a number, not as a name (`01` of `metal-01`). */
const shortestName = 4;

/** Gives a node’s name for a sentence: what tells it apart, or all but the ending all names share. */
export function nameInSentence({ prefix, distinct }: { prefix: string; distinct: string }): string {
  return distinct.length >= shortestName ? distinct : `${prefix}${distinct}`;
}
