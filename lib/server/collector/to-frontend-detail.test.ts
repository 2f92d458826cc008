import { expect, test } from 'vitest';
import { backendView, endpoint, frontendView, index, service, slice } from '@/lib/snapshot/snapshot.fixture';
import { TableStore } from './table-store';
import { toFrontendDetail } from './to-frontend-detail';

test('a row of a dual-stack Service is compared with the endpoints of its own family', () => {
  const names = index({
    services: [service('web', { clusterIPs: ['10.96.0.1', 'fd00:96::1'] })],
    slices: [
      slice('web', [endpoint('10.1.0.1')], { name: 'web-4', weight: 200 }),
      slice('web', [endpoint('fd00:1::1')], { name: 'web-6' }),
    ],
  });
  const listed = (where: string, backends: string[] = []) =>
    toFrontendDetail(
      frontendView(where, { nodes: [], backends: backends.map((text) => backendView(text)) }),
      names,
      new TableStore(),
      () => undefined,
    ).apiBackends?.map(({ ip, weight }) => [ip, weight]);
  expect(listed('10.96.0.1:80/TCP')).toEqual([['10.1.0.1', 200]]);
  expect(listed('[fd00:96::1]:80/TCP')).toEqual([['fd00:1::1', null]]);
  expect(listed('10.96.0.1:80/TCP', ['[fd00:1::1]:8080/TCP']), 'NAT46').toHaveLength(2);
});
