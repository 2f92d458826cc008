import type { HealthNode, HealthProbe } from './cluster-health';
import { splitCells } from './status-cells';
import type { StatusDraft } from './status-draft';
import type { BlockReader, LineReader } from './status-text-reader';

/** `2/2 reachable    (2022-08-23T01:59:33Z)   (Probe interval: 1m36.5s)`, or `Probe disabled`. */
export const readClusterHealth: LineReader = (value, draft, line) => {
  if (value === 'Probe disabled') return true;
  const [counts, ...notes] = splitCells(value);
  const match = /^(\d{1,6})\/(\d{1,6}) reachable$/.exec(counts ?? '');
  if (match === null) return /^(?:Warning|Failure)\b/.test(value);
  const health: NonNullable<StatusDraft['status']['clusterHealth']> = {
    reachable: Number(match[1]),
    total: Number(match[2]),
  };
  for (const note of notes) {
    if (!note.startsWith('(') || !note.endsWith(')')) return false;
    const inside = note.slice(1, -1);
    if (inside.startsWith('Probe interval: ')) health.probeInterval = inside.slice('Probe interval: '.length);
    else health.probedTimestamp = inside;
  }
  draft.status.clusterHealth = health;
  draft.mark('clusterHealth', line, health);
  return true;
};

const localhostMark = ' (localhost)';

/**
 * The nodes below: a table `Name   IP   Node   Endpoints` (all versions), or with `--verbose` since v1.17 a tree of
 * `NODE:`, `Host connectivity to IP:` and `ICMP to stack:   OK, RTT=145.787µs   (Last probed: …)`.
 */
export function clusterHealthBlock(draft: StatusDraft): BlockReader {
  let target = '';
  let targetIP = '';
  return {
    readLine(text, line) {
      const health = draft.status.clusterHealth;
      if (health === undefined) return false;
      // The client's own limit: more than ten nodes are unreachable. The counts above tell how many.
      if (text === '  ...') return true;
      const cells = splitCells(text);
      const [first = '', ip, node, endpoints] = cells;
      if (first === 'Name' && ip === 'IP') return true;
      health.nodes ??= [];
      const index = health.nodes.length;
      const connectivity = /^(Host|Endpoint) connectivity to (\S{1,60}):$/.exec(first);
      if (connectivity !== null) {
        target = connectivity[1] ?? '';
        targetIP = connectivity[2] ?? '';
        return health.nodes.length > 0;
      }
      if (/^(?:ICMP to stack|HTTP to agent):$/.test(first)) {
        const probe = parseProbe(cells, target, targetIP);
        const last = health.nodes.at(-1);
        if (probe === null || last === undefined) return false;
        last.probes = [...(last.probes ?? []), probe];
        draft.mark(`clusterHealth.nodes.${index - 1}.probes.${last.probes.length - 1}`, line);
        return true;
      }
      if (cells.length !== 4 && !(cells.length === 1 && first.endsWith(':'))) return false;
      draft.mark(`clusterHealth.nodes.${index}`, line);
      const named = nodeOf(cells.length === 1 ? first.slice(0, -1) : first);
      health.nodes.push(cells.length === 1 ? named : { ...named, ip, node, endpoints });
      return true;
    },
  };
}

function nodeOf(name: string): HealthNode {
  const isLocalhost = name.endsWith(localhostMark);
  return { name: isLocalhost ? name.slice(0, -localhostMark.length) : name, isLocalhost };
}

function parseProbe(cells: readonly string[], target: string, ip: string): HealthProbe | null {
  const [check = '', result, note] = cells;
  if (target === '' || result === undefined) return null;
  const probe: HealthProbe = { target, ip, check: check.slice(0, -1), isOk: result.startsWith('OK'), result };
  const probed = /^\(Last probed: (\S{1,60})\)$/.exec(note ?? '')?.[1];
  if (probed !== undefined) probe.lastProbedTimestamp = probed;
  return probe;
}
