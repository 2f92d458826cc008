import type { KindTypes } from '../kube-object';
import { configKeyProblem } from '../name-rules';
import type { StatusCause } from '../status-error';

type ConfigMap = KindTypes['ConfigMap'];

const mostBytes = 1024 * 1024;
const immutable = 'Forbidden: field is immutable when `immutable` is set';

/** What is wrong with a ConfigMap's keys and size. */
export function configMapCauses({ data = {}, binaryData = {} }: ConfigMap): StatusCause[] {
  const causes: StatusCause[] = [];
  for (const [field, map] of Object.entries({ data, binaryData })) {
    for (const key of Object.keys(map)) {
      const problem = configKeyProblem(key);
      if (problem === null) continue;
      const message = `Invalid value: "${key}": ${problem}`;
      causes.push({ reason: 'FieldValueInvalid', message, field: `${field}[${key}]` });
    }
  }
  const bytes = Object.values(data).reduce((sum, value) => sum + Buffer.byteLength(value ?? ''), 0);
  if (bytes > mostBytes) {
    const message = `Too long: may not be more than ${mostBytes} bytes`;
    causes.push({ reason: 'FieldValueTooLong', message, field: '[]' });
  }
  return causes;
}

/** What may not change in a ConfigMap that says it is immutable. */
export function configMapUpdateCauses(wanted: ConfigMap, current: ConfigMap): StatusCause[] {
  if (!current.immutable) return [];
  const cause = (field: string): StatusCause => ({
    reason: 'FieldValueForbidden',
    message: immutable,
    field,
  });
  return [
    ...(wanted.immutable ? [] : [cause('immutable')]),
    ...(JSON.stringify(wanted.data) === JSON.stringify(current.data) ? [] : [cause('data')]),
  ];
}
