/**
 * Gives the rows that are drawn the elements they are drawn in. A row keeps its element as long as it is drawn; rows
 * that come take over those of rows that went, in order, as most of a row looks like any other: to write another
 * address costs a fraction of making a row and throwing one away, at each key typed.
 */
export class RowSlots {
  private readonly slotOf = new Map<string, number>();
  private count = 0;

  /**
   * Gives a number for each row, its React key.
   *
   * @param kept the row that has the keyboard: where it goes, its element goes with it, so that the focus never stands
   *   on another row than the reader put it on.
   */
  assign(rows: readonly string[], kept: string | null): number[] {
    const drawn = new Set(rows);
    const free: number[] = [];
    for (const [row, slot] of this.slotOf) {
      if (drawn.has(row)) continue;
      this.slotOf.delete(row);
      if (row !== kept) free.push(slot);
    }
    free.reverse();
    return rows.map((row) => this.slotOf.get(row) ?? this.take(row, free.pop()));
  }

  private take(row: string, freed: number | undefined): number {
    const slot = freed ?? this.count++;
    this.slotOf.set(row, slot);
    return slot;
  }
}
