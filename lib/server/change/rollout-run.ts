import { toProblem } from '@/lib/server/kube/kube-error';
import { wait } from '@/lib/server/kube/wait';
import type { RolloutAction } from '@/lib/snapshot/rollout-view';
import { checkOthers, writeCanary, writtenObject } from './canary-steps';
import { FollowRestart } from './follow-restart';
import { HelmUpgrade } from './helm-upgrade';
import { dryRunOperator, restartOperator } from './operator-steps';
import { removeReplaced } from './replaced-canaries';
import { RollBack } from './roll-back';
import type { RolloutContext } from './rollout-context';
import type { RolloutRecord } from './rollout-record';
import { isPaused, mayBeWritten } from './rollout-record';
import { restartsByHand } from './rollout-scope';
import { InterruptedError } from './step-runner';

/** What ends the way forward before it is done. */
class AskedToError extends Error {
  override name = 'AskedToError';
  constructor(readonly action: RolloutAction) {
    super(action);
  }
}

const isWayForward = (phase: RolloutRecord['phase']) =>
  ['writing', 'restarting', 'verifying'].includes(phase);

/**
 * Runs one rollout from where its journal says it stands until it has ended: writes the ConfigMap, restarts the agents,
 * verifies what each reports; on failure goes back the same way. Pausing holds the controller of the DaemonSet between
 * nodes (see `DaemonSetRestart.hold`); the pods it has begun to replace are finished.
 */
export class RolloutRun {
  private readonly follow: FollowRestart;
  private readonly back: RollBack;
  /** Null where the ConfigMap is patched. */
  private readonly helm: HelmUpgrade | null;

  constructor(private readonly context: RolloutContext) {
    this.follow = new FollowRestart(context, () => this.isHeld());
    const { helm } = context.runner.record;
    this.helm = helm === undefined ? null : new HelmUpgrade(context, helm);
    this.back = new RollBack(context, this.helm);
  }

  private get record(): RolloutRecord {
    return this.context.runner.record;
  }

  /** Rejects with InterruptedError only, when it was stopped: the journal says where it stands. */
  async run(): Promise<void> {
    try {
      if (isWayForward(this.record.phase)) await this.forward();
      if (this.record.phase === 'rolling-back') await this.backward();
    } catch (error) {
      if (error instanceof InterruptedError || this.context.runner.signal.aborted) {
        throw new InterruptedError('stopped', { cause: error });
      }
      throw error;
    }
  }

  private async forward(): Promise<void> {
    try {
      await this.write();
      await this.restart();
      await this.follow.untilVerified();
      await this.afterAgents();
      await this.end('done');
    } catch (error) {
      if (error instanceof InterruptedError || this.context.runner.signal.aborted) throw error;
      await this.leaveForward(error);
    }
  }

  private async write(): Promise<void> {
    const { runner, config, daemonSet } = this.context;
    const { changes, canary } = this.record;
    if (canary !== undefined) return writeCanary(this.context, canary, () => this.heed());
    await this.heed();
    await runner.step(
      'dry-run',
      () => ({ what: `${config.object} and ${daemonSet.object}: the API server checks the change` }),
      async () => {
        const helm = this.helm === null ? null : await this.helm.dryRun();
        if (this.helm === null) await config.dryRun(changes, await config.versionFor(changes));
        await daemonSet.restart(new Date().toISOString(), { dryRun: true });
        await dryRunOperator(this.context);
        return helm;
      },
    );
    await this.heed();
    if (this.helm !== null) await this.helm.step();
    else
      await runner.step(
        'write',
        async () => ({
          what: `${config.object} written`,
          data: { resourceVersion: await config.versionFor(changes) },
        }),
        ({ resourceVersion = '' }) => config.write(changes, resourceVersion),
      );
    await removeReplaced(this.context);
  }

  private async restart(): Promise<void> {
    const { runner, daemonSet } = this.context;
    if (this.record.phase === 'writing') await runner.phase('restarting');
    await this.heed();
    if (restartsByHand(this.record)) return;
    await runner.step(
      'restart',
      async () => ({
        what: `${daemonSet.object} restarts its agents`,
        data: (await this.helm?.restarts()) ? {} : { restartedAt: new Date().toISOString() },
      }),
      async ({ restartedAt }) =>
        restartedAt === undefined ? 'The upgrade did so itself.' : daemonSet.restart(restartedAt),
    );
  }

  /** What is left once every agent that is concerned has the new values. */
  private async afterAgents(): Promise<void> {
    const { canary } = this.record;
    const heed = () => this.heed();
    if (canary !== undefined) await checkOthers(this.context, canary, heed);
    await restartOperator(this.context, heed);
  }

