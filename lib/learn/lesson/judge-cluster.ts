import { reportedValue } from '@/lib/cilium/settings/reported-value';
import type { LiveCluster } from './live-cluster';
import { listed, met, open, unknown, type Verdict } from './verdict';

/** Judges what every agent reports of a setting. */
export function judgeSetting(
  { agents }: LiveCluster,
  { key, oneOf }: { key: string; oneOf: readonly string[] },
): Verdict {
  if (agents.length === 0) return unknown('No agent is known yet.');
  const nodesBySaid = new Map<string, string[]>();
  for (const { node, status } of agents) {
    const said = status === null ? 'no answer' : (reportedValue(key, status) ?? 'nothing');
    nodesBySaid.set(said, [...(nodesBySaid.get(said) ?? []), node]);
  }
  const wrong = [...nodesBySaid].filter(([said]) => !oneOf.includes(said));
  const said = [...nodesBySaid].map(([value, nodes]) => `${value} on ${counted(nodes, agents.length)}`);
  if (wrong.length === 0) return met(`Every agent says ${[...nodesBySaid.keys()].join(' or ')}.`);
  return open(`Agents say of ${key}: ${said.join(', ')}. It must be ${oneOf.join(' or ')} on all of them.`);
}

function counted(nodes: readonly string[], all: number): string {
  return nodes.length === all ? (all === 1 ? 'the one node' : `all ${all} nodes`) : listed(nodes, 3);
}

/** Judges whether a change reached every agent since a moment. */
export function judgeRollout(
  { rollouts }: LiveCluster,
  { key, to }: { key: string; to: string },
  sinceTimestamp: string | null,
): Verdict {
  if (rollouts === null) return unknown('Which changes were made is not known yet.');
  const ours = rollouts.filter(
    ({ startedTimestamp, changes }) =>
      isSince(startedTimestamp, sinceTimestamp) &&
      changes.some((change) => change.key === key && change.to === to),
  );
  if (ours.some(({ isDone }) => isDone)) return met(`A rollout brought ${key} = ${to} to every agent.`);
  if (ours.length > 0) return open(`A rollout of ${key} = ${to} was begun, and is not done.`);
  return open(`No rollout of ${key} = ${to} was done since you began this lesson.`);
}

function isSince(timestamp: string, since: string | null): boolean {
  return since === null || Date.parse(timestamp) >= Date.parse(since);
}

/** Judges whether Services are there. */
export function judgeServices({ rows }: LiveCluster, all: readonly string[]): Verdict {
  const missing = all.filter((name) => rows.every(({ service }) => service !== name));
  if (missing.length > 0) return open(`No agent has a row of ${listed(missing)}.`);
  return met(`Agents have rows of ${listed(all)}.`);
}

/** Judges whether agents have what they must have. */
export function judgeAgreement({ problems }: LiveCluster, withSettings: boolean): Verdict {
  if (problems === null) return unknown('Whether agents agree is not known yet.');
  const ours = problems.filter(({ what }) => withSettings || what === 'rows');
  const [first] = ours;
  if (first === undefined) return met('Every agent has what it must have.');
  const more =
    ours.length > 1 ? ` ${ours.length - 1} more ${ours.length === 2 ? 'difference' : 'differences'}.` : '';
  return open(`${first.difference}${more}`);
}
