import { describe, expect, it } from 'vitest';
import { endpointSlice, service } from './cluster.fixture';
import { expectedTable } from './expected-table';
import { cluster, release } from './table-of-cluster.fixture';

describe('two Services that claim one frontend', () => {
  const services = [
    service({
      ports: [80, 81].map((port) => ({ name: `p${port}`, port, protocol: 'TCP' as const, nodePort: 0 })),
    }),
    service({ name: 'api', ports: [{ name: 'p80', port: 80, protocol: 'TCP', nodePort: 0 }] }),
  ];
  const endpointSlices = [endpointSlice(), endpointSlice({ serviceName: 'api', name: 'api-1' })];
  const doubted = (minor: number): string[] =>
    expectedTable(cluster({ version: release(minor), services, endpointSlices }))
      .shared.filter(({ doubt }) => doubt?.reason === 'claimed-twice')
      .map((row) => `${row.name} ${row.port}`)
      .sort();
  it('are in doubt as a whole since v1.18, at that frontend before', () => {
    expect(doubted(16)).toEqual(['api 80', 'web 80']);
    expect(doubted(18)).toEqual(['api 80', 'web 80', 'web 81']);
  });
});