  /** Waits while it is paused; throws where the way forward is to be left. */
  private async heed(): Promise<void> {
    while (await this.isHeld()) await wait(this.context.patience.lookEachMs, this.context.runner.signal);
  }

  /** Does what was asked for meanwhile: holds the controller, or releases it. True while it is paused. Throws AskedToError. */
  private async isHeld(): Promise<boolean> {
    const { runner, daemonSet, board } = this.context;
    const { asked } = this.record;
    if (runner.signal.aborted) throw new InterruptedError('stopped');
    const leave = asked.find((action) => action === 'abort' || action === 'rollback');
    if (leave !== undefined) throw new AskedToError(leave);
    const turns = asked.length;
    const rolls = !restartsByHand(this.record) && runner.isDone('restart');
    if (!isPaused(this.record)) {
      if (rolls && turns > 0) await this.release(`release:${turns}`);
      return false;
    }
    const what = `${daemonSet.object} held between nodes`;
    if (rolls)
      await runner.step(
        `hold:${turns}`,
        () => ({ what }),
        () => daemonSet.hold(),
      );
    board.movedMs = Date.now();
    return true;
  }

  private async release(key: string): Promise<void> {
    const { runner, daemonSet } = this.context;
    if (!this.record.steps.some((step) => step.key.startsWith('hold'))) return;
    const { strategyBefore } = this.record;
    await runner.step(
      key,
      () => ({ what: `${daemonSet.object} released` }),
      () => daemonSet.release(strategyBefore),
    );
  }

  private async leaveForward(error: unknown): Promise<void> {
    const { runner } = this.context;
    const wasWritten = mayBeWritten(this.record);
    if (error instanceof AskedToError) {
      if (error.action === 'abort') return this.abandon(wasWritten);
      if (!wasWritten) return this.end('rolled-back');
      return runner.phase('rolling-back');
    }
    const problem = toProblem(error);
    if (wasWritten && this.record.rollsBackOnFailure) return runner.phase('rolling-back', problem);
    if (wasWritten) await this.holdForGood();
    await this.end('failed', problem);
  }

  /** Stops where it stands: no further agent is restarted. */
  private async abandon(wasWritten: boolean): Promise<void> {
    if (!wasWritten) return this.end('aborted');
    const isHeld = await this.holdForGood();
    const { daemonSet } = this.context;
    const written = writtenObject(this.context);
    await this.end('aborted', {
      code: 'bad-request',
      title: 'Aborted on the way',
      detail: isHeld
        ? `${written} has the new values. ${daemonSet.object} is held by the strategy OnDelete, so that no further agent is restarted.`
        : `${written} has the new values. No further agent is restarted.`,
      hint: 'Roll back to put the values and the strategy back as they were.',
    });
  }

  private async holdForGood(): Promise<boolean> {
    const { runner, daemonSet } = this.context;
    const wasBegun = this.record.steps.some(({ key }) => key === 'restart');
    if (restartsByHand(this.record) || !wasBegun) return false;
    await runner.step(
      'hold-for-good',
      () => ({ what: `${daemonSet.object} held` }),
      () => daemonSet.hold(),
    );
    return true;
  }

  private async backward(): Promise<void> {
    const { problem } = this.record;
    try {
      await this.back.run();
      await this.end('rolled-back', problem);
    } catch (error) {
      if (error instanceof InterruptedError || this.context.runner.signal.aborted) throw error;
      await this.end('failed', toProblem(error));
    }
  }

  private async end(
    phase: 'done' | 'rolled-back' | 'aborted' | 'failed',
    problem: RolloutRecord['problem'] = null,
  ): Promise<void> {
    // What is asked while the agreement settles still turns the way of a rollout that is about to be done.
    const problemsAfter = await this.problemsAfter(phase === 'done');
    await this.context.runner.end(phase, { nodes: this.context.board.views(), problemsAfter, problem });
  }

  /** Counts the problems of the agreement once every agent that answers is judged again; null where that takes too long. */
  private async problemsAfter(heeds: boolean): Promise<number | null> {
    const { source, patience, runner } = this.context;
    const endMs = Date.now() + patience.agreementMs;
    while (Date.now() < endMs) {
      if (heeds) await this.heed();
      const { agents, problemCount } = source.agreement();
      if (agents.judged === agents.total && agents.total > 0) return problemCount;
      await wait(patience.lookEachMs, runner.signal);
      if (runner.signal.aborted) throw new InterruptedError('stopped');
    }
    return null;
  }
}
