import type { CollectorLogger } from '@/lib/server/collector/collector-options';
import type { HelmClient } from '@/lib/server/helm/helm-client';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import { wait } from '@/lib/server/kube/wait';
import type { RolloutNode } from '@/lib/snapshot/rollout-view';
import type { AgentSource } from './agent-source';
import { ConfigWriter } from './config-writer';
import { DaemonSetRestart } from './daemon-set-restart';
import type { LeaseLock } from './lease-lock';
import { NodeBoard } from './node-board';
import { NodeConfigWriter } from './node-config-writer';
import { OperatorRestart } from './operator-restart';
import type { RolloutPatience } from './rollout-context';
import { LockLostError } from './rollout-error';
import type { RolloutJournal } from './rollout-journal';
import type { RolloutRecord } from './rollout-record';
import { RolloutRun } from './rollout-run';
import { InterruptedError, StepRunner } from './step-runner';

const renewEachMs = 10_000;

export type WorkerOptions = {
  connection: KubeConnection;
  source: AgentSource;
  journal: RolloutJournal;
  lock: LeaseLock;
  helm: HelmClient | null;
  patience: RolloutPatience;
  logger: CollectorLogger;
  signal: AbortSignal;
  announce: (record: RolloutRecord) => void;
};

/** Runs one rollout under the lock of its cluster, from where it stands until it ends or the process stops. */
export class RolloutWorker {
  /** Resolves when nothing of it is left running; never rejects. */
  readonly done: Promise<void>;
  private readonly board: NodeBoard;

  constructor(
    readonly record: RolloutRecord,
    private readonly options: WorkerOptions,
  ) {
    this.board = new NodeBoard(record, options.source);
    this.done = this.work().catch((error: unknown) => {
      options.logger.warn({ err: error, rollout: record.id }, 'a rollout was interrupted');
    });
  }

  nodes(): RolloutNode[] {
    return this.board.views();
  }

  private async work(): Promise<void> {
    const { connection, source, journal, lock, helm, patience, signal, announce } = this.options;
    const { namespace, configMap, daemonSet, operator } = this.record;
    await this.takeLock();
    const lost = new AbortController();
    const either = AbortSignal.any([signal, lost.signal]);
    const renewing = new AbortController();
    const renewal = this.renew(AbortSignal.any([either, renewing.signal]), (holder) =>
      lost.abort(new LockLostError(holder)),
    );
    const runner = new StepRunner(this.record, journal, either, announce);
    const run = new RolloutRun({
      ...{ connection, source, runner, helm, patience, board: this.board },
      config: new ConfigWriter(connection, namespace, configMap, either),
      daemonSet: new DaemonSetRestart(connection, namespace, daemonSet, either),
      nodeConfigs: new NodeConfigWriter(connection, namespace, either),
      operator:
        operator === undefined ? null : new OperatorRestart(connection, namespace, operator.name, either),
      onMove: () => announce(this.record),
    });
    try {
      await run.run();
    } catch (error) {
      if (!lost.signal.aborted) throw error;
      const problem = toProblem(lost.signal.reason);
      const last = new StepRunner(this.record, journal, signal, announce);
      await last.end('failed', { nodes: this.board.views(), problemsAfter: null, problem });
    } finally {
      renewing.abort();
      await renewal;
      // A process that was stopped keeps it: the one after it has the same name, and goes on.
      if (this.record.endedTimestamp !== null) await lock.release(AbortSignal.timeout(5_000)).catch(() => {});
    }
  }

  private async takeLock(): Promise<void> {
    const { lock, signal, patience, logger } = this.options;
    for (;;) {
      const other = await lock.take(signal).catch((error: unknown) => toProblem(error).detail);
      if (other === null) return;
      logger.warn({ holder: other, rollout: this.record.id }, 'a rollout waits for the lock');
      await wait(Math.max(1_000, patience.lookEachMs), signal);
      if (signal.aborted) throw new InterruptedError('stopped');
    }
  }

  private async renew(signal: AbortSignal, onLost: (holder: string) => void): Promise<void> {
    while (!signal.aborted) {
      await wait(renewEachMs, signal);
      if (signal.aborted) return;
      // A renewal that fails is tried again: others wait three times as long before they take over.
      const other = await this.options.lock.take(signal).catch(() => null);
      if (other !== null) return onLost(other);
    }
  }
}
