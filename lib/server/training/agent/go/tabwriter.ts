/** Settings of a `TabWriter`, in columns of text. */
export type TabWriterOptions = { minWidth: number; padding: number };

const nonAscii = /[^\0-\x7f]/;

function width(text: string): number {
  return nonAscii.test(text) ? Array.from(text).length : text.length;
}

/**
 * Lays out text as Go's text/tabwriter does with pad character blank and no flags (elastic tab stops).
 * A cell is ended by a tab; what follows the last tab of a line belongs to no column. A column is as wide as
 * the widest of the consecutive lines that have a cell there, so a line without tabs ends every column.
 */
export class TabWriter {
  readonly #options: TabWriterOptions;
  #text = '';

  constructor(options: TabWriterOptions) {
    this.#options = options;
  }

  write(text: string): void {
    this.#text += text;
  }

  /** Gives everything written so far, laid out, and starts anew. */
  flush(): string {
    const text = this.#text;
    this.#text = '';
    return layOut(text, this.#options);
  }
}

/** Lays out a whole text at once; see `TabWriter`. */
export function layOut(text: string, { minWidth, padding }: TabWriterOptions): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const out: string[] = [];
  const widths: number[] = [];

  const writeLines = (from: number, to: number): void => {
    for (let index = from; index < to; index++) {
      const cells = lines[index] ?? [];
      let row = '';
      cells.forEach((cell, column) => {
        const columnWidth = widths[column];
        row += columnWidth === undefined ? cell : cell + ' '.repeat(columnWidth - width(cell));
      });
      out.push(row);
    }
  };

  const hasCell = (index: number, column: number): boolean => column < (lines[index]?.length ?? 0) - 1;

  const format = (from: number, to: number): void => {
    const column = widths.length;
    let start = from;
    let index = from;
    while (index < to) {
      if (!hasCell(index, column)) {
        index++;
        continue;
      }
      writeLines(start, index);
      start = index;
      let columnWidth = minWidth;
      for (; index < to && hasCell(index, column); index++) {
        columnWidth = Math.max(columnWidth, width(lines[index]?.[column] ?? '') + padding);
      }
      widths.push(columnWidth);
      format(start, index);
      widths.pop();
      start = index;
    }
    writeLines(start, to);
  };

  format(0, lines.length);
  return out.join('\n');
}
