import type { FrontendProblem } from './frontend-view';

/** True where agents differ from what they must have; false where the Service itself has nobody behind it. */
export function isDivergence({ kind }: Pick<FrontendProblem, 'kind'>): boolean {
  return kind !== 'no-backends' && kind !== 'no-active-backend';
}
