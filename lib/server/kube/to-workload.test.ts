import { expect, test } from 'vitest';
import { metadata } from './object-metadata.fixture';
import { toWorkload } from './to-workload';

test('workloads count in their own way', () => {
  const object = {
    ...metadata('cilium'),
    spec: { replicas: 2 },
    status: { desiredNumberScheduled: 5, numberReady: 4, readyReplicas: 1 },
  };
  expect(toWorkload('DaemonSet')(object)).toMatchObject({ desired: 5, ready: 4 });
  expect(toWorkload('Deployment')(object)).toMatchObject({ desired: 2, ready: 1, update: null });
  expect(toWorkload('DaemonSet')(object)?.update).toEqual({ strategy: 'RollingUpdate', maxUnavailable: '1' });
  const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } };
  expect(toWorkload('DaemonSet')({ ...object, spec: { updateStrategy } })?.update?.maxUnavailable).toBe(
    '25%',
  );
  const onDelete = { ...object, spec: { updateStrategy: { type: 'OnDelete' } } };
  expect(toWorkload('DaemonSet')(onDelete)?.update).toEqual({ strategy: 'OnDelete', maxUnavailable: null });
});
