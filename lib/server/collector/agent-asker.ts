import type { Frontend } from '@/lib/cilium/frontend';
import { AbortedError } from '@/lib/server/kube/connection-error';
import { ExecTimeoutError, PodGoneError, PodNotReadyError } from '@/lib/server/kube/exec-error';
import { giveBackBytes } from '@/lib/server/kube/give-back-bytes';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { OutputSink } from '@/lib/server/kube/output-sink';
import { bufferSink } from '@/lib/server/kube/output-sink';
import type { AgentCommand } from '@/lib/snapshot/agent-view';
import type { Problem } from '@/lib/snapshot/source-view';
import type { AgentRecord } from './agent-record';
import { askAgent } from './ask-agent';
import type { ResolvedOptions } from './collector-options';
import { RepeatedAnswer } from './repeated-answer';
import type { AskOutcome } from './sweeper';
import { takeServiceList, takeStatus } from './take-answer';

export type AskEvents = {
  /** A table that differs from the last one. */
  onTable: (record: AgentRecord, frontends: Frontend[]) => void;
  /** Something a reader sees of the agent changed: its status, a problem, staleness. */
  onChanged: (record: AgentRecord) => void;
  /** The node's table became fresh or stale: what nodes are compared with changes. */
  onFreshness: () => void;
  /** Only times and the size of its table changed. */
  onAsked: (record: AgentRecord) => void;
};

/** An unanswered question makes the value shown stale after this part of the sweep interval. */
const overdueParts = 1.5;
/** A status is kept whole for each agent; the largest seen have 200 kB. */
const statusMaxBytes = 4 << 20;

/** Asks agents their questions and writes the answers, or what went wrong, into their records. */
export class AgentAsker {
  private readonly options: ResolvedOptions;
  private readonly events: AskEvents;

  constructor(options: ResolvedOptions, events: AskEvents) {
    this.options = options;
    this.events = events;
  }

  /** Asks for the table, and for the status where it is due. Never rejects. */
  async ask(record: AgentRecord, statusIsDue: boolean, signal: AbortSignal): Promise<AskOutcome> {
    const unaskable = whyUnaskable(record);
    if (unaskable !== null) {
      this.fail(record, ['service-list', 'status'], toProblem(unaskable));
      record.asked = true;
      return 'failed';
    }
    const outcome = await this.askOne(record, 'service-list', signal);
    if (statusIsDue && outcome !== 'slow' && !signal.aborted) {
      record.statusAskedMs = Date.now();
      const second = await this.askOne(record, 'status', signal);
      record.asked = true;
      return outcome === 'answered' ? second : outcome;
    }
    record.asked = true;
    return outcome;
  }

  private async askOne(record: AgentRecord, command: AgentCommand, signal: AbortSignal): Promise<AskOutcome> {
    const { connection, limits, sweepIntervalMs } = this.options;
    const { pod } = record;
    const target = { namespace: pod.namespace, pod: pod.name, container: pod.container };
    const before = record.answers[command];
    record.answers[command] = { ...before, askedTimestamp: new Date().toISOString() };
    const overdueMs = Math.max(3_000, sweepIntervalMs * overdueParts);
    const overdue = setTimeout(
      () => this.fail(record, [command], noAnswerYet(pod.name, overdueMs)),
      overdueMs,
    );
    const question = command === 'status' ? 'status-json' : 'service-list';
    try {
      const maxBytes = command === 'status' ? Math.min(limits.maxBytes, statusMaxBytes) : limits.maxBytes;
      const { table } = record;
      const repeated: RepeatedAnswer[] = [];
      const sinkOf = (): OutputSink => {
        if (table === null || command === 'status') return bufferSink();
        const sink = new RepeatedAnswer(table);
        repeated.push(sink);
        return sink;
      };
      const answer = await askAgent(
        connection,
        target,
        question,
        record.binary,
        { ...limits, maxBytes },
        signal,
        sinkOf,
      );
      // The pod may have been replaced while it answered: its words are not its successor's.
      if (record.pod.name !== pod.name) return 'failed';
      this.take(record, command, () => {
        if (command === 'status') return takeStatus(record, answer);
        const { binary } = record;
        const frontends = takeServiceList(record, answer, repeated.at(-1)?.isSame === true);
        // Its text is packed and its rows are read.
        giveBackBytes(answer.stdout);
        if (frontends !== null) this.events.onTable(record, frontends);
        return record.binary !== binary;
      });
      return 'answered';
    } catch (error) {
      if (signal.aborted || error instanceof AbortedError || record.pod.name !== pod.name) return 'failed';
      const isSlow = error instanceof ExecTimeoutError;
      // Who is silent to one question is not asked the next, and both values are as old.
      const commands: AgentCommand[] = isSlow ? ['service-list', 'status'] : [command];
      this.fail(record, commands, toProblem(error));
      return isSlow ? 'slow' : 'failed';
    } finally {
      clearTimeout(overdue);
    }
  }

  /** `take` writes the answer into the record and says whether more changed than times and the table. */
  private take(record: AgentRecord, command: AgentCommand, take: () => boolean): void {
    const before = record.answers[command];
    const agentChanged = take();
    const after = record.answers[command];
    if (command === 'service-list' && (before.stale || before.answeredTimestamp === null)) {
      this.events.onFreshness();
    }
    if (agentChanged || before.stale || before.problem !== null || before.answeredTimestamp === null) {
      this.events.onChanged(record);
    } else if (before !== after) this.events.onAsked(record);
  }

  private fail(record: AgentRecord, commands: readonly AgentCommand[], problem: Problem): void {
    let changed = false;
    for (const command of commands) {
      const before = record.answers[command];
      const stale = before.answeredTimestamp !== null;
      changed ||= before.problem?.detail !== problem.detail || before.stale !== stale;
      record.answers[command] = { ...before, stale, problem };
    }
    if (changed) {
      this.events.onChanged(record);
      this.events.onFreshness();
    } else this.events.onAsked(record);
  }
}

function whyUnaskable({ pod, goneMs }: AgentRecord) {
  const target = { namespace: pod.namespace, pod: pod.name, container: pod.container };
  if (goneMs !== null) return new PodGoneError(target);
  if (pod.waitingReason !== null) {
    return new PodNotReadyError(target, `its container is in state ${pod.waitingReason}`);
  }
  if (pod.phase !== 'Running') return new PodNotReadyError(target, `the pod is in phase ${pod.phase}`);
  return null;
}

function noAnswerYet(pod: string, overdueMs: number): Problem {
  return {
    code: 'timed-out',
    title: 'No answer yet',
    detail: `The agent in pod ${pod} was asked more than ${Math.round(overdueMs / 1000)} s ago and has not answered.`,
    hint: 'It may be slow or hang; the value shown is its last one.',
  };
}
