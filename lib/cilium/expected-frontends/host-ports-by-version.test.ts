import { describe, expect, it } from 'vitest';
import { pod, service } from './cluster.fixture';
import { before, rows, since, sorted, versions } from './rows-of-version.fixture';

describe('a host port', () => {
  const hostPort = (hostIP: string) => ({
    services: [],
    pods: [pod({ hostPorts: [{ hostPort: 443, containerPort: 8443, protocol: 'TCP' as const, hostIP }] })],
  });
  it.each(before(18))('has a row on every node address and a wildcard one in v%s', (version) => {
    const suffix = version === '1.17.7' ? '/TCP' : '';
    expect(rows(version, hostPort(''))).toEqual(
      sorted(
        ['192.0.2.11', '198.51.100.11', '0.0.0.0'].map(
          (ip) => `${ip}:443${suffix} HostPort 10.0.1.30:8443${suffix}`,
        ),
      ),
    );
  });
  it.each(since(18))('has the wildcard row only in v%s', (version) => {
    expect(rows(version, hostPort(''))).toEqual(['0.0.0.0:443/TCP HostPort 10.0.1.30:8443/TCP']);
  });
  it.each(versions)('has the row of its host IP only in v%s', (version) => {
    expect(rows(version, hostPort('192.0.2.11'))).toHaveLength(1);
    expect(rows(version, hostPort('192.0.2.11'))[0]).toMatch(/^192\.0\.2\.11:443/);
  });
  it.each(versions)('has the wildcard row only for 127.0.0.1 in v%s', (version) => {
    expect(rows(version, hostPort('127.0.0.1'))).toHaveLength(1);
    expect(rows(version, hostPort('127.0.0.1'))[0]).toMatch(/^0\.0\.0\.0:443/);
  });
  it.each(versions)('has no row for a port of the NodePort range, nor on another node, in v%s', (version) => {
    const inRange = [{ hostPort: 30500, containerPort: 9000, protocol: 'TCP' as const, hostIP: '' }];
    expect(rows(version, { services: [], pods: [pod({ hostPorts: inRange })] })).toEqual([]);
    const elsewhere = hostPort('').pods.map((object) => ({ ...object, nodeName: 'node-2' }));
    expect(rows(version, { services: [], pods: elsewhere })).toEqual([]);
  });
  it('cannot be judged for an explicit 0.0.0.0, and where a Service claims it too', () => {
    expect(rows('1.18.6', hostPort('0.0.0.0'))[0]).toContain('?row: unspecified-host-ip');
    const nodePort = service({
      type: 'NodePort',
      ports: [{ name: 'http', port: 80, protocol: 'TCP', nodePort: 443 }],
    });
    const printed = rows('1.18.6', { ...hostPort(''), services: [nodePort] });
    expect(printed.filter((row) => row.startsWith('0.0.0.0:443'))).toEqual([
      '0.0.0.0:443/TCP HostPort 10.0.1.30:8443/TCP ?row: claimed-twice',
    ]);
  });
});
