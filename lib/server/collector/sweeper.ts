/** How asking an agent went. `slow` = it ran into the time limit. */
export type AskOutcome = 'answered' | 'failed' | 'slow';

export type SweeperOptions = {
  intervalMs: number;
  concurrency: number;
  backOffMaxMs: number;
  /** Asks one agent everything that is due; never rejects. */
  ask: (node: string, signal: AbortSignal) => Promise<AskOutcome>;
  nowMs?: () => number;
  random?: () => number;
};

type Task = {
  node: string;
  dueMs: number;
  askedMs: number;
  failures: number;
  slow: boolean;
  watchedUntilMs: number;
  running: boolean;
};

const watchedForMs = 60_000;
/** An agent is asked sooner on a change of the API, but never more often than this part of the interval. */
const soonestPart = 0.2;

/**
 * Asks every agent each interval, at most so many at a time: those somebody looks at first, then the longest overdue.
 * Agents that failed back off, and those that ran into the time limit share a quarter of the places, so that a few
 * silent ones never hold up the rest.
 */
export class Sweeper {
  private readonly tasks = new Map<string, Task>();
  private readonly options: SweeperOptions;
  private readonly stopping = new AbortController();
  private readonly runs = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;

  constructor(options: SweeperOptions) {
    this.options = options;
  }

  /** Adds an agent, due at once; one that is there already is asked anew as if nothing had failed. */
  add(node: string): void {
    const task = this.tasks.get(node);
    if (task === undefined) this.tasks.set(node, this.newTask(node));
    else Object.assign(task, { dueMs: 0, failures: 0, slow: false });
    this.plan();
  }

  remove(node: string): void {
    this.tasks.delete(node);
  }

  /** Says that something changed: agents are asked as soon as they may, those that back off excepted. */
  hurry(): void {
    const { intervalMs } = this.options;
    for (const task of this.tasks.values()) {
      if (task.failures > 0) continue;
      const part = task.watchedUntilMs > this.nowMs() ? soonestPart / 2 : soonestPart;
      task.dueMs = Math.min(task.dueMs, task.askedMs + intervalMs * part);
    }
    this.plan();
  }

  /** Puts an agent first for the next minute. */
  watch(node: string): void {
    const task = this.tasks.get(node);
    if (task === undefined) return;
    task.watchedUntilMs = this.nowMs() + watchedForMs;
    task.dueMs = Math.min(task.dueMs, task.askedMs + this.options.intervalMs);
    this.plan();
  }

  isWatched(node: string): boolean {
    return (this.tasks.get(node)?.watchedUntilMs ?? 0) > this.nowMs();
  }

  /** Ends all that runs; resolves when it has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await Promise.all(this.runs);
  }

  private newTask(node: string): Task {
    const base = { dueMs: 0, askedMs: 0, failures: 0, slow: false, watchedUntilMs: 0, running: false };
    return { node, ...base };
  }

  private plan(): void {
    if (this.stopping.signal.aborted) return;
    const nowMs = this.nowMs();
    const waiting = [...this.tasks.values()].filter(({ running }) => !running);
    const due = waiting.filter(({ dueMs }) => dueMs <= nowMs);
    due.sort(
      (a, b) => Number(b.watchedUntilMs > nowMs) - Number(a.watchedUntilMs > nowMs) || a.dueMs - b.dueMs,
    );
    const slowPlaces = Math.max(1, Math.floor(this.options.concurrency / 4));
    for (const task of due) {
      if (this.runs.size >= this.options.concurrency) break;
      if (task.slow && this.runningSlow() >= slowPlaces) continue;
      this.run(task);
    }
    clearTimeout(this.timer);
    // When places are full, the end of a run plans again.
    const next = Math.min(
      ...waiting.filter(({ running, dueMs }) => !running && dueMs > nowMs).map(({ dueMs }) => dueMs),
    );
    if (Number.isFinite(next)) this.timer = setTimeout(() => this.plan(), Math.max(5, next - nowMs));
  }

  private runningSlow(): number {
    let count = 0;
    for (const { running, slow } of this.tasks.values()) if (running && slow) count += 1;
    return count;
  }

  private run(task: Task): void {
    task.running = true;
    task.askedMs = this.nowMs();
    task.dueMs = Infinity;
    const run = this.options
      .ask(task.node, this.stopping.signal)
      .then((outcome) => this.ended(task, outcome))
      .finally(() => {
        this.runs.delete(run);
        this.plan();
      });
    this.runs.add(run);
  }

  private ended(task: Task, outcome: AskOutcome): void {
    const { intervalMs, backOffMaxMs, random = Math.random } = this.options;
    task.running = false;
    task.slow = outcome === 'slow';
    task.failures = outcome === 'answered' ? 0 : task.failures + 1;
    const watched = task.watchedUntilMs > this.nowMs();
    const doubled = intervalMs * 2 ** Math.min(Math.max(0, task.failures - 1), watched ? 1 : 10);
    const waitMs = Math.min(doubled, Math.max(backOffMaxMs, intervalMs)) * (0.9 + random() * 0.2);
    // What hurried in the meantime stays due.
    task.dueMs = Math.min(task.dueMs, task.askedMs + waitMs);
    if (outcome !== 'answered')
      task.dueMs = Math.max(task.dueMs, this.nowMs() + Math.min(intervalMs, waitMs));
  }

  private nowMs(): number {
    return (this.options.nowMs ?? Date.now)();
  }
}
