import { isDeepStrictEqual } from 'node:util';
import type { KindTypes } from '../kube-object';
import type { StatusCause } from '../status-error';

type PodSpec = NonNullable<KindTypes['Pod']['spec']>;

const required = (field: string): StatusCause => ({
  reason: 'FieldValueRequired',
  message: 'Required value',
  field,
});

/** What the containers of a pod or a pod template lack. `path` is where the spec stands: `spec.template.spec`. */
export function containerCauses(spec: PodSpec | undefined, path: string): StatusCause[] {
  const containers = spec?.containers ?? [];
  if (containers.length === 0) return [required(`${path}.containers`)];
  return containers.flatMap(({ name, image }, index) => [
    ...(name ? [] : [required(`${path}.containers[${index}].name`)]),
    ...(image ? [] : [required(`${path}.containers[${index}].image`)]),
  ]);
}

const unchangeable =
  'Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

/** The part of a pod's spec that stays as it is for the pod's life. */
function fixedPart(spec: PodSpec | undefined): unknown {
  const { activeDeadlineSeconds: _deadline, tolerations: _tolerations, ...rest } = spec ?? { containers: [] };
  const withoutImage = <T extends object>(container: T) => ({ ...container, image: '' });
  return {
    ...rest,
    containers: rest.containers.map(withoutImage),
    initContainers: rest.initContainers?.map(withoutImage),
  };
}

/** What may not change in a pod. */
export function podUpdateCauses(wanted: KindTypes['Pod'], current: KindTypes['Pod']): StatusCause[] {
  const same = isDeepStrictEqual(fixedPart(wanted.spec), fixedPart(current.spec));
  return same ? [] : [{ reason: 'FieldValueForbidden', message: unchangeable, field: 'spec' }];
}
