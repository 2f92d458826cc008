import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '@/lib/snapshot/frontend-view';

/** Something the server knows to have happened before the page could see it happen. */
export type EarlierEvent = {
  id: string;
  /** RFC 3339. */
  timestamp: string;
} & (
  | { kind: 'agents-started'; agents: { node: string; pod: string; restarts: number }[]; all: boolean }
  /** `services` is how many owners; a single one is named. */
  | { kind: 'rows-changed'; services: number; name: string; frontends: FrontendKey[] }
  | { kind: 'first-look' }
);

/** Agents that started no further apart than this were started by one hand. */
const oneStartMs = 10 * 60_000;
/** More Services that changed in one sweep are counted, not named. */
const mostNamed = 3;

type Known = {
  agents: readonly AgentView[];
  frontends: readonly FrontendView[];
  startedTimestamp: string;
  /** Rows whose last change the page has seen itself. */
  seen: ReadonlySet<FrontendKey>;
};

/**
 * Gives what happened before the page was opened, the latest first: rows that changed since the first sweep,
 * starts of agents, and the first look itself. A row's time in the first sweep says when it was met, and tells nothing.
 */
export function earlierEvents({ agents, frontends, startedTimestamp, seen }: Known): EarlierEvent[] {
  const events: EarlierEvent[] = [
    ...changedRows(frontends, seen),
    ...agentStarts(agents),
    { id: 'first-look', kind: 'first-look', timestamp: startedTimestamp },
  ];
  return events.sort((a, b) => Date.parse(b.timestamp) - Date.parse(a.timestamp));
}

function changedRows(frontends: readonly FrontendView[], seen: ReadonlySet<FrontendKey>): EarlierEvent[] {
  let first: string | null = null;
  for (const { changedTimestamp } of frontends)
    if (first === null || changedTimestamp < first) first = changedTimestamp;
  const sweeps = new Map<string, Map<string, FrontendKey[]>>();
  for (const { key, service, changedTimestamp } of frontends) {
    if (changedTimestamp === first || seen.has(key)) continue;
    const owners = sweeps.get(changedTimestamp) ?? new Map<string, FrontendKey[]>();
    sweeps.set(changedTimestamp, owners);
    const name = service === null ? key : `${service.namespace}/${service.name}`;
    owners.set(name, [...(owners.get(name) ?? []), key]);
  }
  return [...sweeps].flatMap(([timestamp, owners]): EarlierEvent[] => {
    const one = (name: string, services: number, keys: FrontendKey[]): EarlierEvent => ({
      id: `${timestamp} ${name}`,
      timestamp,
      kind: 'rows-changed',
      services,
      name,
      frontends: keys,
    });
    return owners.size > mostNamed
      ? [one('', owners.size, [...owners.values()].flat())]
      : [...owners].map(([name, keys]) => one(name, 1, keys));
  });
}

function agentStarts(agents: readonly AgentView[]): EarlierEvent[] {
  const started = agents
    .flatMap(({ node, pod, restarts, startedTimestamp }) =>
      startedTimestamp === null ? [] : [{ node, pod, restarts, startedTimestamp }],
    )
    .sort((a, b) => Date.parse(b.startedTimestamp) - Date.parse(a.startedTimestamp));
  const groups: (typeof started)[] = [];
  for (const agent of started) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gapMs =
      last === undefined ? Infinity : Date.parse(last.startedTimestamp) - Date.parse(agent.startedTimestamp);
    if (group !== undefined && gapMs <= oneStartMs) group.push(agent);
    else groups.push([agent]);
  }
  return groups.map((group) => ({
    id: `started ${group[0]?.pod ?? ''}`,
    timestamp: group[0]?.startedTimestamp ?? '',
    kind: 'agents-started',
    agents: group,
    all: group.length === agents.length,
  }));
}
