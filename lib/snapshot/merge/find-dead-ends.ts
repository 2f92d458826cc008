import type { BackendView, FrontendProblem } from '../frontend-view';
import type { NameIndex, ServiceMatch } from '../names/name-index';
import { serviceKey } from '../names/name-index';
import type { ExpectedBackend } from './expected-backends';
import { isServedByEnvoy } from './expected-backends';
import type { MergedFrontend } from './merge-frontend';

/** A problem without its date. */
export type DeadEnd = Omit<FrontendProblem, 'sinceTimestamp'>;

/**
 * Finds where traffic has nowhere to go although agents do what they must: the Service itself has nobody behind it.
 * `freshNodes` are those whose last answer is their newest. What agents do otherwise than they must is the agreement's.
 */
export function findDeadEnds(
  names: NameIndex,
  { view, match, expected }: MergedFrontend,
  freshNodes: ReadonlySet<string>,
): DeadEnd[] {
  const nodes = view.nodes.filter((node) => freshNodes.has(node));
  if (nodes.length === 0) return [];
  const text =
    view.backends.length === 0 ? noBackends(names, match, expected) : noActiveBackend(view.backends);
  if (text === null) return [];
  const kind = view.backends.length === 0 ? 'no-backends' : 'no-active-backend';
  return [{ kind, severity: 'high', text, nodes, backend: null }];
}

function noBackends(
  names: NameIndex,
  match: ServiceMatch | null,
  expected: ExpectedBackend[] | null,
): string | null {
  if (match === null || expected === null || isServedByEnvoy(names, match)) return null;
  if (expected.length === 0 && !match.service.hasSelector) return null;
  const service = serviceKey(match.service);
  if (expected.some(({ ready, serving }) => ready || serving)) return null;
  const reason =
    expected.length === 0
      ? `no pod matches the selector of ${service}`
      : `none of the ${expected.length} endpoints of ${service} is ready`;
  return `Traffic has nowhere to go: ${reason}.`;
}

/** An agent that reports no state (v1.11 and older) has active backends only. */
function noActiveBackend(backends: readonly BackendView[]): string | null {
  if (backends.some(({ state, statesDiffer }) => state === null || state === 'active' || statesDiffer))
    return null;
  const states = [...new Set(backends.map(({ state }) => state))].join(', ');
  return `No backend is active: ${backends.length === 1 ? 'the only one is' : `all ${backends.length} are`} ${states}.`;
}
