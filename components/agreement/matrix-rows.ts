import type { FrontendKey } from '@/lib/cilium/frontend';
import type { AgreementView, DivergenceView } from '@/lib/snapshot/agreement-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isDivergence } from '@/lib/snapshot/is-divergence';
import { sortFrontends } from '@/lib/snapshot/sort-frontends';

/** What one node has of one frontend, compared with what it must have. */
export type MatrixVerdict = 'agrees' | 'differs' | 'leftover' | 'absent' | 'unjudged' | 'not-asked';

export type MatrixRow = {
  key: FrontendKey;
  /** `namespace/name`; null for a row of no Service. */
  service: string | null;
  /** Null for a frontend that no agent has. */
  view: FrontendView | null;
  problems: readonly Pick<DivergenceView, 'kind' | 'nodes' | 'difference'>[];
};

/** Each verdict in words. */
export const verdictWords: Readonly<Record<MatrixVerdict, string>> = {
  agrees: 'has what it must have',
  differs: 'differs',
  leftover: 'has what should be gone',
  absent: 'has no row, and must have none',
  unjudged: 'cannot be judged',
  'not-asked': 'has not answered',
};

function nameOf(service: { namespace: string; name: string } | null): string | null {
  return service === null ? null : `${service.namespace}/${service.name}`;
}

/** A row for each frontend that some agent has, or must have; by Service and address. */
export function matrixRows(
  frontends: readonly FrontendView[],
  { problems }: Pick<AgreementView, 'problems'>,
  onlyDiffering: boolean,
): MatrixRow[] {
  const shown = onlyDiffering ? frontends.filter((one) => one.problems.some(isDivergence)) : frontends;
  const rows = sortFrontends(shown).map((view): MatrixRow => ({
    key: view.key,
    service: nameOf(view.service),
    view,
    problems: view.problems
      .filter(isDivergence)
      // `isDivergence` leaves out the two kinds that no divergence has.
      .map(({ kind, nodes, text }) => ({ kind: kind as DivergenceView['kind'], nodes, difference: text })),
  }));
  const known = new Set(frontends.map(({ key }) => key));
  const nowhere = problems.filter(({ key }) => key !== null && !known.has(key));
  return [
    ...rows,
    ...nowhere.map((problem): MatrixRow => ({
      key: problem.key ?? '',
      service: nameOf(problem.service),
      view: null,
      problems: [problem],
    })),
  ];
}

/** What a node has of a row. `answering` are the nodes whose last answer is their newest. */
export function verdictOn(row: MatrixRow, node: string, answering: ReadonlySet<string>): MatrixVerdict {
  if (!answering.has(node)) return 'not-asked';
  const own = row.problems.filter(({ nodes }) => nodes.includes(node));
  if (own.some(({ kind }) => kind === 'leftover-backend' || kind === 'leftover-row')) return 'leftover';
  if (own.length > 0) return 'differs';
  if (row.view?.doubt?.about === 'row') return 'unjudged';
  return row.view?.nodes.includes(node) ? 'agrees' : 'absent';
}
