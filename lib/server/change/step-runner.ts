import type { RolloutNode, RolloutPhase } from '@/lib/snapshot/rollout-view';
import type { Problem } from '@/lib/snapshot/source-view';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { JournalEntry, RolloutJournal, StepData } from './rollout-journal';
import type { RolloutRecord } from './rollout-record';
import { takeEntry } from './rollout-record';

/** The process stops, or its journal cannot be written: whoever comes next goes on from what the journal says. */
export class InterruptedError extends Error {
  override name = 'InterruptedError';
}

/** An entry as a caller gives it: the time is added. */
type Undated<Entry> = Entry extends JournalEntry ? Omit<Entry, 'timestamp'> : never;
export type NewEntry = Undated<JournalEntry>;

export type StepPlan = { what: string; node?: string; data?: StepData };

/** Does the steps of one rollout, each written to the journal before it is done and ended after. */
export class StepRunner {
  constructor(
    readonly record: RolloutRecord,
    private readonly journal: RolloutJournal,
    readonly signal: AbortSignal,
    private readonly onChange: (record: RolloutRecord) => void,
  ) {}

  /** Writes an entry, and takes it into the record once it is kept. Throws InterruptedError where it cannot be. */
  async write(entry: NewEntry): Promise<void> {
    if (this.signal.aborted) throw new InterruptedError('stopped');
    // The kind and its fields are those of the entry given; only the time is new.
    const dated = { timestamp: new Date().toISOString(), ...entry } as JournalEntry;
    try {
      await this.journal.append(dated);
    } catch (error) {
      throw new InterruptedError('the journal cannot be written', { cause: error });
    }
    takeEntry(this.record, dated);
    this.onChange(this.record);
  }

  isDone(key: string): boolean {
    return this.record.steps.some((step) => step.key === key && step.outcome === 'ok');
  }

  /** What a step was begun with; null where it was not begun. */
  dataOf(key: string): StepData | null {
    return this.record.steps.findLast((step) => step.key === key)?.data ?? null;
  }

  /**
   * Does a step once: not at all where it has ended well; with the data it was begun with where it was cut off.
   * `perform` may be called a second time with the same data, and must then have no second effect. It gives a detail.
   */
  async step(
    key: string,
    plan: () => StepPlan | Promise<StepPlan>,
    perform: (data: StepData) => Promise<string | null>,
  ): Promise<void> {
    if (this.isDone(key)) return;
    let step = this.record.steps.findLast((one) => one.key === key && one.outcome === null);
    const { id: rolloutId } = this.record;
    if (step === undefined) {
      const { what, node = null, data = {} } = await plan();
      const number = this.record.steps.length + 1;
      await this.write({ kind: 'step', rolloutId, number, key, what, node, data });
      step = this.record.steps.at(-1);
    }
    if (step === undefined) return;
    const { number, data } = step;
    try {
      const detail = await perform(data);
      await this.write({ kind: 'step-end', rolloutId, number, outcome: 'ok', detail });
    } catch (error) {
      if (error instanceof InterruptedError || this.signal.aborted) throw error;
      const { detail } = toProblem(error);
      await this.write({ kind: 'step-end', rolloutId, number, outcome: 'failed', detail });
      throw error;
    }
  }

  async phase(phase: RolloutPhase, problem: Problem | null = null): Promise<void> {
    if (this.record.phase === phase && this.record.endedTimestamp === null && problem === null) return;
    await this.write({ kind: 'phase', rolloutId: this.record.id, phase, problem });
  }

  async end(
    phase: RolloutPhase,
    {
      nodes,
      problemsAfter,
      problem,
    }: { nodes: RolloutNode[]; problemsAfter: number | null; problem: Problem | null },
  ): Promise<void> {
    await this.write({ kind: 'ended', rolloutId: this.record.id, phase, nodes, problemsAfter, problem });
  }
}
