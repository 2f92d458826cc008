import { isDeepStrictEqual } from 'node:util';
import type { KindTypes } from '../kube-object';
import { labelSelectorMatcher } from '../selectors';
import type { StatusCause } from '../status-error';
import { containerCauses } from './pod-causes';

type DaemonSet = KindTypes['DaemonSet'];

const strategyPath = 'spec.updateStrategy';

function strategyCauses({ spec }: DaemonSet): StatusCause[] {
  const { type = 'RollingUpdate', rollingUpdate } = spec?.updateStrategy ?? {};
  const { maxUnavailable = 1, maxSurge = 0 } = rollingUpdate ?? {};
  if (type === 'OnDelete') return [];
  if (type !== 'RollingUpdate') {
    const value = JSON.stringify({
      Type: type,
      RollingUpdate: { MaxUnavailable: maxUnavailable, MaxSurge: maxSurge },
    });
    const message = `Unsupported value: ${value}: supported values: "RollingUpdate", "OnDelete"`;
    return [{ reason: 'FieldValueNotSupported', message, field: strategyPath }];
  }
  const field = `${strategyPath}.rollingUpdate.maxUnavailable`;
  const isNone = (value: unknown) => value === 0 || value === '0%';
  if (isNone(maxUnavailable) && isNone(maxSurge)) {
    return [
      { reason: 'FieldValueRequired', message: 'Required value: cannot be 0 when maxSurge is 0', field },
    ];
  }
  const percent = /^(\d+)%$/.exec(String(maxUnavailable))?.[1];
  if (Number(percent ?? 0) <= 100) return [];
  const message = `Invalid value: "${maxUnavailable}": must not be greater than 100%`;
  return [{ reason: 'FieldValueInvalid', message, field }];
}

/** What is wrong with a DaemonSet; `current` is what it was before, if it was. */
export function daemonSetCauses(wanted: DaemonSet, current?: DaemonSet): StatusCause[] {
  const { selector, template } = wanted.spec ?? {};
  const causes: StatusCause[] = [];
  if (current && !isDeepStrictEqual(selector, current.spec?.selector)) {
    const message = `Invalid value: ${JSON.stringify(selector ?? null)}: field is immutable`;
    causes.push({ reason: 'FieldValueInvalid', message, field: 'spec.selector' });
  }
  const labels = template?.metadata?.labels;
  const selects =
    Object.keys({ ...selector?.matchLabels }).length + (selector?.matchExpressions?.length ?? 0);
  if (selector && selects === 0) {
    const message = `Invalid value: ${JSON.stringify(selector)}: empty selector is invalid for daemonset`;
    causes.push({ reason: 'FieldValueInvalid', message, field: 'spec.selector' });
  } else if (!selector || !labelSelectorMatcher(selector)(labels)) {
    const value = JSON.stringify(labels ?? null);
    const message = `Invalid value: ${value}: \`selector\` does not match template \`labels\``;
    causes.push({ reason: 'FieldValueInvalid', message, field: 'spec.template.metadata.labels' });
  }
  return [...causes, ...containerCauses(template?.spec, 'spec.template.spec'), ...strategyCauses(wanted)];
}
