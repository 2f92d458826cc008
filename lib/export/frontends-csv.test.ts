import { expect, test } from 'vitest';
import { backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { frontendsCsv } from './frontends-csv';

function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.trimEnd().split('\r\n');
  const names = head.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])));
}

test('each backend of each frontend has a line, and a frontend without one has its own', () => {
  const service = { namespace: 'shop', name: 'web', portName: 'http' };
  const rows = rowsOf(
    [
      ...frontendsCsv(
        [
          frontendView('10.96.0.1:80/TCP', {
            service,
            labels: ['app=web', 'tier=front'],
            nodes: ['a', 'b'],
            backends: [
              backendView('10.0.0.1:8080/TCP', { nodes: ['a', 'b'] }),
              backendView('10.0.0.2:8080/TCP terminating', { nodes: ['b'] }),
            ],
          }),
          frontendView('[fd00::1]:53/UDP', { nodes: ['a'] }),
        ],
        2,
      ),
    ].join(''),
  );
  expect(rows).toMatchObject([
    {
      service: 'web',
      labels: 'app=web tier=front',
      frontend_ip: '10.96.0.1',
      frontend_nodes: '(all)',
      backend_ip: '10.0.0.1',
      backend_nodes: '(all)',
    },
    { service: 'web', backend_ip: '10.0.0.2', backend_state: 'terminating', backend_nodes: 'b' },
    { service: '', frontend_ip: 'fd00::1', frontend_port: '53', frontend_nodes: 'a', backend_ip: '' },
  ]);
});
