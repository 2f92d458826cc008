import { wait } from '@/lib/server/kube/wait';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { explainFailure } from './explain-failure';
import { readFailedLog, readPod } from './read-pod';
import type { CrashingContainer } from './read-pod';
import { AgentFailedError, NoProgressError } from './rollout-error';
import type { RolloutContext } from './rollout-context';
import { foundAtStart, restartsByHand, wantedOn } from './rollout-scope';
import { InterruptedError } from './step-runner';
import { wrongValues } from './verify-agent';

/** How often the pod of an agent that is not ready yet is read. */
const podEachMs = 1_000;

/** Follows the agents of a rollout, node by node, until each one reports the new values. */
export class FollowRestart {
  private readonly podReadMs = new Map<string, number>();

  constructor(
    private readonly context: RolloutContext,
    /** True while no further agent is to be restarted; throws where the way is to be left. */
    private readonly isHeld: () => Promise<boolean>,
  ) {}

  /** Resolves when every agent is verified. Throws AgentFailedError for the first that is not, NoProgressError, and what `isHeld` throws. */
  async untilVerified(): Promise<void> {
    const { runner, board, patience, onMove } = this.context;
    board.movedMs = Date.now();
    for (;;) {
      const held = await this.isHeld();
      if (runner.signal.aborted) throw new InterruptedError('stopped');
      let moved = false;
      for (const node of board.nodes) moved = (await this.look(node)) || moved;
      const states = board.nodes.map((node) => board.stateOf(node));
      if (states.every((state) => state === 'verified')) return;
      if (states.every((state) => state === 'verified' || state === 'ready')) await runner.phase('verifying');
      if (!held) await this.deleteNext();
      if (moved) onMove();
      if (Date.now() - board.movedMs > patience.standstillMs) {
        throw new NoProgressError(
          board.nodes.filter((node) => board.stateOf(node) !== 'verified'),
          patience.standstillMs,
        );
      }
      await wait(patience.lookEachMs, runner.signal);
    }
  }

  /** Looks at one node; true where it stands somewhere else than before. */
  private async look(node: string): Promise<boolean> {
    const { runner, board, source, patience } = this.context;
    const { podsBefore, canary } = runner.record;
    const seen = board.look(node, podsBefore[node]);
    // A node that went away needs no agent, and a new one starts with the new values.
    if (seen === null) return board.set(node, 'verified', null);
    const { agent, isNew, answered } = seen;
    const key = `verify:${node}`;
    if (runner.isDone(key)) return board.set(node, 'verified', agent);
    if (!isNew) return board.set(node, agent.podReady ? 'waiting' : 'restarting', agent);
    if (!agent.podReady) {
      await this.checkCrash(agent);
      return board.set(node, 'restarting', agent);
    }
    const moved = board.set(node, 'ready', agent);
    if (!answered) return moved;
    const wanted = wantedOn(runner.record, node, 'to');
    const wrong = wrongValues(agent, wanted, source.settings(), canary !== undefined);
    if (wrong.length > 0) {
      if (board.readyForMs(agent.pod) < patience.wrongValueMs) return moved;
      const said = wrong
        .map((one) => `${one.key} as ${one.value}, not ${wanted[one.key] ?? 'its default'}`)
        .join(', ');
      return this.fail(agent, { line: `The agent reports ${said}.`, ruleId: null, log: [] });
    }
    await runner.step(
      key,
      () => ({ what: 'Agent reports the new values', node }),
      async () => null,
    );
    return board.set(node, 'verified', agent);
  }

  private async checkCrash(agent: AgentView): Promise<void> {
    const { connection, runner } = this.context;
    const nowMs = Date.now();
    if (nowMs - (this.podReadMs.get(agent.pod) ?? 0) < podEachMs) return;
    this.podReadMs.set(agent.pod, nowMs);
    const { namespace } = runner.record;
    const pod = await readPod(connection, { namespace, pod: agent.pod }, runner.signal);
    if (pod !== null && pod.crashing !== null && !pod.terminating) await this.crashed(agent, pod.crashing);
  }

  private async crashed(agent: AgentView, { container, reason }: CrashingContainer): Promise<void> {
    const { connection, runner, config, source } = this.context;
    const { namespace } = runner.record;
    const log = await readFailedLog(connection, { namespace, pod: agent.pod, container }, runner.signal);
    const { data } = await config.read();
    const why = { log, reason: `Container ${container}: ${reason}.` };
    await this.fail(agent, explainFailure(why, agent, foundAtStart(runner.record, data), source));
  }

  private async fail(
    agent: AgentView,
    failure: { line: string; ruleId: string | null; log: string[] },
  ): Promise<never> {
    const { runner, board } = this.context;
    const { node, pod } = agent;
    // A process that died after it had told this left the rest to us.
    if (runner.record.failures[node]?.pod !== pod) {
      await runner.write({ kind: 'agent-failed', rolloutId: runner.record.id, node, pod, ...failure });
    }
    board.set(node, 'failed', agent);
    const rule = failure.ruleId === null ? '' : ` It is what rule ${failure.ruleId} says.`;
    throw new AgentFailedError(
      node,
      `${failure.line}${rule}`,
      'Look at its log and at the rule, and plan another value.',
    );
  }

  /** On chosen nodes, and with the strategy OnDelete, nobody else restarts agents: the next is deleted when no other is on its way. */
  private async deleteNext(): Promise<void> {
    const { connection, runner, board, daemonSet } = this.context;
    const { podsBefore, namespace } = runner.record;
    if (!restartsByHand(runner.record)) return;
    const states = board.nodes.map((node) => ({ node, state: board.stateOf(node) }));
    if (states.some(({ state }) => state === 'restarting' || state === 'ready')) return;
    const next = states.find(({ state }) => state === 'waiting')?.node;
    const pod = next === undefined ? undefined : podsBefore[next];
    if (next === undefined || pod === undefined) return;
    const key = `delete:${pod}`;
    if (runner.isDone(key)) return;
    const now = await readPod(connection, { namespace, pod }, runner.signal);
    const uid = now?.uid ?? '';
    await runner.step(
      key,
      () => ({ what: `Pod ${pod} deleted`, node: next, data: { pod, uid } }),
      async (data) => (data.uid === '' ? 'It was gone already.' : daemonSet.deletePod(pod, data.uid ?? '')),
    );
  }
}
