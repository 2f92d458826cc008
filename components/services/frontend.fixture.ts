import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

/** A backend for a test: active, of a pod on node `a`, printed by nodes `a` and `b`. */
export function backendFixture(ip: string, over: Partial<BackendView> = {}): BackendView {
  return {
    ip,
    port: 8080,
    protocol: 'TCP',
    state: 'active',
    preferred: null,
    statesDiffer: false,
    target: { kind: 'pod', namespace: 'shop', name: `web-${ip}`, workload: 'web', node: 'a', zone: null },
    nodes: ['a', 'b'],
    ...over,
  };
}

/** A frontend for a test: ClusterIP of Service shop/web on nodes `a` and `b`, without backends. */
export function frontendFixture(ip: string, over: Partial<FrontendView> = {}): FrontendView {
  const port = over.port ?? 80;
  return {
    key: `${ip}:${port}/TCP`,
    ip,
    port,
    protocol: 'TCP',
    scope: 'external',
    type: 'ClusterIP',
    remote: false,
    service: { namespace: 'shop', name: 'web', portName: null },
    labels: [],
    nodes: ['a', 'b'],
    nodeLocal: false,
    ownBackends: false,
    backends: [],
    problems: [],
    doubt: null,
    changedTimestamp: '2026-01-01T00:00:00Z',
    ...over,
  };
}
