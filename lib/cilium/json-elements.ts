/** One object of an array in a JSON text: its span, its line, and the lines of the objects inside it by depth. */
export type JsonElement = {
  start: number;
  end: number;
  /** 1-based. */
  line: number;
  /** False for the last one of an answer that stops in the middle. */
  isComplete: boolean;
  /** Lines on which objects nested `depth` brackets deep (of any kind, this object being 1) start. */
  objectLines: Map<number, number[]>;
};

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/**
 * Finds the objects at the top of a JSON text, or in the array at its top, in one pass and without parsing them.
 * Works on what is there of a text that stops in the middle.
 * @param depths which nested objects to note the lines of.
 */
export function findJsonElements(text: string, start: number, depths: readonly number[]): JsonElement[] {
  const elements: JsonElement[] = [];
  let line = countLines(text, 0, start);
  // An array at the top holds the elements one level down.
  const top = text.charCodeAt(start) === OPEN_BRACKET ? 1 : 0;
  let depth = 0;
  let current: JsonElement | null = null;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
    } else if (code === NEWLINE) {
      line += 1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      if (code === OPEN_BRACKET) continue;
      if (depth === top + 1) {
        current = { start: at, end: text.length, line, isComplete: false, objectLines: emptyLines(depths) };
        elements.push(current);
      } else {
        current?.objectLines.get(depth - top)?.push(line);
      }
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
      if (depth === top && current !== null) {
        current.end = at + 1;
        current.isComplete = true;
        current = null;
      }
      if (depth <= 0) break;
    }
  }
  return elements;
}

function emptyLines(depths: readonly number[]): Map<number, number[]> {
  return new Map(depths.map((depth) => [depth, []]));
}

/** Gives the index of the quote that ends the string starting at `start`, or the last index of the text. */
function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length - 1;
}

/** Gives the 1-based line that the index stands on. */
export function countLines(text: string, from: number, to: number): number {
  let line = 1;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
