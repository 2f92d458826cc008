import type { FrontendProblem } from './frontend-view';

/** A problem for a test, of node `a`. */
export function problemFixture(
  kind: FrontendProblem['kind'],
  rest: Partial<FrontendProblem> = {},
): FrontendProblem {
  return { kind, severity: 'high', text: '', nodes: ['a'], backend: null, sinceTimestamp: null, ...rest };
}
