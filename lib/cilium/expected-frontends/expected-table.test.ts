import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, node, pod, service, settings } from './cluster.fixture';
import { expectedFrontends } from './expected-frontends';
import { expectedTable } from './expected-table';
import { cluster, nodePort, nodes, onNodes, printed, release } from './table-of-cluster.fixture';

describe('the parts of a table', () => {
  it('share every row that is alike on all nodes', () => {
    const table = expectedTable(cluster({ services: [nodePort] }));
    expect(printed(table.shared)).toEqual([
      '0.0.0.0:30080/TCP NodePort 10.0.1.10 10.0.2.2',
      '10.96.0.20:80/TCP ClusterIP 10.0.1.10 10.0.2.2',
    ]);
    expect(nodes.map((each) => table.onNode(each))).toEqual([[], []]);
  });
  it('leave each node the rows on its own addresses, up to v1.17, with the backends of the shared one', () => {
    const input = cluster({ version: release(16), services: [nodePort] });
    const table = expectedTable(input);
    expect(printed(table.shared)).toHaveLength(2);
    expect(onNodes(input)).toEqual([
      ['192.0.2.11:30080 NodePort 10.0.1.10 10.0.2.2'],
      ['192.0.2.12:30080 NodePort 10.0.1.10 10.0.2.2'],
    ]);
    const wildcard = table.shared.find(({ ip }) => ip === '0.0.0.0');
    expect(table.onNode(node)[0]?.backends).toBe(wildcard?.backends);
  });
  it('leave each node what a local policy gives it', () => {
    const input = cluster({ services: [service({ internalTrafficPolicy: 'Local' })] });
    expect(expectedTable(input).shared).toEqual([]);
    expect(onNodes(input)).toEqual([
      ['10.96.0.20:80/TCP ClusterIP 10.0.1.10'],
      ['10.96.0.20:80/TCP ClusterIP 10.0.2.2'],
    ]);
  });
  it('give one node what they give together', () => {
    const { nodes: _all, ...input } = cluster({
      services: [{ ...nodePort, externalTrafficPolicy: 'Local' }],
    });
    const table = expectedTable({ ...input, nodes });
    expect(printed([...table.shared, ...table.onNode(node)])).toEqual(
      printed(expectedFrontends({ ...input, node })),
    );
  });
});

describe('a table after another', () => {
  const other = service({ name: 'api', clusterIPs: ['10.96.0.21'] });
  const otherSlice = endpointSlice({ name: 'api-1', serviceName: 'api' });
  const first = cluster({ services: [service(), other], endpointSlices: [endpointSlice(), otherSlice] });

  it('keeps what did not change as the same objects', () => {
    const before = expectedTable(first);
    const changed = endpointSlice({ endpoints: [endpoint('10.0.3.3', 'node-1')] });
    const after = expectedTable({ ...first, endpointSlices: [changed, otherSlice] }, before);
    expect(after.groups.get('shop/api')).toBe(before.groups.get('shop/api'));
    expect(printed(after.groups.get('shop/web')?.shared ?? [])).toEqual([
      '10.96.0.20:80/TCP ClusterIP 10.0.3.3',
    ]);
    expect(printed(after.shared)).toEqual(printed(expectedTable(after.cluster).shared));
  });
  it('keeps nothing of agents with another version or other settings', () => {
    const before = expectedTable(first);
    const version = { ...first, version: release(16) };
    expect(printed(expectedTable(version, before).shared)).toEqual(printed(expectedTable(version).shared));
    const off = { ...first, settings: { ...settings, ipv4: false } };
    expect(expectedTable(off, before).shared).toEqual([]);
  });
  it('loses the doubt about a frontend once it is claimed by one Service only', () => {
    const rival = { ...other, clusterIPs: ['10.96.0.20'] };
    const both = { ...first, services: [...first.services.slice(0, 1), rival] };
    const before = expectedTable(both);
    expect(printed(before.shared).join()).toContain('claimed-twice');
    const after = expectedTable({ ...both, services: both.services.slice(0, 1) }, before);
    expect(printed(after.shared).join()).not.toContain('?');
  });
});

describe('host ports', () => {
  it('are rows of the node the pod runs on only', () => {
    const hostPorts = [{ hostPort: 443, containerPort: 8443, protocol: 'TCP' as const, hostIP: '' }];
    expect(onNodes(cluster({ pods: [pod({ hostPorts })] }))).toEqual([
      ['0.0.0.0:443/TCP HostPort 10.0.1.30'],
      [],
    ]);
  });
});
