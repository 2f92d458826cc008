import { chooseBackend } from './choose-backend';
import { failure } from './failures';
import { rowFromOutside } from './find-row';
import type { Forwarding } from './forwarding';
import { forwardingOf } from './forwarding';
import { inSourceRanges } from './in-source-ranges';
import { outsideHook } from './outside-hook';
import { familyOf } from './packet';
import type { PacketQuestion, PathBackend, PathClient, PathNode, PathRow } from './packet-question';
import type { BackendChoice, Failure, Hook } from './packet-walk';
import { walkDsr } from './walk-dsr';
import { walkIpip } from './walk-ipip';
import { walkLocal } from './walk-local';
import type { WalkRecorder } from './walk-recorder';
import { walkSnat } from './walk-snat';

type Outcome = { choice: BackendChoice | null; failure: Failure | null };

/** Follows a packet from a client outside, which arrives at `entry`. */
export function walkFromOutside(
  walk: WalkRecorder,
  question: PacketQuestion,
  client: Extract<PathClient, { kind: 'outside' }>,
  entry: PathNode,
): Outcome {
  walk.step({ kind: 'client' }, 'application', 'The client sends to the Service');
  walk.send(null, entry.name, `The network brings the packet to ${entry.name}`);
  const row = rowFromOutside(question, entry.name);
  if (row === null) return { choice: null, failure: failure('row-missing') };
  const choice = chooseBackend(row, question);
  const refused = refusedAtEntry(question, client.ip, entry, row, choice);
  if (refused !== null || choice === null) return { choice: null, failure: refused };
  return { choice, failure: follow(walk, question, entry, row, choice.followed) };
}

function refusedAtEntry(
  { policies }: PacketQuestion,
  clientIP: string,
  { name, settings }: PathNode,
  { type, scope }: PathRow,
  choice: BackendChoice | null,
): Failure | null {
  if (scope === 'internal') return failure('scope-internal');
  const isInside = type === 'ClusterIP' || type === 'LocalRedirect';
  if (isInside && !settings.externalClusterIP) return failure('cluster-ip-not-routable');
  const isRanged = type === 'LoadBalancer' || settings.sourceRangeAllTypes;
  if (isRanged && policies.sourceRanges.length > 0 && !inSourceRanges(clientIP, policies.sourceRanges))
    return failure('source-range');
  if (choice !== null) return null;
  if (!isInside && policies.externalTrafficPolicy === 'Local')
    return failure('no-local-backend', {
      text: `The external traffic policy is Local and no backend runs on ${name}: the packet is dropped. Load balancers ask the health check port to keep away from such nodes.`,
    });
  return noBackends(settings.noBackendResponse);
}

/** What a packet to a Service without backends meets. */
export function noBackends(response: 'reject' | 'drop'): Failure {
  return response === 'reject'
    ? failure('no-backends', {
        notices: 'error',
        text: 'No backend takes new connections: the node answers that the port cannot be reached (ICMP, v1.15 and later).',
      })
    : failure('no-backends', { text: 'No backend takes new connections: the packet is dropped.' });
}

function follow(
  walk: WalkRecorder,
  question: PacketQuestion,
  entry: PathNode,
  row: PathRow,
  backend: PathBackend,
): Failure | null {
  const forwarding = forwardingOf(entry.settings, question.protocol, question.policies);
  const family = familyOf(question.to.ip);
  const changesFamily = familyOf(backend.ip) !== family;
  if (changesFamily && (!entry.settings.nat46x64 || forwarding !== 'snat')) return failure('family-mismatch');
  const isLocal = backend.node === entry.name;
  if (row.type === 'HostPort' && !isLocal) return failure('host-port-not-local');
  const hook = outsideHook(entry, question.policies, forwarding, family, changesFamily);
  if (isLocal && !changesFamily) return walkLocal(walk, question, entry, backend, hook);
  return forward(walk, question, entry, backend, hook, forwarding);
}

function forward(
  walk: WalkRecorder,
  question: PacketQuestion,
  entry: PathNode,
  backend: PathBackend,
  hook: Hook,
  forwarding: Forwarding,
): Failure | null {
  switch (forwarding) {
    case 'snat':
      return walkSnat(walk, question, entry, backend, hook);
    case 'dsr-opt':
      return walkDsr(walk, question, entry, backend, hook, 'opt');
    case 'dsr-geneve':
      return walkDsr(walk, question, entry, backend, hook, 'geneve');
    case 'dsr-ipip':
      return walkIpip(walk, question, entry, backend, hook);
  }
}
