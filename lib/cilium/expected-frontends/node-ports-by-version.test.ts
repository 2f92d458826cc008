import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, node, service, settings } from './cluster.fixture';
import { addresses, before, minorOf, rows, since, sorted, versions } from './rows-of-version.fixture';

describe('a node port', () => {
  const nodePort = {
    services: [
      service({ type: 'NodePort', ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 30080 }] }),
    ],
  };
  it.each(before(17))('has a row on every node address and a wildcard one in v%s', (version) => {
    expect(addresses(rows(version, nodePort))).toEqual(
      sorted(['10.96.0.20:80', '0.0.0.0:30080', '192.0.2.11:30080', '198.51.100.11:30080']),
    );
  });
  it('has them with protocol in v1.17', () => {
    expect(rows('1.17.7', nodePort)).toContain(
      '198.51.100.11:30080/TCP NodePort 10.0.1.10:8080/TCP 10.0.2.2:8080/TCP',
    );
    expect(rows('1.17.7', nodePort)).toHaveLength(4);
  });
  it.each(since(18))('has the wildcard row only in v%s', (version) => {
    expect(addresses(rows(version, nodePort))).toEqual(sorted(['10.96.0.20:80/TCP', '0.0.0.0:30080/TCP']));
  });
  it.each(versions)('has rows of both families in v%s', (version) => {
    const printed = rows(version, {
      settings: { ...settings, ipv6: true },
      node: { ...node, nodePortAddresses: ['192.0.2.11', '2001:db8::11'] },
      services: nodePort.services.map((object) => ({ ...object, clusterIPs: ['10.96.0.20', 'fd00:96::20'] })),
      endpointSlices: [
        endpointSlice(),
        endpointSlice({ name: 'web-2', addressType: 'IPv6', endpoints: [endpoint('fd00:1::10', 'node-1')] }),
      ],
    });
    const wildcard = printed.find((row) => row.startsWith('[::]:30080'));
    expect(wildcard).toMatch(/NodePort \[fd00:1::10\]:8080(\/TCP)?$/);
    expect(printed.some((row) => row.startsWith('[2001:db8::11]:30080'))).toBe(minorOf(version) < 18);
  });
  it('leaves the rows on node addresses out where the addresses are not known, up to v1.17', () => {
    const unknown = { ...nodePort, node: { ...node, nodePortAddresses: null } };
    expect(addresses(rows('1.16.5', unknown))).toEqual(sorted(['10.96.0.20:80', '0.0.0.0:30080']));
  });
});
