import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Backend, BackendState } from './backend';
import { backendStates } from './backend-state';
import type { Frontend } from './frontend';
import { frontendKey } from './frontend';
import type { L3n4Addr, L4Protocol } from './l3n4-addr';
import { formatL3n4Addr } from './l3n4-addr';
import { parseServiceList } from './parse-service-list';
import { serviceTypes } from './service-type';
import { cutOffReason, isCutOff, leftOutReason } from './unparsed-lines';

const table = (...lines: string[]): string => `${lines.join('\n')}\n`;

const modern = table(
  'ID   Frontend                    Service Type         Backend                                          ',
  '1    10.96.0.1:443/TCP           ClusterIP            1 => 172.18.0.3:6443/TCP (active)                ',
  '                                                      2 => 172.18.0.4:6443/TCP (terminating)           ',
  '4    [fd00:10:96::a]:53/UDP/i    NodePort             1 => [fd00:10:244::7]:53/UDP (quarantined)       ',
  '9    10.96.0.9@2:80/SCTP         ClusterIP (Remote)                                                    ',
);

describe('the table', () => {
  test('gives each row and each backend with the line it stands on', () => {
    const { frontends, unparsed } = parseServiceList(modern);
    expect(unparsed).toEqual([]);
    const backend = { scope: 'external', preferred: null };
    expect(frontends).toEqual([
      {
        ...{ id: 1, ip: '10.96.0.1', port: 443, protocol: 'TCP', scope: 'external' },
        ...{ type: 'ClusterIP', remote: false, line: 2 },
        backends: [
          { ...backend, ip: '172.18.0.3', port: 6443, protocol: 'TCP', state: 'active', line: 2 },
          { ...backend, ip: '172.18.0.4', port: 6443, protocol: 'TCP', state: 'terminating', line: 3 },
        ],
      },
      {
        ...{ id: 4, ip: 'fd00:10:96::a', port: 53, protocol: 'UDP', scope: 'internal' },
        ...{ type: 'NodePort', remote: false, line: 4 },
        backends: [
          { ...backend, ip: 'fd00:10:244::7', port: 53, protocol: 'UDP', state: 'quarantined', line: 4 },
        ],
      },
      {
        ...{ id: 9, ip: '10.96.0.9@2', port: 80, protocol: 'SCTP', scope: 'external' },
        ...{ type: 'ClusterIP', remote: true, backends: [], line: 5 },
      },
    ]);
  });

  test.each([
    ['carriage returns', modern.replaceAll('\n', '\r\n')],
    ['tabs between the columns', modern.replace(/ {2,}(?=\S)/g, '\t')],
    ['squeezed columns', modern.replace(/ {2,}/g, ' ')],
    ['no blanks at the line ends', modern.replace(/ +\n/g, '\n')],
    ['no newline at the end', modern.slice(0, -1)],
    ['a byte-order mark', `\uFEFF${modern}`],
    ['no header', modern.slice(modern.indexOf('\n') + 1)],
  ])('is read the same with %s', (_, text) => {
    const withoutLines = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replace(/"line":\d+/g, '"line":0'));
    expect(withoutLines(parseServiceList(text))).toEqual(withoutLines(parseServiceList(modern)));
  });

  test('may follow notices, which count as lines but are not told of', () => {
    const { frontends, unparsed } = parseServiceList(
      `Defaulted container "cilium-agent" out of: cilium-agent, config (init)\nUsing config file: /root/.cilium.yaml\n${modern}`,
    );
    expect(unparsed).toEqual([]);
    expect(frontends.map(({ line }) => line)).toEqual([4, 6, 7]);
  });

  test('of v1.5 has no types, of v1.11 no states, of v1.16 no protocols: null, not a guess', () => {
    const { frontends } = parseServiceList(
      table(
        'ID   Frontend            Backend',
        '3    10.96.0.10:53       1 => 10.15.35.129:53',
        '                         2 => 10.15.38.236:53',
      ),
    );
    expect(frontends).toHaveLength(1);
    expect(frontends[0]).toMatchObject({ type: null, protocol: null });
    expect(frontends[0]?.backends.map(({ state, protocol }) => [state, protocol])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('marks backends as not preferred only where it marks some as preferred', () => {
    const rows = (mark: string): string =>
      table(
        `1    10.0.0.1:80/TCP   ClusterIP   1 => 10.1.0.1:80/TCP (active)${mark}`,
        '                              2 => 10.1.0.2:80/TCP (active)',
      );
    const preferred = (text: string): unknown =>
      parseServiceList(text).frontends[0]?.backends.map((backend) => backend.preferred);
    expect(preferred(rows(''))).toEqual([null, null]);
    expect(preferred(rows(' (preferred)'))).toEqual([true, false]);
  });

  test('keeps what it understands of a line, and tells of the rest', () => {
    const { frontends, unparsed } = parseServiceList(
      table(
        '1    10.0.0.1:80/TCP   Magic   1 => 10.1.0.1:80/TCP (sleeping)',
        '                          2 => 10.1.0.2:80/TCP ()',
        '                          3 => elsewhere',
      ),
    );
    expect(frontends[0]).toMatchObject({ type: null, backends: [{ state: null }, { state: null }] });
    expect(unparsed.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'unknown service type "Magic"'],
      [1, 'unknown backend state "sleeping"'],
      [3, 'no backend address (IP:port) after =>'],
    ]);
  });

  test.each([
    '10.0.0.256:80',
    '10.0.0:80',
    '10.0.0.1',
    '10.0.0.1:',
    '10.0.0.1:65536',
    '10.0.0.1:80/ICMP',
    '10.0.0.1:80/TCP/e',
    '10.0.0.1@:80',
    'fd00::1:80',
    '[fd00::1:80',
    '[fd00]:80',
    '[fd00::1::2]:80',
    '[10.0.0.1]:80',
    '10.0.0.1:80x',
    '`LB`:80/TCP',
  ])('does not take %s for a frontend', (address) => {
    const { frontends, unparsed } = parseServiceList(
      table(`1    ${address}   ClusterIP   1 => 10.1.0.1:80 (active)`),
    );
    expect(frontends).toEqual([]);
    expect(unparsed).toHaveLength(1);
  });

  test('gives no backend to a row it does not belong to', () => {
    const { frontends, unparsed } = parseServiceList(
      table(
        '1    10.0.0.1:80   ClusterIP   1 => 10.1.0.1:80 (active)',
        '...',
        '                          7 => 10.1.0.7:80 (active)',
      ),
    );
    expect(frontends[0]?.backends).toHaveLength(1);
    expect(unparsed.map(({ reason }) => reason)).toEqual([
      leftOutReason,
      'a backend without the row of its frontend',
    ]);
  });

  test('with an end that is missing says so, and takes no half of an address, a state or a row', () => {
    for (let length = 1; length < modern.length; length += 1) {
      const whole = parseServiceList(modern);
      const cut = modern.slice(0, length);
      const { frontends, unparsed } = parseServiceList(cut);
      for (const frontend of frontends) {
        const origin = whole.frontends.find(({ id }) => id === frontend.id);
        expect(origin && frontendKey(origin)).toBe(frontendKey(frontend));
        expect(origin?.backends).toEqual(expect.arrayContaining(frontend.backends));
      }
      const lastLine = cut.slice(cut.lastIndexOf('\n') + 1).trim();
      const lost = lastLine !== '' && cut.split('\n').length > 2 && !/\)$/.test(lastLine);
      if (lost) expect([cut, isCutOff({ unparsed })]).toEqual([cut, true]);
    }
  });

  test('of any rows, printed as Cilium does, is read back equal', () => {
    fc.assert(
      fc.property(fc.array(frontend, { maxLength: 12 }), fc.boolean(), (rows, hasPreferred) => {
        const numbered = number(rows, hasPreferred);
        expect(parseServiceList(print(numbered)).frontends).toEqual(numbered);
      }),
      { numRuns: 500 },
    );
  });

  test('keeps its bound on what it tells: the lines after the first thousand are counted', () => {
    const { unparsed } = parseServiceList('nonsense\n'.repeat(5000));
    expect(unparsed).toHaveLength(1001);
    expect(unparsed.at(-1)).toMatchObject({
      line: 1001,
      reason: '4000 more lines from here on were not understood',
    });
  });
});

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
const frontend = fc.record({
  id: fc.integer({ min: 0, max: 65535 }),
  address,
  type: fc.constantFrom(...serviceTypes),
  remote: fc.boolean(),
  backends: fc.array(fc.record({ address, state, preferred: fc.boolean() }), { maxLength: 8 }),
});

