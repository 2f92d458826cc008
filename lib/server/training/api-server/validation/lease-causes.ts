import type { V1Lease } from '@kubernetes/client-node';
import type { Json } from '../kube-object';
import type { StatusCause } from '../status-error';

/** What is wrong with a Lease's numbers. */
export function leaseCauses({ spec = {} }: Json<V1Lease>): StatusCause[] {
  const { leaseDurationSeconds, leaseTransitions } = spec;
  const cause = (field: string, value: number, why: string): StatusCause => ({
    reason: 'FieldValueInvalid',
    message: `Invalid value: ${value}: ${why}`,
    field: `spec.${field}`,
  });
  return [
    ...(typeof leaseDurationSeconds === 'number' && leaseDurationSeconds <= 0
      ? [cause('leaseDurationSeconds', leaseDurationSeconds, 'must be greater than 0')]
      : []),
    ...(typeof leaseTransitions === 'number' && leaseTransitions < 0
      ? [cause('leaseTransitions', leaseTransitions, 'must be greater than or equal to 0')]
      : []),
  ];
}
