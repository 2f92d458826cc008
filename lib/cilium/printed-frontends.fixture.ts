import fc from 'fast-check';
import type { Backend, BackendState } from './backend';
import { backendStates } from './backend-state';
import type { Frontend } from './frontend';
import type { L3n4Addr, L4Protocol } from './l3n4-addr';
import { formatL3n4Addr } from './l3n4-addr';
import { serviceTypes } from './service-type';

const ipv4 = fc.ipV4();
const ipv6 = fc.constantFrom(
  'fd00::1',
  '2001:db8:aaaa:bbbb:cccc:dddd:eeee:ffff',
  '::1',
  '::',
  'fe80::c0df:abff:fec1:9388',
);
const protocol = fc.constantFrom<(L4Protocol | null)[]>('TCP', 'TCP', 'UDP', 'SCTP', 'ANY', 'NONE', null);
const address = fc.record({
  ip: fc
    .tuple(fc.oneof(ipv4, ipv6), fc.constantFrom('', '', '@1', '@255'))
    .map(([ip, cluster]) => ip + cluster),
  port: fc.integer({ min: 0, max: 65535 }),
  protocol,
  scope: fc.constantFrom('external' as const, 'external' as const, 'internal' as const),
});
const state = fc.constantFrom<(BackendState | null)[]>('active', 'active', ...backendStates, null);
/** A frontend of any kind, with any backends. */
export const frontend = fc.record({
  id: fc.integer({ min: 0, max: 65535 }),
  address,
  type: fc.constantFrom(...serviceTypes),
  remote: fc.boolean(),
  backends: fc.array(fc.record({ address, state, preferred: fc.boolean() }), { maxLength: 8 }),
});

type Row = typeof frontend extends fc.Arbitrary<infer T> ? T : never;

/** Gives the rows as they are to be read, with the lines they will be printed on. */
export function numberRows(rows: readonly Row[], hasPreferred: boolean): Frontend[] {
  let line = 2;
  const anyPreferred =
    hasPreferred && rows.some(({ backends }) => backends.some(({ preferred }) => preferred));
  return rows.map(({ id, address: at, type, remote, backends }) => {
    const first = line;
    line += Math.max(1, backends.length);
    return {
      ...{ id, ...at, type, remote, line: first },
      backends: backends.map((backend, index) => ({
        ...backend.address,
        state: backend.state,
        preferred: anyPreferred ? backend.preferred : null,
        line: first + index,
      })),
    };
  });
}

/** The table as Cilium prints it. */
export function printRows(rows: readonly Frontend[]): string {
  const cell = (backend: Backend, index: number): string =>
    `${index + 1} => ${printAddress(backend)}${backend.state === null ? '' : ` (${backend.state})`}${backend.preferred === true ? ' (preferred)' : ''}`;
  const lines = ['ID      Frontend   Service Type   Backend   '];
  for (const row of rows) {
    const start = `${String(row.id).padEnd(8)}${printAddress(row).padEnd(60)}${`${row.type}${row.remote ? ' (Remote)' : ''}`.padEnd(26)}`;
    lines.push(
      ...[start, ...row.backends.slice(1).map(() => ' '.repeat(94))].map((begin, index) => {
        const backend = row.backends[index];
        return begin + (backend === undefined ? '' : cell(backend, index)).padEnd(110);
      }),
    );
  }
  return `${lines.join('\n')}\n`;
}

const printAddress = (value: L3n4Addr): string => formatL3n4Addr(value);
