/** Spaces for line breaks and control characters: a text of the cluster stays on its line. */
const breaking = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Marks that turn the direction of what follows. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** What a renderer makes a link or a mention of, escaped or not. */
const linked = /@|:\/\/|^www\./i;

function oneLine(text: string): string {
  return text.replace(breaking, ' ').replace(turning, '\ufffd');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** A text as it stands in a code span: its fence is longer than any run of backticks inside. */
export function codeSpan(text: string): string {
  const line = oneLine(text);
  if (line.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(line) + 1);
  const room = /^[` ]|[` ]$/.test(line) ? ' ' : '';
  return `${fence}${room}${line}${room}${fence}`;
}

/** Lines to take away, in a fence that no line of theirs can close. */
export function codeBlock(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

/**
 * A sentence as Markdown that shows exactly its characters: no markup, HTML, link or mention comes of it. A word that
 * renderers link although it is escaped stands in a code span.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .split(' ')
    .map((word) => (linked.test(word) ? codeSpan(word) : escapeWord(word)))
    .join(' ');
}

/** Dashes, and the dot of a number, mean something at the start of a line only: `web-x` and `1.18` stay legible. */
function escapeWord(word: string): string {
  return word
    .replace(/[\\`*_{}[\]<>#+!|~&$]/g, String.raw`\$&`)
    .replace(/^(?:[-=]|\d+(?=[.)]$))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
