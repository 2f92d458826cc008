import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, service, settings } from './cluster.fixture';
import type { LoadBalancingCluster } from './load-balancing-input';
import { cluster, onNodes, release } from './table-of-cluster.fixture';

describe('topology hints', () => {
  const hinted = endpointSlice({
    endpoints: [
      endpoint('10.0.1.10', 'node-1', { hintZones: ['a'], hintNodes: ['node-1'] }),
      endpoint('10.0.2.2', 'node-2', { hintZones: ['b'], hintNodes: ['node-2'] }),
    ],
  });
  const near = (
    trafficDistribution: string | null,
    change: Partial<LoadBalancingCluster> = {},
    annotations: Record<string, string> = {},
  ): string[][] =>
    onNodes(
      cluster({
        settings: { ...settings, serviceTopology: true },
        services: [service({ trafficDistribution, annotations })],
        endpointSlices: [hinted],
        ...change,
      }),
    ).map((rows) => rows.map((row) => row.replace(/^\S+ ClusterIP /, '')));

  it('narrow a Service that asks for them to the zone', () => {
    expect(near('PreferClose')).toEqual([['10.0.1.10'], ['10.0.2.2']]);
    expect(near(null, {}, { 'service.kubernetes.io/topology-mode': 'Auto' })).toEqual([
      ['10.0.1.10'],
      ['10.0.2.2'],
    ]);
    expect(near('PreferClose', { version: release(16) })).toEqual([['10.0.1.10'], ['10.0.2.2']]);
  });
  it('narrow nothing where no one asks, or the agent does not follow them', () => {
    const off = { settings: { ...settings, serviceTopology: false } };
    expect([near(null), near('PreferClose', off), near('PreferClose', { version: release(15) })]).toEqual([
      [[], []],
      [[], []],
      [[], []],
    ]);
    expect(near(null, {}, { 'service.kubernetes.io/topology-mode': 'disabled' })).toEqual([[], []]);
  });
  it('narrow nothing where one usable backend has none, or none is for the zone', () => {
    const [first] = hinted.endpoints;
    const missing = endpointSlice({ endpoints: [...hinted.endpoints, endpoint('10.0.3.3', 'node-3')] });
    expect(near('PreferClose', { endpointSlices: [missing] })).toEqual([
      ['10.0.1.10 10.0.2.2 10.0.3.3'],
      ['10.0.1.10 10.0.2.2 10.0.3.3'],
    ]);
    const one = endpointSlice({ endpoints: first === undefined ? [] : [first] });
    expect(near('PreferClose', { endpointSlices: [one] })[1]).toEqual(['10.0.1.10']);
    expect(near('PreferClose', { endpointSlices: [one], version: release(18, 3) })[1]).toEqual([
      '10.0.1.10 ?backends: zone-hints',
    ]);
  });
  it('cannot be judged where the setting is not known and would make a difference', () => {
    const unknown = { settings: { ...settings, serviceTopology: null } };
    expect(near('PreferClose', unknown)[0]).toEqual(['10.0.1.10 ?backends: topology-unknown']);
    expect(near(null, unknown)).toEqual([[], []]);
  });
});
