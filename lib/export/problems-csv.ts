import type { DivergenceView } from '@/lib/snapshot/agreement-view';
import { csvLine } from './csv-line';

/** Divergences as CSV (RFC 4180), one line each, in the order given. */
export function* problemsCsv(problems: Iterable<DivergenceView>): Generator<string, void> {
  yield csvLine([
    'severity',
    'kind',
    'namespace',
    'service',
    'frontend',
    'nodes',
    'difference',
    'consequence',
    'explanation',
    'since',
  ]);
  for (const {
    severity,
    kind,
    service,
    key,
    nodes,
    difference,
    consequence,
    explanation,
    since,
  } of problems) {
    yield csvLine([
      severity,
      kind,
      service?.namespace ?? null,
      service?.name ?? null,
      key,
      nodes.join(' '),
      difference,
      consequence,
      explanation,
      since,
    ]);
  }
}
