import { describe, expect, it } from 'vitest';
import { node, service } from './cluster.fixture';
import { expectedTable } from './expected-table';
import { cluster, nodePort, nodes, release } from './table-of-cluster.fixture';

describe('annotations of service.cilium.io', () => {
  const balancer = (annotations: Record<string, string>, minor = 21): string[] =>
    expectedTable(
      cluster({
        version: release(minor),
        services: [
          { ...nodePort, type: 'LoadBalancer', ingress: [{ ip: '203.0.113.9', ipMode: 'VIP' }], annotations },
        ],
      }),
    )
      .shared.map(({ type }) => type)
      .sort();
  it('narrow the types since v1.17', () => {
    const all = ['ClusterIP', 'LoadBalancer', 'NodePort'];
    for (const type of all) {
      expect(balancer({ 'service.cilium.io/type': type })).toEqual([type]);
      expect(balancer({ 'service.cilium.io/type': type }, 16)).toEqual(all);
    }
    expect(balancer({ 'service.cilium.io/type': 'bogus' })).toEqual(all);
  });

  const labelled = nodes.map((each, at) => ({
    ...each,
    labels: { 'service.cilium.io/node': at === 0 ? 'edge' : 'core', rack: `r${at}` },
  }));
  const nodesWith = (annotations: Record<string, string>, minor = 21): string[] => {
    const table = expectedTable(cluster({ version: release(minor), services: [service({ annotations })] }));
    return labelled
      .filter((each) => table.shared.length + table.onNode(each).length > 0)
      .map(({ name }) => name);
  };
  it('expose a Service on some nodes: node since v1.17, node-selector since v1.18', () => {
    const both = ['node-1', 'node-2'];
    expect(nodesWith({ 'service.cilium.io/node': 'edge' })).toEqual(['node-1']);
    expect(nodesWith({ 'service.cilium.io/node': 'edge' }, 16)).toEqual(both);
    for (const selector of ['rack=r1', 'rack in (r1, r9)', 'rack notin (r0)', 'rack!=r0,!gone']) {
      expect(nodesWith({ 'service.cilium.io/node-selector': selector })).toEqual(['node-2']);
      expect(nodesWith({ 'service.cilium.io/node-selector': selector }, 17)).toEqual(both);
    }
    expect(nodesWith({ 'service.cilium.io/node-selector': '= (nonsense' })).toEqual(both);
    expect(
      nodesWith({ 'service.cilium.io/node-selector': 'rack=r1', 'service.cilium.io/node': 'edge' }),
    ).toEqual(['node-2']);
  });
  it('leave the row of the inner scope in doubt where a scope is asked for', () => {
    const annotations = { 'service.cilium.io/scope': 'external-only' };
    const input = cluster({ services: [{ ...nodePort, externalTrafficPolicy: 'Local', annotations }] });
    const rows = [...expectedTable(input).shared, ...expectedTable(input).onNode(node)];
    expect(rows.filter(({ doubt }) => doubt !== null).map(({ scope }) => scope)).toEqual(['internal']);
  });
});
