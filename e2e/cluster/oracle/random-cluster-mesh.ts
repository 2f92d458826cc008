import fc from 'fast-check';
import type { StatusResponse } from '@/lib/server/training/agent/output/status-response';
import type { AgeToTime } from './age';
import { ageMs } from './age';

const count = fc.constantFrom(0, 1, 7, 1200);

/** Any `cluster-mesh` of a minor release, its times told as ages. */
export function randomClusterMesh(
  minor: number,
): fc.Arbitrary<(time: AgeToTime) => NonNullable<StatusResponse['cluster-mesh']>> {
  const config = fc.record({
    required: fc.boolean(),
    retrieved: fc.boolean(),
    'cluster-id': fc.nat(255),
    kvstoremesh: fc.boolean(),
    'sync-canaries': fc.boolean(),
    ...(minor >= 17 ? { 'service-exports-enabled': fc.constantFrom(true, false, undefined) } : {}),
    ...(minor >= 20 ? { 'endpoint-slices-export-mode': fc.constantFrom('', 'services-only', 'all') } : {}),
  });
  const synced = fc.record({
    nodes: fc.boolean(),
    endpoints: fc.boolean(),
    identities: fc.boolean(),
    services: fc.boolean(),
    ...(minor >= 17 ? { 'service-exports': fc.constantFrom(true, false, undefined) } : {}),
    ...(minor >= 20 ? { 'endpoint-slices': fc.constantFrom(true, false, undefined) } : {}),
  });
  const cluster = fc.record({
    name: fc.constantFrom('east', 'west-2', 'a'),
    ready: fc.boolean(),
    connected: fc.boolean(),
    status: fc.constantFrom(
      '',
      'Waiting for initial connection to be established',
      'etcd: 1/1 connected, has-quorum=true',
    ),
    'num-nodes': count,
    'num-endpoints': count,
    'num-identities': count,
    'num-shared-services': count,
    'num-failures': count,
    ...(minor >= 17 ? { 'num-service-exports': count } : {}),
    ...(minor >= 20 ? { 'num-endpoint-slices': count } : {}),
    lastFailureAge: ageMs,
    config: fc.option(config, { nil: undefined }),
    synced: fc.option(synced, { nil: undefined }),
  });
  return fc
    .record({ clusters: fc.array(cluster, { maxLength: 3 }), global: count })
    .map(({ clusters, global }) => (time) => ({
      clusters: clusters.map(({ lastFailureAge, ...rest }) => ({
        ...rest,
        'last-failure': time(lastFailureAge),
      })),
      ...(minor >= 20 ? {} : { 'num-global-services': global }),
    }));
}
