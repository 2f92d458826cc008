import type { UnparsedLine } from './unparsed-line';

/** Longer lines are cut in reports: a hostile answer must not be stored twice. */
const maxTextLength = 400;

/** After so many lines, one more entry counts the rest: nothing is dropped in silence, nor kept without bound. */
const maxLines = 1000;

/** The reason given for the last line of an answer that stops in the middle. */
export const cutOffReason = 'the answer ends in the middle of this line';

/** The reason given for the lines a person leaves in a copy where lines were cut out. */
export const leftOutReason = 'whoever made this copy left lines out here';

/** Collects the lines a parser does not understand, bounded in number and length. */
export class UnparsedLines {
  readonly lines: UnparsedLine[] = [];
  #rest: UnparsedLine | null = null;
  #restCount = 0;

  /** Keeps one line with the reason, or counts it where there are too many already. */
  add(line: number, text: string, reason: string): void {
    if (this.lines.length < maxLines) {
      this.lines.push({ line, text: shorten(text), reason });
      return;
    }
    this.#restCount += 1;
    if (this.#rest === null) {
      this.#rest = { line, text: shorten(text), reason };
      this.lines.push(this.#rest);
    } else {
      this.#rest.reason = `${this.#restCount} more lines from here on were not understood`;
    }
  }
}

function shorten(text: string): string {
  return text.length > maxTextLength ? `${text.slice(0, maxTextLength)}…` : text;
}

/** True when the parsed answer stops in the middle: the rest of it never came. */
export function isCutOff({ unparsed }: { unparsed: readonly UnparsedLine[] }): boolean {
  return unparsed.at(-1)?.reason === cutOffReason;
}

const elisions: readonly string[] = ['...', '…', '[...]', '[…]', '[snip]', '<snip>'];

/** Says why a line that no agent prints was left unparsed: an elision, a comment, or nothing known. */
export function reasonFor(line: string): string {
  const text = line.trim();
  const bare = text.startsWith('#') ? text.slice(1).trim() : text;
  if (elisions.some((elision) => bare.startsWith(elision))) return leftOutReason;
  if (text.startsWith('#')) return 'a comment that somebody wrote into this copy';
  return 'no known version of Cilium prints such a line';
}
