import type { Node, ParseError } from 'jsonc-parser';
import { parseTree } from 'jsonc-parser';

const QUOTE = 34;
const BACKSLASH = 92;
const NEWLINE = 10;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Deeper nesting than this is no output of Cilium, and a recursive parser must not follow it. */
const maxDepth = 100;

/**
 * The JSON of a status: its root, as far as it could be read, and what is wrong with the text:
 * it stops in the middle, it is no JSON somewhere, or it is nested like no output of Cilium.
 */
export type JsonDocument = { root: JsonNode | null; problem: 'cut-off' | 'broken' | 'too-deep' | null };

/** A JSON value that knows the line it stands on. Values that the end of a text cut off are left out. */
export class JsonNode {
  readonly #node: Node;
  readonly #source: JsonSource;

  constructor(node: Node, source: JsonSource) {
    this.#node = node;
    this.#source = source;
  }

  /** 1-based: the line of the key where there is one, else of the value. */
  get line(): number {
    return this.#source.lineOf(
      this.#node.parent?.type === 'property' ? this.#node.parent.offset : this.#node.offset,
    );
  }

  get isObject(): boolean {
    return this.#node.type === 'object';
  }

  get isNull(): boolean {
    return this.#node.type === 'null';
  }

  /** The keys of an object; empty for anything else. */
  keys(): string[] {
    return this.members().map(({ key }) => key);
  }

  /** The members of an object in the order printed; empty for anything else. */
  members(): { key: string; value: JsonNode }[] {
    if (this.#node.type !== 'object') return [];
    return (this.#node.children ?? []).flatMap((property) => {
      const [key, value] = property.children ?? [];
      return typeof key?.value === 'string' && value !== undefined
        ? [{ key: key.value, value: new JsonNode(value, this.#source) }]
        : [];
    });
  }

  /** The value of a key; undefined where it is missing or null. */
  get(key: string): JsonNode | undefined {
    const property =
      this.#node.type === 'object'
        ? this.#node.children?.findLast(({ children }) => children?.[0]?.value === key)
        : undefined;
    const value = property?.children?.[1];
    return value === undefined || value.type === 'null' ? undefined : new JsonNode(value, this.#source);
  }

  /** The items of an array; empty for anything else. */
  items(): JsonNode[] {
    if (this.#node.type !== 'array') return [];
    return (this.#node.children ?? []).map((item) => new JsonNode(item, this.#source));
  }

  /** A string that is not empty; Go leaves out empty ones. */
  text(): string | undefined {
    const value = this.#leaf();
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  number(): number | undefined {
    const value = this.#leaf();
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  /** True where the value is `true`; Go leaves out `false`. */
  isTrue(): boolean {
    return this.#leaf() === true;
  }

  /** The strings of an array that are not empty. */
  texts(): string[] {
    return this.items().flatMap((item) => item.text() ?? []);
  }

  #leaf(): unknown {
    const { offset, length } = this.#node;
    return this.#source.isWhole(offset + length) ? this.#node.value : undefined;
  }
}

/** The text a tree was made from. */
class JsonSource {
  readonly #lineStarts: number[] = [0];
  readonly #end: number;
  readonly #isBroken: boolean;

  constructor(text: string, isBroken: boolean) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    this.#end = text.trimEnd().length;
    this.#isBroken = isBroken;
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** False for a value that touches the end of a broken text: it may be half of one. */
  isWhole(end: number): boolean {
    return !this.#isBroken || end < this.#end;
  }
}

/** Parses a JSON text from `start` on, as far as it goes. Linear; never throws. */
export function parseJsonDocument(text: string, start: number): JsonDocument {
  const { deepest, isOpen } = measureNesting(text, start);
  if (deepest > maxDepth) return { root: null, problem: 'too-deep' };
  const errors: ParseError[] = [];
  // Blanks in place of what stands before keep the offsets, and with them the lines.
  const padded = text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start);
  const tree = parseTree(padded, errors, { disallowComments: true });
  const problem = isOpen ? 'cut-off' : errors.length > 0 ? 'broken' : null;
  const root = tree === undefined ? null : new JsonNode(tree, new JsonSource(padded, problem !== null));
  return { root, problem };
}

/** Gives the deepest nesting, and whether the text ends before all brackets are closed. */
function measureNesting(text: string, start: number): { deepest: number; isOpen: boolean } {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE || code === NEWLINE) isInString = false;
    } else if (code === QUOTE) {
      isInString = true;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth -= 1;
    }
  }
  return { deepest, isOpen: isInString || depth > 0 };
}
