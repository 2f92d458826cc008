import { expect, test } from 'vitest';
import { kubectlLine } from './kubectl-line';

const where = { context: null, namespace: 'kube-system', pod: 'cilium-x', container: 'cilium-agent' };

test('is what a person would type', () => {
  expect(kubectlLine(where, ['cilium-dbg', 'service', 'list'])).toBe(
    'kubectl -n kube-system exec cilium-x -c cilium-agent -- cilium-dbg service list',
  );
});

test('names the context, quoted where a shell would read it otherwise', () => {
  const line = (context: string) => kubectlLine({ ...where, context }, ['cilium', 'status', '--verbose']);
  expect(line('arn:aws:eks:us-east-1:1:cluster/prod')).toContain(
    '--context arn:aws:eks:us-east-1:1:cluster/prod -n',
  );
  expect(line('my context')).toContain("--context 'my context' -n");
  expect(line("a'; rm -rf /")).toContain(String.raw`--context 'a'\''; rm -rf /' -n`);
});
