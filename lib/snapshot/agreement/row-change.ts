import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { FrontendKey } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';

/** What an agent's table must have after a change: these rows, and no longer those keys. */
export type RowsAfter = { rows: readonly ExpectedFrontend[]; gone: readonly FrontendKey[] };

function wordOf({ type, backends }: ExpectedFrontend): string {
  return [type, ...backends.map(({ ip, port, state }) => `${ip} ${port} ${state}`)].join();
}

/** What changes in a table from some rows to others; null where nothing that a table shows does. */
export function rowsAfter(
  before: readonly ExpectedFrontend[],
  after: readonly ExpectedFrontend[],
): RowsAfter | null {
  const left = new Map(before.map((row) => [frontendKey(row), wordOf(row)]));
  let same = true;
  for (const row of after) {
    const key = frontendKey(row);
    same &&= left.get(key) === wordOf(row);
    left.delete(key);
  }
  return same && left.size === 0 ? null : { rows: after, gone: [...left.keys()] };
}

/** Says in a few words what a change does to the rows of a Service. */
export function describeChange(
  before: readonly ExpectedFrontend[],
  after: readonly ExpectedFrontend[],
): string {
  if (before.length === 0) return 'Service added';
  if (after.length === 0) return 'Service removed';
  const backendsOf = (rows: readonly ExpectedFrontend[]) =>
    new Map(rows.flatMap(({ backends }) => backends.map(({ ip, port, state }) => [`${ip} ${port}`, state])));
  const [old, young] = [backendsOf(before), backendsOf(after)];
  const added = [...young.keys()].filter((address) => !old.has(address)).length;
  const removed = [...old.keys()].filter((address) => !young.has(address)).length;
  const states = [...young].filter(
    ([address, state]) => old.has(address) && old.get(address) !== state,
  ).length;
  const count = (number: number, word: string) =>
    number === 0 ? [] : [`${number} ${number === 1 ? 'backend' : 'backends'} ${word}`];
  const parts = [
    ...count(added, 'added'),
    ...count(removed, 'removed'),
    ...count(states, 'in another state'),
  ];
  return parts.length === 0 ? 'rows changed' : parts.join(', ');
}
