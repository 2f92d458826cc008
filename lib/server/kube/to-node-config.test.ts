import { expect, test } from 'vitest';
import { toNodeConfig } from './to-node-config';

test('a CiliumNodeConfig without selector selects no node, one with an empty selector every node', () => {
  const of = (spec: object) => toNodeConfig({ metadata: { name: 'x', namespace: 'kube-system' }, spec });
  expect(of({ defaults: { debug: 'true' } })?.nodeSelector).toBeNull();
  expect(of({ nodeSelector: {} })?.nodeSelector).toEqual({ matchLabels: {}, matchExpressions: [] });
});
