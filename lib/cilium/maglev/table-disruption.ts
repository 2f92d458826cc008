/** A table, and who its numbers stand for: names that are the same in both tables, such as hashed texts. */
export type NamedTable = { slots: Uint32Array; names: readonly string[] };

/** What a change of backends does to flows; all in slots. `changed` is the sum of the other three. */
export type TableDisruption = {
  size: number;
  changed: number;
  /** Their backend is gone: these had to move. */
  fromRemoved: number;
  /** A new backend took them from one that stays. */
  toAdded: number;
  /** They moved from a backend that stays to another that was there before: the price of the method. */
  collateral: number;
};

/**
 * Compares two tables slot by slot. An empty table has no owner for any slot.
 * @throws RangeError where both have slots and not equally many: then every flow hashes anew and nothing compares.
 */
export function tableDisruption(before: NamedTable, after: NamedTable): TableDisruption {
  const size = Math.max(before.slots.length, after.slots.length);
  for (const { slots } of [before, after])
    if (slots.length !== 0 && slots.length !== size)
      throw new RangeError(
        `Tables of ${before.slots.length} and ${after.slots.length} slots cannot be compared: every flow hashes anew.`,
      );
  const stays = new Set(after.names);
  const wasThere = new Set(before.names);
  const disruption = { size, changed: 0, fromRemoved: 0, toAdded: 0, collateral: 0 };
  for (let slot = 0; slot < size; slot += 1) {
    const from = ownerOf(before, slot);
    const to = ownerOf(after, slot);
    if (from === to) continue;
    disruption.changed += 1;
    if (from !== undefined && !stays.has(from)) disruption.fromRemoved += 1;
    else if (to === undefined || !wasThere.has(to)) disruption.toAdded += 1;
    else disruption.collateral += 1;
  }
  return disruption;
}

function ownerOf({ slots, names }: NamedTable, slot: number): string | undefined {
  const member = slots[slot];
  return member === undefined ? undefined : names[member];
}
