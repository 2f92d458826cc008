/** Gives how many slots of a table each of `memberCount` backends has, by its index. */
export function maglevSlotCounts(table: Uint32Array, memberCount: number): number[] {
  const counts = Array<number>(memberCount).fill(0);
  for (const member of table) counts[member] = (counts[member] ?? 0) + 1;
  return counts;
}
