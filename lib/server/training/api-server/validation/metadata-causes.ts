import type { ObjectMeta } from '../kube-object';
import { labelValueProblem, nameProblem, qualifiedNameProblem } from '../name-rules';
import type { Resource } from '../resource-table';
import type { StatusCause } from '../status-error';

const invalidValue = (field: string, value: unknown, why: string): StatusCause => ({
  reason: 'FieldValueInvalid',
  message: `Invalid value: ${JSON.stringify(value)}: ${why}`,
  field,
});

function nameCauses({ name = '', generateName }: ObjectMeta, { group }: Resource): StatusCause[] {
  if (name === '') {
    if (generateName) return [];
    const message = 'Required value: name or generateName is required';
    return [{ reason: 'FieldValueRequired', message, field: 'metadata.name' }];
  }
  // Names of RBAC objects may hold a colon.
  const why = group === 'rbac.authorization.k8s.io' ? null : nameProblem(name);
  return why === null ? [] : [invalidValue('metadata.name', name, why)];
}

/** What is wrong with an object's name, labels and annotations. */
export function metadataCauses(metadata: ObjectMeta, resource: Resource): StatusCause[] {
  const causes = nameCauses(metadata, resource);
  for (const [key, value] of Object.entries(metadata.labels ?? {})) {
    const keyProblem = qualifiedNameProblem(key);
    if (keyProblem !== null) causes.push(invalidValue('metadata.labels', key, keyProblem));
    const valueProblem = labelValueProblem(value);
    if (valueProblem !== null) causes.push(invalidValue('metadata.labels', value, valueProblem));
  }
  for (const key of Object.keys(metadata.annotations ?? {})) {
    const problem = qualifiedNameProblem(key.toLowerCase());
    if (problem !== null) causes.push(invalidValue('metadata.annotations', key, problem));
  }
  return causes;
}

/** What a writer may leave out of the server's own fields, but not change. A time may be written in more than one way. */
export function metadataUpdateCauses(wanted: ObjectMeta, current: ObjectMeta): StatusCause[] {
  const changed = {
    uid: wanted.uid !== current.uid,
    creationTimestamp: instant(wanted.creationTimestamp) !== instant(current.creationTimestamp),
    deletionTimestamp: instant(wanted.deletionTimestamp) !== instant(current.deletionTimestamp),
  };
  return Object.entries(changed).flatMap(([field, differs]) => {
    // The fields are those of the object above.
    const value = wanted[field as keyof typeof changed];
    return value && differs ? [invalidValue(`metadata.${field}`, value, 'field is immutable')] : [];
  });
}

const instant = (time: string | undefined) => Math.floor(Date.parse(time ?? '') / 1000);
