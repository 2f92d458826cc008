import { AbortedError } from '@/lib/server/kube/connection-error';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { AgentCommand, RawAnswerView } from '@/lib/snapshot/agent-view';
import { agentArgv } from '@/lib/server/kube/agent-command';
import { checkAnswer } from './agent-answer-error';
import type { AgentRecord } from './agent-record';
import type { Answer } from './ask-agent';
import { askAgent } from './ask-agent';
import type { ResolvedOptions } from './collector-options';
import { kubectlLine } from '@/lib/snapshot/kubectl-line';

const keptMs = 2_000;
const goodAnswersMax = 200;

type Run = { promise: Promise<RawAnswerView>; stop: AbortController; waiting: number };

/** Runs a command for a reader who wants its output as it is; readers of one moment share a run. */
export class RawAsker {
  private readonly runs = new Map<string, Run>();
  private readonly recent = new Map<string, { view: RawAnswerView; takenMs: number }>();
  private readonly good = new Map<string, RawAnswerView>();
  private readonly options: ResolvedOptions;

  constructor(options: ResolvedOptions) {
    this.options = options;
  }

  /** Gives the output; on failure the last good one with the problem. Rejects only when `signal` aborts. */
  async ask(record: AgentRecord, command: AgentCommand, signal: AbortSignal): Promise<RawAnswerView> {
    const id = `${command} ${record.node} ${record.pod.name}`;
    const recent = this.recent.get(id);
    if (recent !== undefined && Date.now() - recent.takenMs < keptMs) return recent.view;
    const run = this.runs.get(id) ?? this.start(id, record, command);
    run.waiting += 1;
    try {
      return await Promise.race([run.promise, abortion(signal)]);
    } finally {
      run.waiting -= 1;
      if (run.waiting === 0) run.stop.abort();
    }
  }

  /** Ends all runs. */
  stop(): void {
    for (const { stop } of this.runs.values()) stop.abort();
  }

  private start(id: string, record: AgentRecord, command: AgentCommand): Run {
    const stop = new AbortController();
    const promise = this.run(id, record, command, stop.signal).finally(() => this.runs.delete(id));
    // Where every reader has gone, nobody is left to hear that the run was given up.
    promise.catch(() => {});
    const run = { promise, stop, waiting: 0 };
    this.runs.set(id, run);
    return run;
  }

  private async run(id: string, record: AgentRecord, command: AgentCommand, signal: AbortSignal) {
    const { connection, limits } = this.options;
    const { namespace, name: pod, container } = record.pod;
    const question = command === 'status' ? 'status-verbose' : 'service-list';
    try {
      const target = { namespace, pod, container };
      const answer = await askAgent(connection, target, question, record.binary, limits, signal);
      const view = this.toView(record, answer);
      try {
        checkAnswer(command, answer);
      } catch (error) {
        // What the agent printed instead is what a reader of raw output wants to see.
        return { ...view, problem: toProblem(error) };
      }
      this.keep(id, view);
      return view;
    } catch (error) {
      if (error instanceof AbortedError) throw error;
      return { ...(this.good.get(id) ?? this.lastKnown(record, command)), problem: toProblem(error) };
    }
  }

  private keep(id: string, view: RawAnswerView): void {
    const takenMs = Date.now();
    for (const [other, { takenMs: then }] of this.recent)
      if (takenMs - then > keptMs) this.recent.delete(other);
    this.recent.set(id, { view, takenMs });
    this.good.delete(id);
    this.good.set(id, view);
    const [oldest] = this.good.keys();
    if (this.good.size > goodAnswersMax && oldest !== undefined) this.good.delete(oldest);
  }

  private toView(record: AgentRecord, answer: Answer): RawAnswerView {
    return {
      ...this.frame(record, answer.argv),
      stdout: answer.stdout.toString('utf8'),
      stderr: answer.stderr.toString('utf8'),
      exitCode: answer.exitCode,
      durationMs: Math.round(answer.durationMs),
      answeredTimestamp: new Date().toISOString(),
      truncated: false,
      problem: null,
    };
  }

  /** The last table a sweep got, where this is what was asked for; else nothing. */
  private lastKnown(record: AgentRecord, command: AgentCommand): RawAnswerView {
    const swept = command === 'service-list' ? record.table : null;
    const answer = record.answers[command];
    const question = command === 'status' ? 'status-verbose' : 'service-list';
    return {
      ...this.frame(record, agentArgv(record.binary ?? 'cilium-dbg', question)),
      stdout: swept?.bytes().toString('utf8') ?? '',
      stderr: '',
      exitCode: swept === null ? null : 0,
      durationMs: swept === null ? 0 : (answer.durationMs ?? 0),
      answeredTimestamp: (swept === null ? null : answer.answeredTimestamp) ?? new Date().toISOString(),
      truncated: false,
      problem: null,
    };
  }

  private frame({ node, pod }: AgentRecord, argv: string[]) {
    const { namespace, name, container } = pod;
    const { context } = this.options.connection.identity;
    return {
      node,
      namespace,
      pod: name,
      container,
      argv,
      kubectl: kubectlLine({ context, namespace, pod: name, container }, argv),
    };
  }
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const abort = () => reject(new AbortedError('The question'));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
