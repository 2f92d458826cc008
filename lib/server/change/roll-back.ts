import { wait } from '@/lib/server/kube/wait';
import { removeCanary } from './canary-steps';
import { says, undone } from './config-writer';
import type { HelmUpgrade } from './helm-upgrade';
import { restartOperatorBack } from './operator-steps';
import { readPod } from './read-pod';
import { restoreReplaced } from './replaced-canaries';
import { AgentFailedError, NoProgressError, valuesOf } from './rollout-error';
import type { RolloutContext } from './rollout-context';
import { restartsByHand, wantedOn } from './rollout-scope';
import { InterruptedError } from './step-runner';
import { wrongValues } from './verify-agent';

const podEachMs = 1_000;

/**
 * Takes a rollout back: the old values into the ConfigMap, the template of the DaemonSet to what it was, so that agents
 * that were not restarted stay as they are; stuck pods are deleted; every agent is asked for the old values.
 */
export class RollBack {
  private readonly podReadMs = new Map<string, number>();

  constructor(
    private readonly context: RolloutContext,
    private readonly helm: HelmUpgrade | null,
  ) {}

  /** A rollback that failed may be asked for again: then its steps are others. */
  private get attempt(): number {
    return this.context.runner.record.asked.filter((action) => action === 'rollback').length;
  }

  /** Resolves when every agent reports the old values. Throws ConfigConflictError, AgentFailedError, NoProgressError. */
  async run(): Promise<void> {
    const { runner, board, patience, onMove } = this.context;
    await this.writeBack();
    await restoreReplaced(this.context, this.attempt);
    await this.restartBack();
    board.movedMs = Date.now();
    for (;;) {
      if (runner.signal.aborted) throw new InterruptedError('stopped');
      let moved = false;
      for (const node of board.nodes) moved = (await this.look(node)) || moved;
      if (board.nodes.every((node) => board.stateOf(node) === 'reverted')) break;
      await this.deleteNext();
      if (moved) onMove();
      const left = board.nodes.filter((node) => board.stateOf(node) !== 'reverted');
      if (Date.now() - board.movedMs > patience.standstillMs)
        throw new NoProgressError(left, patience.standstillMs);
      await wait(patience.lookEachMs, runner.signal);
    }
    await restartOperatorBack(this.context, this.attempt);
  }

  private get writeKey(): string {
    return `write-back:${this.attempt}`;
  }

  private async writeBack(): Promise<void> {
    if (this.helm !== null) return this.helm.stepBack(this.writeKey);
    const { runner, config, source } = this.context;
    const { changes, canary } = runner.record;
    if (canary !== undefined) return removeCanary(this.context, canary, this.writeKey);
    const back = undone(changes);
    await runner.step(
      this.writeKey,
      async () => {
        const now = await config.read();
        const pods = Object.fromEntries(source.agents().items.map(({ node, pod }) => [node, pod]));
        const isBack = says(now, valuesOf(back, 'to'));
        if (!isBack && !says(now, valuesOf(back, 'from'))) throw config.conflict(back, now);
        const what = `${config.object} written back`;
        return { what, data: isBack ? { pods } : { pods, resourceVersion: now.resourceVersion } };
      },
      async ({ resourceVersion }) =>
        resourceVersion === undefined ? 'It said so already.' : config.write(back, resourceVersion),
    );
  }

  private async restartBack(): Promise<void> {
    const { runner, daemonSet } = this.context;
    const { strategyBefore, restartedBefore, steps } = runner.record;
    if (restartsByHand(runner.record)) return;
    const forward = runner.dataOf('restart')?.restartedAt;
    if (forward !== undefined) {
      await runner.step(
        `restart-back:${this.attempt}`,
        async () => {
          const now = await daemonSet.read();
          const isOurs = now.restartedAt === forward || now.restartedAt === restartedBefore;
          const again = new Date().toISOString();
          const data = { restartedAt: isOurs ? restartedBefore : again };
          return { what: `${daemonSet.object} restarts the agents that have the new values`, data };
        },
        ({ restartedAt = null }) => daemonSet.restart(restartedAt),
      );
    }
    if (!steps.some(({ key }) => key.startsWith('hold'))) return;
    await runner.step(
      `release-back:${this.attempt}`,
      () => ({ what: `${daemonSet.object} released` }),
      () => daemonSet.release(strategyBefore),
    );
  }

