import type { AgentView } from '@/lib/snapshot/agent-view';
import type { RolloutMove, RolloutNode, RolloutNodeState } from '@/lib/snapshot/rollout-view';
import type { AgentSource } from './agent-source';
import type { RolloutRecord } from './rollout-record';
import { realisedBy } from './verify-agent';

/** A node, and what an agent on it was seen to do. */
export type SeenNode = { state: RolloutNodeState; sinceTimestamp: string; agent: AgentView | null };

/** Most moves of a node that are kept: an agent that comes and goes makes one after another. */
const movesMax = 60;

/** Where each node of a rollout stands, by what the collector sees of its agent. */
export class NodeBoard {
  private readonly seen = new Map<string, SeenNode>();
  /** When each pod was first seen ready, on our clock: answers from before are another agent's. */
  private readonly readyMs = new Map<string, number>();
  private readonly moves = new Map<string, RolloutMove[]>();
  /** When something moved last. */
  movedMs = Date.now();

  constructor(
    private readonly record: RolloutRecord,
    private readonly source: Pick<AgentSource, 'agent' | 'watchNode'>,
  ) {
    for (const node of this.nodes) this.moves.set(node, movesBefore(record, node));
  }

  get nodes(): string[] {
    return Object.keys(this.record.podsBefore).sort();
  }

  /** The agent on a node that runs in another pod than one of old, and whether it is ready and has answered since. */
  look(
    node: string,
    oldPod: string | undefined,
  ): { agent: AgentView; isNew: boolean; answered: boolean } | null {
    const agent = this.source.agent(node);
    if (agent === null) return null;
    this.source.watchNode(node);
    const isNew = agent.pod !== oldPod;
    if (!agent.podReady) this.readyMs.delete(agent.pod);
    else if (!this.readyMs.has(agent.pod)) this.readyMs.set(agent.pod, Date.now());
    const readyMs = this.readyMs.get(agent.pod) ?? Infinity;
    const { answeredTimestamp, stale } = agent.answers.status;
    const answered = !stale && answeredTimestamp !== null && Date.parse(answeredTimestamp) >= readyMs;
    return { agent, isNew, answered };
  }

  /** How long the agent in a pod has been ready, on our clock. */
  readyForMs(pod: string): number {
    return Date.now() - (this.readyMs.get(pod) ?? Date.now());
  }

  stateOf(node: string): RolloutNodeState {
    return this.seen.get(node)?.state ?? 'waiting';
  }

  /** Notes where a node stands; true where that is news. */
  set(node: string, state: RolloutNodeState, agent: AgentView | null): boolean {
    const before = this.seen.get(node);
    const isNews = before?.state !== state || before.agent?.pod !== agent?.pod;
    const sinceTimestamp = this.noteMove(node, state);
    this.seen.set(node, { state, sinceTimestamp, agent });
    if (isNews) this.movedMs = Date.now();
    return isNews;
  }

  /** Keeps what a node went through; gives since when it is in this state. */
  private noteMove(node: string, state: RolloutNodeState): string {
    const back = this.record.phase === 'rolling-back';
    const moves = this.moves.get(node) ?? [];
    const last = moves.at(-1);
    if (last?.state === state && last.back === back) return last.sinceTimestamp;
    const sinceTimestamp = new Date().toISOString();
    this.moves.set(node, [...moves, { state, sinceTimestamp, back }].slice(-movesMax));
    return sinceTimestamp;
  }

  /** The nodes as the view has them. */
  views(): RolloutNode[] {
    const keys = this.record.changes.map(({ key }) => key);
    return this.nodes.map((node) => {
      const agent = this.source.agent(node);
      const seen = this.seen.get(node);
      const failure = this.record.failures[node];
      const hasOwnAnswer = agent !== null && agent.podReady && this.readyMs.has(agent.pod);
      return {
        node,
        state: seen?.state ?? 'waiting',
        sinceTimestamp: seen?.sinceTimestamp ?? this.record.startedTimestamp,
        pod: agent?.pod ?? null,
        realised: realisedBy({ status: hasOwnAnswer ? agent.status : null }, keys),
        log: failure?.log ?? [],
        failure: failure === undefined ? null : { line: failure.line, ruleId: failure.ruleId },
        history: this.moves.get(node) ?? [],
      };
    });
  }
}

/**
 * What the journal tells of a node's way where nobody has watched it, as after a restart of this process. With a rollout
 * that has only begun every node waits: the first look at one may come after its agent began to restart.
 */
function movesBefore(record: RolloutRecord, node: string): RolloutMove[] {
  const { pastMoves, steps, phase, startedTimestamp } = record;
  const past = pastMoves[node];
  if (past !== undefined) return past;
  if (steps.length === 0 && phase === 'writing')
    return [{ state: 'waiting', sinceTimestamp: startedTimestamp, back: false }];
  const verified = steps.find(({ key, outcome }) => key === `verify:${node}` && outcome === 'ok');
  return verified === undefined
    ? []
    : [{ state: 'verified', sinceTimestamp: verified.startedTimestamp, back: false }];
}
