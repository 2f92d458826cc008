import { expect, test } from 'vitest';
import { parseReport } from './parse-report';

const table =
  'ID   Frontend   Service Type   Backend\n1    10.0.0.1:80   ClusterIP   1 => 10.1.0.1:80 (active)\n';
const status = 'KubeProxyReplacement:   True   [eth0 10.0.0.4]\n';

test('a table and a status are understood, an empty table and an empty list too', () => {
  expect(parseReport('service-list', table)).toMatchObject({
    understood: true,
    message: '',
    report: {
      frontends: [{ id: 1, ip: '10.0.0.1', backends: [{ ip: '10.1.0.1', state: 'active' }] }],
      unparsed: [],
    },
  });
  expect(parseReport('status', status)).toMatchObject({
    understood: true,
    report: { kubeProxyReplacement: { mode: 'True' } },
  });
  expect(parseReport('service-list', 'ID   Frontend   Service Type   Backend\n').understood).toBe(true);
  expect(parseReport('service-list', '[]\n\n').understood).toBe(true);
});

test.each([
  ['service-list', '', 'there is no output at all'],
  ['status', 'Defaulted container "cilium-agent" out of: cilium-agent\n', 'there is no output at all'],
  ['service-list', status, 'Try "kpr-explorer parse status"'],
  ['status', table, 'Try "kpr-explorer parse service-list"'],
  [
    'status',
    'dial unix /var/run/cilium/cilium.sock: connect: connection refused\n',
    'but an error: the agent is not listening',
  ],
  ['service-list', 'hello\n', 'Nothing here is the output of "cilium service list".'],
  ['service-list', '{"a":1}', 'Nothing here is the output of "cilium service list".'],
] as const)('as %s, %j is not understood, and the sentence says why', (kind, output, words) => {
  const { understood, message } = parseReport(kind, output);
  expect(understood).toBe(false);
  expect(message).toContain(words);
  expect(message).not.toContain('\n');
});