type Row = typeof frontend extends fc.Arbitrary<infer T> ? T : never;

/** Gives the rows as they are to be read, with the lines they will be printed on. */
function number(rows: readonly Row[], hasPreferred: boolean): Frontend[] {
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

function print(rows: readonly Frontend[]): string {
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

describe('JSON', () => {
  const service = {
    'backend-addresses': [
      {
        ip: '10.0.1.5',
        nodeName: 'n1',
        port: 8080,
        protocol: 'TCP',
        state: 'active',
        weight: 100,
        zone: 'z1',
        preferred: true,
      },
      { ip: '2001:0DB8::0:5', port: 8080 },
    ],
    flags: {
      type: 'NodePort',
      name: 'web',
      namespace: 'shop',
      cluster: 'west',
      extTrafficPolicy: 'Local',
      healthCheckNodePort: 31000,
    },
    'frontend-address': { ip: '0.0.0.0', port: 30080, protocol: 'TCP', scope: 'internal' },
  };
  const text = JSON.stringify([{ spec: service, status: { realized: service } }], null, 2);

  test('gives rows with what only it has: weights, zones, nodes, policies', () => {
    const { frontends, unparsed } = parseServiceList(`Using config file: /root/.cilium.yaml\n${text}\n\n`);
    expect(unparsed).toEqual([]);
    const line = (needle: string, from = 0): number =>
      2 + text.slice(0, text.indexOf(needle, text.indexOf('realized') + from)).split('\n').length - 1;
    expect(frontends).toEqual([
      {
        ...{
          id: 0,
          ip: '0.0.0.0',
          port: 30080,
          protocol: 'TCP',
          scope: 'internal',
          type: 'NodePort',
          remote: true,
          line: 3,
        },
        flags: {
          name: 'web',
          namespace: 'shop',
          cluster: 'west',
          extTrafficPolicy: 'Local',
          healthCheckNodePort: 31000,
        },
        backends: [
          {
            ...{
              ip: '10.0.1.5',
              port: 8080,
              protocol: 'TCP',
              scope: 'external',
              state: 'active',
              preferred: true,
            },
            ...{ weight: 100, zone: 'z1', nodeName: 'n1', line: line('10.0.1.5') - 1 },
          },
          {
            ...{
              ip: '2001:db8::5',
              port: 8080,
              protocol: null,
              scope: 'external',
              state: null,
              preferred: false,
            },
            line: line('2001:0DB8') - 1,
          },
        ],
      },
    ]);
  });

  test('of no services is an empty list, with null in place of backends a row without any', () => {
    expect(parseServiceList('[]\n\n')).toEqual({ frontends: [], unparsed: [] });
    const empty = text.replace(/"backend-addresses": \[[^\]]*\]/g, '"backend-addresses": null');
    expect(parseServiceList(empty).frontends[0]?.backends).toEqual([]);
  });

  test('that stops in the middle gives the services before, and says so', () => {
    const two = JSON.stringify(
      [{ status: { realized: service } }, { status: { realized: service } }],
      null,
      1,
    );
    const { frontends, unparsed } = parseServiceList(two.slice(0, -60));
    expect(frontends).toHaveLength(1);
    expect(unparsed.at(-1)?.reason).toBe(cutOffReason);
  });

  test('leaves out what the table leaves out, and tells of it', () => {
    const realized = (change: object): object => ({ status: { realized: { ...service, ...change } } });
    const { frontends, unparsed } = parseServiceList(
      JSON.stringify([
        { spec: service, status: {} },
        realized({ 'frontend-address': { ip: 'not-an-ip', port: 80 } }),
        realized({
          'backend-addresses': [
            { ip: 'bogus', port: 80 },
            { ip: '10.0.0.3', port: 80 },
          ],
        }),
      ]),
    );
    expect(frontends.map(({ backends }) => backends.map(({ ip }) => ip))).toEqual([['10.0.0.3']]);
    expect(unparsed.map(({ reason }) => reason)).toEqual([
      'the agent gives no realised state for this service',
      'no valid frontend address',
      'no valid backend address',
    ]);
  });
});
