import { expect, test } from 'vitest';
import { compareL3n4Addrs } from './compare-l3n4-addrs';
import type { L3n4Addr } from './l3n4-addr';
import { formatL3n4Addr } from './l3n4-addr';

test('addresses are ordered by number, then port, protocol and scope', () => {
  const address = (ip: string, port: number, more: Partial<L3n4Addr> = {}): L3n4Addr => ({
    ...{ ip, port, protocol: null, scope: 'external' },
    ...more,
  });
  const ordered = [
    address('9.0.0.1', 9000),
    address('10.0.0.2', 80),
    address('10.0.0.2', 80, { protocol: 'TCP' }),
    address('10.0.0.2', 80, { protocol: 'TCP', scope: 'internal' }),
    address('10.0.0.2', 80, { protocol: 'UDP' }),
    address('10.0.0.2', 443, { protocol: 'TCP' }),
    address('10.0.0.10', 53),
    address('fd00::9', 53),
    address('fd00::10', 53),
  ];
  const shuffled = [...ordered].reverse();
  expect(shuffled.sort(compareL3n4Addrs).map(formatL3n4Addr)).toEqual(ordered.map(formatL3n4Addr));
});
