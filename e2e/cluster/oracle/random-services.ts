import fc from 'fast-check';
import type { ServiceModel } from '@/lib/server/training/agent/output/service-model';
import { omitEmpty } from './omit-empty';

const ip = fc.constantFrom(
  '10.96.0.1',
  '10.96.0.10',
  '0.0.0.0',
  '203.0.113.7',
  '::',
  'fd00:10:96::a',
  '2001:db8::1:0:0:1',
  'FD00:0:0:1::00ab',
  '10.1.2.3@2',
);

const type = fc.constantFrom(
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalIPs',
  'HostPort',
  'LocalRedirect',
  'NONE',
);

function states(minor: number): string[] {
  const old = ['active', 'terminating', 'quarantined', 'maintenance'];
  return minor >= 18 ? [...old, 'terminating-not-serving'] : old;
}

/** Protocols of both ends; up to v1.17 a backend has none in the API. */
const protocol = fc.constantFrom('TCP', 'UDP', 'SCTP', 'ANY');

function service(minor: number, broken: boolean): fc.Arbitrary<ServiceModel> {
  const backend = fc.record({
    ip,
    port: fc.constantFrom(0, 80, 8080, 65_535),
    ...(minor >= 17 ? { protocol } : {}),
    state: fc.constantFrom(...states(minor)),
    preferred: fc.boolean(),
    weight: fc.constantFrom(1, 100),
    nodeName: fc.constantFrom('', 'node-b'),
    zone: fc.constantFrom('', 'zone-a'),
  });
  const spec = fc.record({
    id: fc.constantFrom(0, 0, 1, 2, 3, 17, 1200, 70_000),
    'frontend-address': fc.record({
      ip: broken ? fc.oneof({ weight: 9, arbitrary: ip }, fc.constantFrom('', 'nowhere')) : ip,
      port: fc.constantFrom(0, 53, 443, 30_080),
      protocol: minor >= 17 ? protocol : fc.constantFrom('TCP', 'UDP', 'SCTP', ''),
      scope: fc.constantFrom('external', 'internal'),
    }),
    'backend-addresses': fc.option(fc.array(backend, { maxLength: 4 })),
    flags: fc.record({
      type,
      name: fc.constantFrom('web', 'kube-dns'),
      namespace: fc.constantFrom('default', 'kube-system'),
      cluster: fc.constantFrom('', '', 'east'),
      trafficPolicy: fc.constantFrom('Cluster', 'Local'),
      extTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
      intTrafficPolicy: fc.constantFrom('Cluster', 'Local'),
      natPolicy: fc.constantFrom('', 'Nat46', 'Nat64'),
      healthCheckNodePort: fc.constantFrom(0, 31_000),
    }),
  });
  return spec.map((made) => {
    const model = omitEmpty(made);
    return { spec: model, status: { realized: model } };
  });
}

/**
 * Lists of services that no cluster has and the API can say: shared IDs, every type, remote ones. A broken list has
 * entries too that the client complains of.
 */
export function randomServices(minor: number, broken: boolean): fc.Arbitrary<ServiceModel[]> {
  return fc.array(service(minor, broken), { maxLength: 150, size: 'max' });
}
