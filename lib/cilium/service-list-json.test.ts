import { describe, expect, test } from 'vitest';
import { parseServiceList } from './parse-service-list';
import { cutOffReason } from './unparsed-lines';

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