  /** The pod of a node that started with the new values and has to go; undefined where none did. */
  private oldPod(node: string): string | undefined {
    const { runner } = this.context;
    const pod = runner.dataOf(this.writeKey)?.pods?.[node];
    return pod === runner.record.podsBefore[node] ? undefined : pod;
  }

  private async look(node: string): Promise<boolean> {
    const { connection, runner, board, source, patience } = this.context;
    const seen = board.look(node, this.oldPod(node));
    if (seen === null) return board.set(node, 'reverted', null);
    const { agent, isNew, answered } = seen;
    if (!agent.podReady) {
      await this.clearStuck(node, agent.pod);
      return board.set(node, 'restarting', agent);
    }
    if (!isNew || !answered) return board.set(node, isNew ? 'ready' : 'waiting', agent);
    const { canary } = runner.record;
    const wanted = wantedOn(runner.record, node, 'from');
    const wrong = wrongValues(agent, wanted, source.settings(), canary !== undefined);
    if (wrong.length === 0) return board.set(node, 'reverted', agent);
    if (board.readyForMs(agent.pod) < patience.wrongValueMs) return board.set(node, 'ready', agent);
    // It may have started a moment before the old values were back.
    const now = this.wasReplaced(node, agent.pod)
      ? null
      : await readPod(connection, { namespace: runner.record.namespace, pod: agent.pod }, runner.signal);
    if (now !== null) {
      await this.deletePod(node, agent.pod, now.uid);
      return true;
    }
    const said = wrong.map(({ key, value }) => `${key} as ${value}`).join(', ');
    throw new AgentFailedError(
      node,
      `After the rollback it reports ${said}.`,
      'Restart it by hand, and look again.',
    );
  }

  /** Whether this attempt deleted another pod of the node already: the one after it has the old values. */
  private wasReplaced(node: string, pod: string): boolean {
    const { steps } = this.context.runner.record;
    const since = steps.findIndex(({ key }) => key === this.writeKey);
    const isOther = (key: string) => key.startsWith('delete-back:') && key !== `delete-back:${pod}`;
    return steps.slice(since).some((step) => step.node === node && isOther(step.key));
  }

  /** Deletes a pod that crash-loops with the new values: it keeps them for as long as it lives. One with the old values is a failure. */
  private async clearStuck(node: string, pod: string): Promise<void> {
    const { connection, runner } = this.context;
    const nowMs = Date.now();
    if (nowMs - (this.podReadMs.get(pod) ?? 0) < podEachMs) return;
    this.podReadMs.set(pod, nowMs);
    const { namespace } = runner.record;
    const now = await readPod(connection, { namespace, pod }, runner.signal);
    if (now === null || now.terminating || now.crashing === null) return;
    if (this.wasReplaced(node, pod)) {
      const { container, reason } = now.crashing;
      const hint = 'The ConfigMap has the old values. Look at the log of the pod.';
      throw new AgentFailedError(
        node,
        `With the old values its container ${container} fails too: ${reason}.`,
        hint,
      );
    }
    await this.deletePod(node, pod, now.uid);
  }

  private async deletePod(node: string, pod: string, uid: string): Promise<void> {
    const { runner, daemonSet } = this.context;
    await runner.step(
      `delete-back:${pod}`,
      () => ({ what: `Pod ${pod} deleted`, node, data: { pod, uid } }),
      (data) => daemonSet.deletePod(pod, data.uid ?? uid),
    );
  }

  /** On chosen nodes, and with the strategy OnDelete, nobody else replaces the agents that have the new values. */
  private async deleteNext(): Promise<void> {
    const { connection, runner, board } = this.context;
    const { namespace } = runner.record;
    if (!restartsByHand(runner.record)) return;
    const states = board.nodes.map((node) => ({ node, state: board.stateOf(node) }));
    if (states.some(({ state }) => state === 'restarting' || state === 'ready')) return;
    const next = states.find(
      ({ node, state }) => state === 'waiting' && this.oldPod(node) !== undefined,
    )?.node;
    const pod = next === undefined ? undefined : this.oldPod(next);
    if (next === undefined || pod === undefined) return;
    const now = await readPod(connection, { namespace, pod }, runner.signal);
    if (now !== null) await this.deletePod(next, pod, now.uid);
  }
}
