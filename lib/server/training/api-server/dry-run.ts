import type { RequestInfo } from './request-info';
import { invalid } from './status-error';

const optionsOfVerb: Record<string, string> = {
  create: 'CreateOptions',
  update: 'UpdateOptions',
  patch: 'PatchOptions',
  delete: 'DeleteOptions',
  deletecollection: 'DeleteOptions',
};

/** Whether a write is only tried: `given` is the `dryRun` of its options, a list. Throws 422 for a value but `All`. */
export function isDryRun(verb: string, given: unknown): boolean {
  const values = Array.isArray(given) ? given.map(String) : [];
  if (values.every((value) => value === 'All')) return values.length > 0;
  throw invalid(optionsOfVerb[verb] ?? 'UpdateOptions', 'meta.k8s.io', '', {
    reason: 'FieldValueNotSupported',
    message: `Unsupported value: ${JSON.stringify(values)}: supported values: "All"`,
    field: 'dryRun',
  });
}

/** The same for a write whose options stand in its query: every one but a delete. */
export function isDryRunQuery({ verb, query }: Pick<RequestInfo, 'verb' | 'query'>): boolean {
  return isDryRun(verb, query.getAll('dryRun'));
}
