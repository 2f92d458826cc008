import { describe, expect, it } from 'vitest';
import { endpoint, endpointSlice, service, settings } from './cluster.fixture';
import { expectedTable } from './expected-table';
import type { LoadBalancingCluster } from './load-balancing-input';
import { cluster, release } from './table-of-cluster.fixture';

describe('a global Service of a ClusterMesh', () => {
  const doubt = (
    annotations: Record<string, string>,
    minor: number,
    change: Partial<LoadBalancingCluster> = {},
  ): string | null => {
    const [row] = expectedTable(
      cluster({ version: release(minor), services: [service({ annotations })], ...change }),
    ).shared;
    return row === undefined ? 'no row' : row.doubt === null ? null : row.doubt.about;
  };
  const global = { 'service.cilium.io/global': 'true' };
  const isolated = { settings: { ...settings, clusterMesh: false } };
  it.each([13, 16, 17, 18, 21])(
    'has backends that cannot be known in v1.%s, unless there is no other cluster',
    (minor) => {
      expect(doubt(global, minor)).toBe('backends');
      expect(doubt({ 'io.cilium/global-service': 'true' }, minor)).toBe('backends');
      expect(doubt({ 'service.cilium.io/global': 'false' }, minor)).toBeNull();
      expect(doubt({ 'service.cilium.io/shared': 'true' }, minor)).toBeNull();
      expect(doubt(global, minor, isolated)).toBeNull();
    },
  );
  it('is known with affinity local since v1.18 as long as an active backend is left here', () => {
    const local = { ...global, 'service.cilium.io/affinity': 'local' };
    const gone = { endpointSlices: [endpointSlice({ endpoints: [] })] };
    expect(doubt(local, 17)).toBe('backends');
    expect(doubt(local, 18)).toBeNull();
    expect(doubt(local, 18, gone)).toBe('backends');
    expect(doubt({ ...global, 'service.cilium.io/affinity': 'remote' }, 18)).toBe('backends');
  });
  it('may have rows through other clusters alone, up to v1.17', () => {
    expect(doubt(global, 16, { endpointSlices: [] })).toBe('row');
    expect(doubt(global, 16, { endpointSlices: [], ...isolated })).toBe('no row');
  });
  it('does not read the slices that were copied from other clusters', () => {
    const labels = { 'endpointslice.kubernetes.io/managed-by': 'endpointslice-mesh-controller.cilium.io' };
    const endpointSlices = [
      endpointSlice(),
      endpointSlice({ name: 'copy', labels, endpoints: [endpoint('10.9.0.1', null)] }),
    ];
    expect(expectedTable(cluster({ endpointSlices })).shared[0]?.backends.map(({ ip }) => ip)).toEqual([
      '10.0.1.10',
      '10.0.2.2',
    ]);
  });
});
