/** What holds from one simulated second, counted from the deletion, to another. */
export type Span<Value> = { from: number; to: number; value: Value };
/** What holds from a second on. */
export type Change<Value> = { at: number; value: Value };

/** Seconds before the deletion that are shown. */
export const startSeconds = -5;

/** Puts changes into spans up to an end; of several at one second the last counts, and what stays the same is one span. */
export function spansOf<Value>(changes: readonly Change<Value>[], end: number): Span<Value>[] {
  const spans: Span<Value>[] = [];
  for (const { at, value } of changes.toSorted((a, b) => a.at - b.at)) {
    const last = spans.at(-1);
    if (last !== undefined && same(last.value, value)) continue;
    if (last !== undefined && last.from === at) spans.pop();
    else if (last !== undefined) last.to = at;
    const before = spans.at(-1);
    if (before !== undefined && same(before.value, value)) before.to = end;
    else spans.push({ from: at, to: end, value });
  }
  return spans;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Gives what holds at a second: of two spans that meet there, the later one. */
export function valueAt<Value>(spans: readonly Span<Value>[], at: number): Value | undefined {
  return spans.findLast(({ from }) => from <= at)?.value;
}
