import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendView } from '../frontend-view';
import type { NameIndex, ServiceMatch } from '../names/name-index';
import { serviceKey } from '../names/name-index';
import type { ExpectedBackend } from './expected-backends';
import { isServedByEnvoy } from './expected-backends';
import type { MergedFrontend } from './merge-frontend';
import { nameNodes } from './problem-candidate';
import type { ProblemCandidate } from './problem-candidate';

/**
 * Finds what is wrong with the backends of one merged row. `freshNodes` are those whose last answer is their newest:
 * what a silent agent said some time ago accuses nobody.
 */
export function findBackendProblems(
  names: NameIndex,
  { view, match, expected }: MergedFrontend,
  freshNodes: ReadonlySet<string>,
): ProblemCandidate[] {
  const nodes = view.nodes.filter((node) => freshNodes.has(node));
  if (nodes.length === 0) return [];
  if (view.backends.length === 0) {
    const missing = noBackends(names, nodes, match, expected);
    return missing === null ? [] : [missing];
  }
  const backends = view.backends
    .map((backend) => ({ ...backend, nodes: backend.nodes.filter((node) => freshNodes.has(node)) }))
    .filter((backend) => backend.nodes.length > 0);
  return [
    ...noActiveBackend(view.backends, nodes),
    ...backends.filter(({ state }) => state === 'quarantined').map(quarantined),
    ...backends
      .filter((backend) => isLeftover(names, view.remote, backend, match, expected))
      .map(leftover(match)),
  ];
}

function noBackends(
  names: NameIndex,
  nodes: readonly string[],
  match: ServiceMatch | null,
  expected: ExpectedBackend[] | null,
): ProblemCandidate | null {
  if (match === null || expected === null || isServedByEnvoy(names, match)) return null;
  if (expected.length === 0 && !match.service.hasSelector) return null;
  const service = serviceKey(match.service);
  const usable = expected.filter(({ ready, serving }) => ready || serving).length;
  const reason =
    expected.length === 0
      ? `no pod matches the selector of ${service}`
      : usable === 0
        ? `none of the ${expected.length} endpoints of ${service} is ready`
        : `the API lists ${usable} usable endpoints of ${service}, and the agents have none of them`;
  return { kind: 'no-backends', subject: '', nodes, text: () => `Traffic has nowhere to go: ${reason}.` };
}

/** An agent that reports no state (v1.11 and older) has active backends only. */
function noActiveBackend(backends: readonly BackendView[], nodes: readonly string[]): ProblemCandidate[] {
  if (backends.some(({ state, statesDiffer }) => state === null || state === 'active' || statesDiffer))
    return [];
  const states = [...new Set(backends.map(({ state }) => state))].join(', ');
  const text = () =>
    `No backend is active: ${backends.length === 1 ? 'the only one is' : `all ${backends.length} are`} ${states}.`;
  return [{ kind: 'no-active-backend', subject: '', nodes, text }];
}

function nameBackend({ ip, port, protocol, target }: BackendView): string {
  const address = formatL3n4Addr({ ip, port, protocol, scope: 'external' });
  return target.name === null ? address : `${target.name} (${address})`;
}

function quarantined(backend: BackendView): ProblemCandidate {
  const text = (nodes: readonly string[]) =>
    `${nameBackend(backend)} is quarantined on ${nameNodes(nodes)}: health checks fail.`;
  return { kind: 'quarantined-backend', subject: nameBackend(backend), nodes: backend.nodes, text };
}

function isLeftover(
  names: NameIndex,
  remote: boolean,
  { ip, port, target }: BackendView,
  match: ServiceMatch | null,
  expected: ExpectedBackend[] | null,
): boolean {
  // Backends of another cluster are not in our API.
  if (remote || ip.includes('@') || isGlobal(match)) return false;
  if (match !== null && expected !== null && isFromSlices(names, match)) {
    if (target.kind === 'host' && target.node === null) return false;
    return !expected.some((endpoint) => endpoint.ip === ip && endpoint.port === port);
  }
  const kinds = ['pods', 'nodes', 'endpointslices'] as const;
  return target.kind === 'unknown' && kinds.every((kind) => names.known.has(kind));
}

function isFromSlices(names: NameIndex, match: ServiceMatch): boolean {
  return !isServedByEnvoy(names, match);
}

function isGlobal(match: ServiceMatch | null): boolean {
  const annotations = match?.service.annotations ?? {};
  return ['service.cilium.io/global', 'io.cilium/global-service'].some((key) => annotations[key] === 'true');
}

function leftover(match: ServiceMatch | null) {
  return (backend: BackendView): ProblemCandidate => {
    const where =
      match === null ? 'no object of the API' : `no EndpointSlice of ${serviceKey(match.service)}`;
    const text = (nodes: readonly string[]) =>
      `${nameNodes(nodes).replace(/^n/, 'N')} still ${nodes.length === 1 ? 'has' : 'have'} the backend ${nameBackend(backend)}, which ${where} has.`;
    return { kind: 'leftover-backend', subject: nameBackend(backend), nodes: backend.nodes, text };
  };
}
