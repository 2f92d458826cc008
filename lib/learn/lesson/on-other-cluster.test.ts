import { expect, it } from 'vitest';
import { onOtherCluster } from './on-other-cluster';
import { met, open, unknown } from './verdict';

const article = { kind: 'training', title: 'Training cluster: article', scenario: 'article' } as const;
const own = { kind: 'kubeconfig', title: 'prod', scenario: null } as const;
const nobody = unknown('There is no such node to be found.');

it('what cannot be judged on another cluster than the task plays on is said to want that one', () => {
  expect(onOtherCluster(nobody, 'drift', article)).toEqual(
    unknown(
      'You look at Training cluster: article, and this task plays on the training cluster drift. Switch to drift first.',
    ),
  );
  expect(onOtherCluster(nobody, 'drift', own).seen).toContain('--training drift');
});

it('what can be judged is left as it is, and so is all on the right cluster, on any, and on one not known', () => {
  for (const verdict of [met('So.'), open('Not so.')])
    expect(onOtherCluster(verdict, 'drift', article)).toBe(verdict);
  expect(onOtherCluster(nobody, 'article', article)).toBe(nobody);
  expect(onOtherCluster(nobody, undefined, article)).toBe(nobody);
  expect(onOtherCluster(nobody, 'drift', undefined)).toBe(nobody);
});
