import type { Release } from '../agent-version';
import type { VersionSpan } from './version-span';
import { inSpan } from './version-span';

/** How much a reader wants: an expert also gets map names, hooks, ports and option bytes. */
export type Depth = 'newcomer' | 'expert';

/**
 * A sentence or two for the reader; code stands in backticks. `expert` follows it at that depth.
 * With a span it is told only of agents of those versions.
 */
export type Passage = string | ({ text: string; expert?: string } & VersionSpan);

/** A passage that holds for some values of a field only, in the words of its setting. */
export type ValuePassage = Passage | (Exclude<Passage, string> & { when: readonly string[] });

/** Gives what is told of an agent of `version` at `depth`, in order; a passage that is for experts only has no `text`. */
export function tell(
  passages: readonly Passage[],
  version: Release | null,
  depth: Depth = 'newcomer',
): string[] {
  return passages.flatMap((passage) => {
    if (typeof passage === 'string') return [passage];
    if (!inSpan(version, passage)) return [];
    const expert = depth === 'expert' ? passage.expert : undefined;
    const told = [passage.text, expert].filter((part) => part !== undefined && part !== '').join(' ');
    return told === '' ? [] : [told];
  });
}

/** Longest value quoted inside a sentence, in characters; the agent's own line shows the whole of it. */
const quotedCharacters = 120;

/** Quotes a value from the cluster as code inside a passage; it cannot end the quotation itself. */
export function code(value: string | number): string {
  const text = String(value).replaceAll('`', "'").replace(/\s+/g, ' ').trim();
  const shown = text.length > quotedCharacters ? `${text.slice(0, quotedCharacters)}…` : text;
  return shown === '' ? '(empty)' : `\`${shown}\``;
}

/** Joins words as a sentence does: `a`, `a and b`, `a, b and c`. */
export function listInWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`;
}
