import { ownPath } from './own-path';

/** A run of text; links lead to pages of this product, terms to its glossary. */
export type Inline =
  | { kind: 'text' | 'code' | 'strong'; text: string }
  | { kind: 'link'; text: string; path: string }
  | { kind: 'term'; text: string; id: string };

/** A part of a text that stands by itself. */
export type Block =
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'list'; items: Inline[][] }
  | { kind: 'code'; text: string };

const inline =
  /`([^`]+)`|\*\*([^*]+)\*\*|\[\[([a-z0-9-]{1,60})(?:\|([^\]]{1,80}))?\]\]|\[([^\]]{1,120})\]\(([^)\s]{1,300})\)/g;

/**
 * Reads the small markup of lessons: paragraphs with an empty line between them, lists of `- `, code between lines of
 * three backticks; in a line `code`, **strong**, [[term]] or [[term|words]], [words](/path). Anything else is text: there
 * is no HTML, and no link that leads away.
 */
export function readMarkup(text: string): Block[] {
  const blocks: Block[] = [];
  const parts = text.split(/^```[^\n]*\n?/m);
  parts.forEach((part, index) => {
    if (index % 2 === 1) blocks.push({ kind: 'code', text: part.replace(/\n$/, '') });
    else blocks.push(...part.split(/\n{2,}/).flatMap(blockOf));
  });
  return blocks;
}

function blockOf(part: string): Block[] {
  const lines = part.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  if (lines.every((line) => line.startsWith('- ')))
    return [{ kind: 'list', items: lines.map((line) => readInlines(line.slice(2))) }];
  return [{ kind: 'paragraph', inlines: readInlines(lines.join(' ')) }];
}

/** Reads one line of it. */
export function readInlines(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(inline)) {
    if (match.index > from) inlines.push({ kind: 'text', text: text.slice(from, match.index) });
    inlines.push(inlineOf(match));
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ kind: 'text', text: text.slice(from) });
  return inlines;
}

function inlineOf([whole, code, strong, id, termWords, words, path]: RegExpMatchArray): Inline {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (id !== undefined) return { kind: 'term', id, text: termWords ?? id.replaceAll('-', ' ') };
  const own = path === undefined ? null : ownPath(path);
  if (words !== undefined && own !== null) return { kind: 'link', text: words, path: own };
  return { kind: 'text', text: whole };
}
