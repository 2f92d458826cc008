import { describe, expect, test } from 'vitest';
import { parseServiceList } from './parse-service-list';
import { modern, table } from './service-table.fixture';
import { leftOutReason } from './unparsed-lines';

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

  test('keeps its bound on what it tells: the lines after the first thousand are counted', () => {
    const { unparsed } = parseServiceList('nonsense\n'.repeat(5000));
    expect(unparsed).toHaveLength(1001);
    expect(unparsed.at(-1)).toMatchObject({
      line: 1001,
      reason: '4000 more lines from here on were not understood',
    });
  });
});
