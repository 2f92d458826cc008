import type { KubeObject } from './kube-object';
import { labelValueProblem, qualifiedNameProblem } from './name-rules';
import type { Resource } from './resource-table';
import { badRequest } from './status-error';

export type Labels = Readonly<Record<string, string>> | undefined;
export type LabelMatcher = (labels: Labels) => boolean;

type SelectorTerm = { key: string; operator: string; values?: readonly string[] };

function matchesTerm(labels: Labels, { key, operator, values = [] }: SelectorTerm): boolean {
  const value = labels?.[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      throw badRequest(`"${operator}" is not a valid label selector operator`);
  }
}

const comparisonTerm = /^([^\s!=,()<>]+)\s*([<>])\s*(-?\d+)$/;
const setTerm = /^([^\s!=,()]+)\s+(in|notin)\s*\(([^()]*)\)$/;
const equalityTerm = /^([^\s!=,()]+)\s*(==|=|!=)\s*([^\s!=,()]*)$/;

function parseTerm(text: string): SelectorTerm {
  const term = readTerm(text);
  const problem = qualifiedNameProblem(term.key);
  if (problem !== null) {
    throw badRequest(`unable to parse requirement: <nil>: Invalid value: "${term.key}": ${problem}`);
  }
  for (const value of term.values ?? []) {
    const why = labelValueProblem(value);
    if (why !== null) {
      throw badRequest(
        `unable to parse requirement: values[0][${term.key}]: Invalid value: "${value}": ${why}`,
      );
    }
  }
  return term;
}

function readTerm(text: string): SelectorTerm {
  const comparison = comparisonTerm.exec(text);
  if (comparison) {
    const [, key = '', operator, value = ''] = comparison;
    return { key, operator: operator === '>' ? 'Gt' : 'Lt', values: [value] };
  }
  const set = setTerm.exec(text);
  if (set) {
    const values = (set[3] ?? '').split(',').map((value) => value.trim());
    return { key: set[1] ?? '', operator: set[2] === 'in' ? 'In' : 'NotIn', values };
  }
  const equality = equalityTerm.exec(text);
  if (equality) {
    return {
      key: equality[1] ?? '',
      operator: equality[2] === '!=' ? 'NotIn' : 'In',
      values: [equality[3] ?? ''],
    };
  }
  if (/^![^\s!=,()]+$/.test(text)) return { key: text.slice(1), operator: 'DoesNotExist' };
  if (/^[^\s!=,()]+$/.test(text)) return { key: text, operator: 'Exists' };
  throw badRequest(`unable to parse requirement: found '${text}', expected: identifier`);
}

/** Reads a `labelSelector` query value; throws a 400 for one that Kubernetes would refuse. */
export function parseLabelSelector(text: string): LabelMatcher {
  const terms = text
    .split(/,(?![^(]*\))/)
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map(parseTerm);
  return (labels) => terms.every((term) => matchesTerm(labels, term));
}

export type LabelSelector = {
  matchLabels?: Record<string, string>;
  matchExpressions?: readonly SelectorTerm[];
};

/** A matcher for a LabelSelector object; an empty selector matches everything. */
export function labelSelectorMatcher(selector: LabelSelector): LabelMatcher {
  const wanted = Object.entries(selector.matchLabels ?? {});
  const terms = selector.matchExpressions ?? [];
  return (labels) =>
    wanted.every(([key, value]) => labels?.[key] === value) &&
    terms.every((term) => matchesTerm(labels, term));
}

const commonFields = ['metadata.name', 'metadata.namespace'];
const fieldsOfKind: Record<string, readonly string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Event: [
    'involvedObject.kind',
    'involvedObject.name',
    'involvedObject.namespace',
    'involvedObject.uid',
    'reason',
    'type',
  ],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  Secret: ['type'],
  Service: ['spec.clusterIP', 'spec.type'],
};

function fieldOf(object: KubeObject, path: string): string {
  let value: unknown = object;
  for (const key of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}

/** Reads a `fieldSelector` query value for a kind; throws a 400 for a field the kind cannot be selected by. */
export function parseFieldSelector(
  text: string,
  { kind, custom }: Pick<Resource, 'kind' | 'custom'>,
): (object: KubeObject) => boolean {
  const terms = text
    .split(',')
    .map((term) => term.trim())
    .filter((term) => term !== '')
    .map((term) => {
      const match = equalityTerm.exec(term) ?? /^([^\s!=,]+)(==|=|!=)(.*)$/.exec(term);
      if (!match) throw badRequest(`invalid selector: '${term}'; can't understand '${term}'`);
      const field = match[1] ?? '';
      if (!commonFields.includes(field) && !fieldsOfKind[kind]?.includes(field)) {
        throw badRequest(
          fieldsOfKind[kind] || custom
            ? `field label not supported: ${field}`
            : `"${field}" is not a known field selector: only "metadata.name", "metadata.namespace"`,
        );
      }
      return { field, negated: match[2] === '!=', value: match[3] ?? '' };
    });
  return (object) =>
    terms.every(({ field, negated, value }) => (fieldOf(object, field) === value) !== negated);
}
