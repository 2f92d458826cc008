import { affinityStory, goneMinute, type AffinityClient, type PlannedConnection } from './affinity-clients';
import { backendLetters, type AffinityParameters, type BackendLetter } from './affinity-parameters';
import { chooserOf } from './choose-anew';
import { clientKey, type ClientKey } from './client-key';

/**
 * Why a connection got its backend: nothing is remembered as the Service has no affinity; the client was not known on
 * this node; its entry was still good; its entry was too old; the backend of its entry takes no new connections.
 */
export type AffinityReason = 'no-affinity' | 'unknown' | 'kept' | 'expired' | 'backend-gone';

/** An entry of the affinity map of a node. */
type AffinityEntry = {
  node: 1 | 2;
  key: ClientKey;
  backend: BackendLetter;
  lastUsedMinute: number;
};

/** A connection that was made: what the client was told by, which backend it got, and why. */
export type AffinityConnection = PlannedConnection & {
  kind: 'connection';
  /** Its place among all connections, from 0. */
  index: number;
  client: AffinityClient;
  key: ClientKey;
  backend: BackendLetter;
  reason: AffinityReason;
  /** The entry that this node had, as it was before; null where it had none. */
  found: AffinityEntry | null;
  /** The backend of this client's connection before, on whatever node; null at its first. */
  previous: BackendLetter | null;
};

/** The moment from which a backend is terminating. */
type BackendGone = { kind: 'gone'; minute: number; backend: BackendLetter };

/** What happens at one moment: a connection, or a backend that begins to go. */
export type AffinityStep = (AffinityConnection | BackendGone) & {
  /** The maps of both nodes after it. */
  entries: readonly AffinityEntry[];
};

/**
 * Lets the clients connect one after another. An entry is good from its last use for the timeout, that moment not
 * included, and each use renews it (bpf/lib/lb.h `lb4_affinity_backend_id`); it counts only while the backend is
 * active (`cilium_lb_affinity_match`); each node has a map of its own.
 */
export function affinityWalk(parameters: AffinityParameters): AffinityStep[] {
  const { place, isOn, timeoutSeconds, gone } = parameters;
  const { clients, connections } = affinityStory(place);
  const choose = chooserOf(parameters);
  const entries = new Map<string, AffinityEntry>();
  const lastBackend = new Map<string, BackendLetter>();
  const steps: AffinityStep[] = [];
  let active: readonly BackendLetter[] = backendLetters;
  for (const [index, planned] of connections.entries()) {
    const client = clients.find(({ id }) => id === planned.clientId);
    if (client === undefined) continue;
    if (gone !== null && active.includes(gone) && planned.minute >= goneMinute) {
      active = active.filter((letter) => letter !== gone);
      steps.push({ kind: 'gone', minute: goneMinute, backend: gone, entries: [...entries.values()] });
    }
    const key = clientKey(client, parameters);
    const id = `${planned.node} ${key.text}`;
    const found = entries.get(id) ?? null;
    const reason = reasonOf(found, planned.minute, { isOn, timeoutSeconds, active });
    const backend =
      reason === 'kept' && found !== null
        ? found.backend
        : choose({ ...planned, index, sourceIP: client.sourceIP }, active);
    if (backend === null) continue;
    if (isOn) entries.set(id, { node: planned.node, key, backend, lastUsedMinute: planned.minute });
    const previous = lastBackend.get(client.id) ?? null;
    lastBackend.set(client.id, backend);
    steps.push({
      ...planned,
      ...{ kind: 'connection', index, client, key, backend, reason, found, previous },
      entries: [...entries.values()],
    });
  }
  return steps;
}

function reasonOf(
  found: AffinityEntry | null,
  minute: number,
  {
    isOn,
    timeoutSeconds,
    active,
  }: { isOn: boolean; timeoutSeconds: number; active: readonly BackendLetter[] },
): AffinityReason {
  if (!isOn) return 'no-affinity';
  if (found === null) return 'unknown';
  if ((minute - found.lastUsedMinute) * 60 >= timeoutSeconds) return 'expired';
  return active.includes(found.backend) ? 'kept' : 'backend-gone';
}
