import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document } from 'yaml';
import type { ManifestProblem } from './manifest-problem';

export type Path = readonly (string | number)[];

/** The most problems that are told of one text. */
const mostProblems = 20;
const mostItems = 30;

/** Writes where a value stands: `spec.ports[0].port`. */
export function placeOf(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
}

/** Reads the fields of a YAML text one by one, and keeps what is wrong with them by line and place. */
export class YamlFields {
  readonly problems: ManifestProblem[] = [];
  readonly #lines = new LineCounter();
  readonly #document: Document | null;

  constructor(text: string) {
    const documents = parseAllDocuments(text, { lineCounter: this.#lines, prettyErrors: false });
    // An empty text gives an object that is no list.
    const list = Array.isArray(documents) ? documents : [];
    const [first, second] = list;
    this.#document = first ?? null;
    for (const { errors } of list)
      for (const { pos, message } of errors) this.#add('error', this.#line(pos[0]), '', message);
    if (second !== undefined)
      this.#add(
        'error',
        this.#line(second.range[0]),
        '',
        'This is a second document: one Service at a time.',
      );
    if (first !== undefined)
      visit(first, {
        Alias: (_key, node) => {
          const line = this.#line(node.range?.[0] ?? 0);
          this.#add('error', line, '', `*${node.source} refers to another place: write the value itself.`);
          return visit.BREAK;
        },
      });
  }

  get hasErrors(): boolean {
    return this.problems.some(({ kind }) => kind === 'error');
  }

  error(path: Path, text: string): void {
    this.#add('error', this.#lineOf(path), placeOf(path), text);
  }

  hint(path: Path, text: string): void {
    this.#add('hint', this.#lineOf(path), placeOf(path), text);
  }

  /** The names of the fields under a path; empty, and told, where there is something else. */
  names(path: Path): string[] {
    const node = this.#node(path);
    if (isMap(node)) return node.items.map(({ key }) => String(isScalar(key) ? key.value : key));
    if (node !== null) this.error(path, 'This is to be fields with values: name: value.');
    return [];
  }

  /** How many items a list has; what is no list is told. */
  count(path: Path): number {
    const node = this.#node(path);
    if (node === null) return 0;
    if (!isSeq(node)) {
      this.error(path, 'This is to be a list: lines that begin with a dash.');
      return 0;
    }
    if (node.items.length > mostItems)
      this.error(path, `More than ${mostItems} items are not looked at here.`);
    return Math.min(node.items.length, mostItems);
  }

  /** A plain value; undefined where there is none. */
  value(path: Path): string | number | boolean | undefined {
    const node = this.#node(path);
    if (node === null) return undefined;
    const value = isScalar(node) ? node.value : null;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
    this.error(path, 'This is to be one value.');
    return undefined;
  }

  text(path: Path): string | undefined {
    const value = this.value(path);
    if (value === undefined || typeof value === 'string') return value;
    this.error(path, `This is to be text: put ${String(value)} in quotes.`);
    return undefined;
  }

  truth(path: Path): boolean | undefined {
    const value = this.value(path);
    if (value === undefined || typeof value === 'boolean') return value;
    this.error(path, 'This is to be true or false, without quotes.');
    return undefined;
  }

  integer(path: Path, { min, max }: { min: number; max: number }): number | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    this.error(path, `This is to be a whole number from ${min} to ${max}.`);
    return undefined;
  }

  word<Word extends string>(path: Path, words: readonly Word[]): Word | undefined {
    const value = this.value(path);
    if (value === undefined) return undefined;
    const found = words.find((word) => word === value);
    if (found === undefined)
      this.error(path, `This is to be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`);
    return found;
  }

  #node(path: Path): unknown {
    return this.#document?.getIn(path, true) ?? null;
  }

  /** The line of a field's name or of an item; where it is missing, of what it is missing from. */
  #lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = this.#node(path.slice(0, length - 1));
      const last = path[length - 1];
      const named = isMap(parent)
        ? parent.items.map(({ key }) => key).find((key) => isScalar(key) && key.value === last)
        : this.#node(path.slice(0, length));
      // The nodes of a parsed document have ranges; getIn does not say so.
      const start = (named as { range?: readonly number[] | null } | null | undefined)?.range?.[0];
      if (start !== undefined) return this.#line(start);
    }
    return 1;
  }

  #line(offset: number): number {
    return Math.max(1, this.#lines.linePos(offset).line);
  }

  #add(kind: ManifestProblem['kind'], line: number, place: string, text: string): void {
    if (this.problems.length < mostProblems) this.problems.push({ line, place, text, kind });
  }
}
