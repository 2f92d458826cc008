import type { FrontendView } from '../frontend-view';
import type { FrontendPatch } from './frontend-patch';

/** Gives the row as it is after a patch; `row` stays as it is, and what did not change of it is shared. */
export function applyFrontendPatch(
  row: FrontendView,
  { fields, nodes, backends }: FrontendPatch,
): FrontendView {
  const patched = backends?.flatMap((patch) => {
    if ('backend' in patch) return patch.backend;
    if ('count' in patch) return row.backends.slice(patch.from, patch.from + patch.count);
    const before = row.backends[patch.at];
    if (before === undefined) return [];
    return { ...before, ...patch.fields, nodes: patch.nodes ?? before.nodes };
  });
  return { ...row, ...fields, nodes: nodes ?? row.nodes, backends: patched ?? row.backends };
}
