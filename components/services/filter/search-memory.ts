import { searchWords } from '@/lib/snapshot/search-frontends';

const keptMax = 24;

/** Rows found for one search: 1 for each that has every word. */
export type Found = { words: readonly string[]; rows: Uint8Array };

/**
 * What the last searches in one list found. A word that grows by a letter can only be in rows that had it before, and
 * one that shrinks again was searched a moment ago.
 */
export class SearchMemory {
  private readonly kept = new Map<string, Found>();

  /** Gives the rows in which `test` finds every word; asks it only of rows where that is not known already. */
  find(typed: string, rowCount: number, test: (words: readonly string[]) => (row: number) => boolean): Found {
    const words = searchWords(typed);
    const id = words.join(' ');
    const known = this.kept.get(id) ?? this.search(words, rowCount, test);
    this.kept.delete(id);
    this.kept.set(id, known);
    const [oldest] = this.kept.keys();
    if (this.kept.size > keptMax && oldest !== undefined) this.kept.delete(oldest);
    return known;
  }

  private search(
    words: readonly string[],
    rowCount: number,
    test: (words: readonly string[]) => (row: number) => boolean,
  ): Found {
    const wider = [...this.kept.values()].findLast((found) => isWider(found.words, words))?.rows;
    const rows = new Uint8Array(rowCount);
    const has = test(words);
    for (let at = 0; at < rowCount; at += 1) {
      if (wider === undefined || wider[at] === 1) rows[at] = Number(has(at));
    }
    return { words, rows };
  }
}

/** True where every row that has the words of `narrow` has those of `wide`. */
function isWider(wide: readonly string[], narrow: readonly string[]): boolean {
  return wide.every((part) => narrow.some((word) => word.includes(part)));
}
