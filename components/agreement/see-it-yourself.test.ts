import { expect, test } from 'vitest';
import { agentView } from '@/lib/snapshot/snapshot.fixture';
import { seeItYourself } from './see-it-yourself';

const agents = ['a', 'b', 'c', 'd'].map((node) => agentView(node));
const service = { namespace: 'shop', name: 'web', portName: null };

test('shows the row on nodes that differ, on one that does not, and what the API has', () => {
  const problem = { keys: ['10.96.0.1:80/TCP/i'], service, kind: 'missing-backend' as const };
  const seen = seeItYourself({ ...problem, nodes: ['b', 'c', 'd'] }, agents, 'prod');
  expect(seen.map(({ label }) => label)).toEqual([
    'On b, which differs',
    'On c, which differs',
    'On a, for comparison',
    'What the API has',
  ]);
  expect(seen[0]?.command).toBe(
    "kubectl --context prod -n kube-system exec cilium-b -c cilium-agent -- cilium-dbg service list | grep -F -A 20 '10.96.0.1:80'",
  );
  expect(seen.at(-1)?.command).toBe(
    'kubectl --context prod -n shop get endpointslices -l kubernetes.io/service-name=web -o wide',
  );
});

test('compares settings by what agents say, and what they should have read', () => {
  const seen = seeItYourself(
    { keys: [], service: null, kind: 'settings-differ', nodes: ['b'] },
    agents,
    null,
  );
  expect(seen[0]?.command).toContain('status --verbose | grep -A 20');
  expect(seen.at(-1)?.command).toBe('kubectl -n kube-system get configmaps,ciliumnodeconfigs -o yaml');
});
