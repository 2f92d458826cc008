import type { FrontendIndex } from '../filter/frontend-index';
import { nodeEndOf } from './node-column';

/** Ends of links that are no node, where a link leads there; and how many addresses have no object in the API. */
export type SpecialEnds = { ends: ('gone' | 'outside')[]; goneCount: number };

/** Looks for them in every row, whatever the filter: a filter moves no end. */
export function specialEnds({ rows, slots }: FrontendIndex): SpecialEnds {
  const gone = new Uint8Array(slots.idCount);
  let goneCount = 0;
  let outside = false;
  for (const [at, { view }] of rows.entries()) {
    const start = slots.starts[at] ?? 0;
    for (let slot = 0; slot < view.backends.length; slot += 1) {
      const backend = view.backends[slot];
      // Nearly all run on a node.
      if (backend === undefined || (backend.target.node !== null && backend.target.kind !== 'unknown'))
        continue;
      const end = nodeEndOf(view, backend);
      const id = slots.ids[start + slot] ?? 0;
      if (end === 'outside') outside = true;
      else if (end === 'gone' && gone[id] === 0) {
        gone[id] = 1;
        goneCount += 1;
      }
    }
  }
  return {
    ends: [...(goneCount > 0 ? (['gone'] as const) : []), ...(outside ? (['outside'] as const) : [])],
    goneCount,
  };
}
