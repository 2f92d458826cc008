import { frontendKey } from '@/lib/cilium/frontend';
import type {
  BackendTarget,
  BackendView,
  FrontendProblem,
  FrontendView,
  ServiceRef,
} from '@/lib/snapshot/frontend-view';
import type { Mask } from './mask';

/** A frontend with placeholders. Every field is named here: a new one must be thought of before it is exported. */
export function maskFrontend(mask: Mask, frontend: FrontendView): FrontendView {
  const { port, protocol, scope, type, remote, nodeLocal, ownBackends, doubt, changedTimestamp } = frontend;
  const ip = mask.address(frontend.ip);
  return {
    key: frontendKey({ ip, port, protocol, scope }),
    ip,
    port,
    protocol,
    scope,
    type,
    remote,
    service: maskService(mask, frontend.service),
    labels: mask.labels(frontend.labels),
    nodes: mask.nodes(frontend.nodes),
    nodeLocal,
    ownBackends,
    backends: frontend.backends.map((backend) => maskBackend(mask, backend)),
    problems: frontend.problems.map((problem) => maskProblem(mask, problem)),
    doubt,
    changedTimestamp,
  };
}

export function maskService(mask: Mask, service: ServiceRef | null): ServiceRef | null {
  if (service === null) return null;
  return {
    namespace: mask.name('namespace', service.namespace),
    name: mask.name('service', service.name),
    portName: mask.nameOrNull('port', service.portName),
  };
}

function maskBackend(mask: Mask, backend: BackendView): BackendView {
  const { ip, port, protocol, state, preferred, statesDiffer, target, nodes } = backend;
  return {
    ip: mask.address(ip),
    port,
    protocol,
    state,
    preferred,
    statesDiffer,
    target: maskTarget(mask, target),
    nodes: mask.nodes(nodes),
  };
}

function maskTarget(
  mask: Mask,
  { kind, namespace, name, workload, node, zone }: BackendTarget,
): BackendTarget {
  return {
    kind,
    namespace: mask.nameOrNull('namespace', namespace),
    name: mask.nameOrNull(kind === 'outside' ? 'other' : 'pod', name),
    workload: mask.nameOrNull('workload', workload),
    node: mask.nameOrNull('node', node),
    zone: mask.nameOrNull('zone', zone),
  };
}

function maskProblem(mask: Mask, problem: FrontendProblem): FrontendProblem {
  const { kind, severity, text, nodes, backend, sinceTimestamp } = problem;
  return {
    kind,
    severity,
    text: mask.text(text),
    nodes: mask.nodes(nodes),
    backend: backend === null ? null : mask.addressText(backend),
    sinceTimestamp,
  };
}
