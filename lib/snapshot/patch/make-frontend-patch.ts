import type { BackendView, FrontendView } from '../frontend-view';
import type { BackendFields, BackendPatch, FrontendPatch, RowFields } from './frontend-patch';

/**
 * Gives what a reader of a row has to be told for it to become `now`.
 *
 * @param bases the row as readers may have it: as it was told last, and as it was since in answers to their questions.
 *   All have the same backends in the same order. A field is told where any of them has another value.
 */
export function makeFrontendPatch(
  bases: readonly [FrontendView, ...FrontendView[]],
  now: FrontendView,
): FrontendPatch {
  const { key, nodes, backends, ...fields } = now;
  const patch: FrontendPatch = { key, fields: differing<RowFields>(bases, fields) };
  if (bases.some((base) => !isSame(base.nodes, nodes))) patch.nodes = nodes;
  const told = patchBackends(bases, backends);
  if (told !== null) patch.backends = told;
  return patch;
}

/** null where every backend is as it was. */
function patchBackends(
  bases: readonly [FrontendView, ...FrontendView[]],
  backends: readonly BackendView[],
): BackendPatch<string[]>[] | null {
  const [{ backends: before }] = bases;
  const placeOf = new Map(before.map((backend, at) => [idOf(backend), at]));
  const patches: BackendPatch<string[]>[] = [];
  for (const backend of backends) {
    const at = placeOf.get(idOf(backend));
    if (at === undefined) {
      patches.push({ backend });
      continue;
    }
    const olds = bases.flatMap((base) => base.backends[at] ?? []);
    const { nodes, ...facts } = backend;
    const fields = differing<BackendFields>(olds, facts);
    const hasOtherNodes = olds.some((old) => !isSame(old.nodes, nodes));
    if (hasOtherNodes) patches.push({ at, nodes, fields });
    else if (Object.keys(fields).length > 0) patches.push({ at, fields });
    else keep(patches, at);
  }
  const [only] = patches;
  const isAll = only !== undefined && 'count' in only && only.from === 0 && only.count === before.length;
  return (patches.length === 1 && isAll) || (patches.length === 0 && before.length === 0) ? null : patches;
}

/** Lengthens the run of kept backends at the end of the list, or begins one. */
function keep(patches: BackendPatch<string[]>[], at: number): void {
  const last = patches.at(-1);
  if (last !== undefined && 'count' in last && last.from + last.count === at) last.count += 1;
  else patches.push({ from: at, count: 1 });
}

const idOf = ({ ip, port, protocol }: BackendView): string => `${ip} ${port} ${protocol}`;

/** The fields of `now` that any of the others has another value of. */
function differing<Fields extends object>(others: readonly Fields[], now: Fields): Partial<Fields> {
  const fields: Partial<Fields> = {};
  for (const name in now)
    if (others.some((other) => !isSame(other[name], now[name]))) fields[name] = now[name];
  return fields;
}

/** Values are plain data, small, and made by one function: equal ones have equal texts. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));
}
