import { reportedValue } from '@/lib/cilium/settings/reported-value';
import type { LiveCluster, LiveRollout } from './live-cluster';
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

/**
 * Judges whether a change reached every agent after the newest rollout there was before (null: there was none;
 * undefined: not known). Both times are of the server's clock.
 */
export function judgeRollout(
  { rollouts, agents }: LiveCluster,
  { key, to }: { key: string; to: string },
  newestBefore: string | null | undefined,
): Verdict {
  if (rollouts === null || newestBefore === undefined)
    return unknown('Which changes were made is not known yet.');
  const ours = rollouts.filter(
    ({ startedTimestamp, changes }) =>
      isAfter(startedTimestamp, newestBefore) &&
      changes.some((change) => change.key === key && change.to === to),
  );
  const done = ours.filter(({ isDone }) => isDone);
  const isEverywhere = ({ chosenNodes }: LiveRollout) =>
    chosenNodes === null || agents.every(({ node }) => chosenNodes.includes(node));
  if (done.some(isEverywhere)) return met(`A rollout brought ${key} = ${to} to every agent.`);
  if (ours.some(({ isOver }) => !isOver))
    return open(`A rollout of ${key} = ${to} was begun, and is not done.`);
  if (done.length > 0) return open(`A rollout brought ${key} = ${to} to chosen nodes only.`);
  if (ours.length > 0)
    return open(`A rollout of ${key} = ${to} was begun, and ended before every agent was seen with it.`);
  return open(`No rollout of ${key} = ${to} was done since you began this lesson.`);
}

function isAfter(timestamp: string, before: string | null): boolean {
  return before === null || Date.parse(timestamp) > Date.parse(before);
}

/** Gives when the newest rollout began, by the clock of the server; null where there is none. */
export function newestRollout(rollouts: readonly { startedTimestamp: string }[]): string | null {
  const [newest] = rollouts
    .map(({ startedTimestamp }) => startedTimestamp)
    .toSorted((a, b) => Date.parse(b) - Date.parse(a));
  return newest ?? null;
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
