import type { GlossaryWord } from './glossary-word';

/**
 * Words of what becomes of backends.
 * Source: Cilium main 1.21-dev, pkg/loadbalancer/reflectors/endpoints, loadbalancer.go, bpf_reconciler.go, bpf/lib/lb.h.
 */
export const backendStateWords = [
  {
    id: 'endpoint-slice',
    word: 'EndpointSlice',
    also: ['endpoints'],
    text: 'The Kubernetes object that lists a part of a Service’s endpoints: addresses, ports, node, zone and conditions. The agents watch it; what stands in it becomes their backends. An endpoint that leaves it takes its backend with it.',
    see: ['endpoint-conditions', 'backend', 'topology-hints'],
    links: [
      { to: 'simulator', id: 'graceful-termination' },
      { to: 'page', id: 'agreement' },
    ],
  },
  {
    id: 'endpoint-conditions',
    word: 'Endpoint conditions',
    also: ['ready', 'serving', 'conditions'],
    text: 'What an EndpointSlice says of an endpoint: ready (it may have new connections), serving (it answers, whether or not it is on its way out) and terminating (its pod is being deleted). Cilium turns the three into one state of the backend.',
    see: ['active', 'terminating', 'terminating-not-serving', 'maintenance'],
    links: [{ to: 'simulator', id: 'graceful-termination' }],
  },
  {
    id: 'active',
    word: 'Active',
    also: [],
    text: 'The state of a backend that takes new connections. A ready endpoint is active even while it terminates, for Services that publish addresses that are not ready.',
    see: ['terminating', 'quarantined', 'maintenance'],
    links: [{ to: 'page', id: 'services' }],
  },
  {
    id: 'terminating',
    word: 'Terminating',
    also: [],
    text: 'The state of a backend whose pod is being deleted and still serves. It keeps the connections that it has and gets no new ones, unless the Service has no active backend at all: then it serves as fallback. It never becomes active again.',
    see: ['graceful-termination', 'terminating-not-serving', 'active'],
    links: [{ to: 'simulator', id: 'graceful-termination' }],
  },
  {
    id: 'terminating-not-serving',
    word: 'Terminating-not-serving',
    also: ['terminating and not serving'],
    text: 'The state of a backend that is being deleted and whose condition serving is false; printed since 1.18.5. It gets no new connections, not even as fallback. Before 1.18.5 such an endpoint was left out.',
    see: ['terminating', 'endpoint-conditions'],
    links: [{ to: 'simulator', id: 'graceful-termination' }],
  },
  {
    id: 'quarantined',
    word: 'Quarantined',
    also: [],
    text: 'The state of a backend that a health check found failing. It keeps its place in the map behind the active ones, gets no new connections, and may become active again.',
    see: ['maintenance', 'active'],
    links: [{ to: 'page', id: 'services' }],
  },
  {
    id: 'maintenance',
    word: 'Maintenance',
    also: [],
    text: 'The state of a backend that is taken out on purpose, by weight 0 or by the service API; since 1.18.5 also of one that is not ready and not terminating. It has no slot in the datapath’s map. From here it can become active only.',
    see: ['quarantined', 'weight'],
    links: [{ to: 'page', id: 'services' }],
  },
  {
    id: 'graceful-termination',
    word: 'Graceful termination',
    also: ['connection draining'],
    text: 'A pod that goes keeps its connections while it finishes them, and gets no new ones. The line in cilium status was printed from 1.11 to 1.17; since 1.18 it is always on. The pod’s terminationGracePeriodSeconds bounds the whole.',
    see: ['terminating', 'endpoint-conditions', 'conntrack'],
    links: [
      { to: 'field', id: 'graceful-termination' },
      { to: 'simulator', id: 'graceful-termination' },
    ],
  },
] as const satisfies readonly GlossaryWord[];
