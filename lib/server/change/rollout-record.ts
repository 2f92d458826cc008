import type {
  RolloutAction,
  RolloutMove,
  RolloutNode,
  RolloutPhase,
  RolloutStep,
} from '@/lib/snapshot/rollout-view';
import type { Problem } from '@/lib/snapshot/source-view';
import type { JournalEntry, RolloutStart, StepData } from './rollout-journal';

/** One step, and what it takes to do it again. Equal keys are the same step. */
export type StepRecord = RolloutStep & { key: string; data: StepData };

export type AgentFailure = { pod: string; line: string; ruleId: string | null; log: string[] };

/** All that the journal says of one rollout. */
export type RolloutRecord = RolloutStart & {
  startedTimestamp: string;
  endedTimestamp: string | null;
  phase: RolloutPhase;
  phaseTimestamp: string;
  steps: StepRecord[];
  /** What was asked for while it ran, in order. */
  asked: RolloutAction[];
  failures: Record<string, AgentFailure>;
  problem: Problem | null;
  problemsAfter: number | null;
  /** As they were when it ended. */
  finalNodes: RolloutNode[] | null;
  /** When every node that is concerned was first known to have the new values; a rollback takes nothing from it. */
  verifiedTimestamp: string | null;
  /** Of a canary: the rollout that brought its values to every node since. No entry says so; see `noteAbsorbed`. */
  absorbedBy: string | null;
  /** What nodes went through before it was taken up again, as in a rollback of an ended one. */
  pastMoves: Record<string, RolloutMove[]>;
};

/** The record of a rollout that has just begun. */
export function newRecord(rollout: RolloutStart, timestamp: string): RolloutRecord {
  return {
    ...rollout,
    startedTimestamp: timestamp,
    endedTimestamp: null,
    phase: 'writing',
    phaseTimestamp: timestamp,
    steps: [],
    asked: [],
    failures: {},
    problem: null,
    problemsAfter: null,
    finalNodes: null,
    verifiedTimestamp: null,
    absorbedBy: null,
    pastMoves: {},
  };
}

/** Takes one entry of the journal into the record of its rollout. */
export function takeEntry(record: RolloutRecord, entry: JournalEntry): void {
  const { timestamp } = entry;
  if (entry.kind === 'step') {
    const { number, key, what, node, data } = entry;
    const open = { startedTimestamp: timestamp, endedTimestamp: null, outcome: null, detail: null };
    record.steps.push({ number, key, what, node, data, ...open });
  } else if (entry.kind === 'step-end') {
    const { outcome, detail } = entry;
    const step = record.steps.find(({ number }) => number === entry.number);
    if (step !== undefined) Object.assign(step, { endedTimestamp: timestamp, outcome, detail });
    if (isEveryNodeVerified(record)) record.verifiedTimestamp ??= timestamp;
  } else if (entry.kind === 'phase') {
    if (record.phase !== entry.phase) record.phaseTimestamp = timestamp;
    record.phase = entry.phase;
    record.problem = entry.problem;
    record.endedTimestamp = null;
    for (const { node, history } of record.finalNodes ?? []) record.pastMoves[node] = history;
    record.finalNodes = null;
  } else if (entry.kind === 'agent-failed') {
    const { pod, line, ruleId, log } = entry;
    record.failures[entry.node] = { pod, line, ruleId, log };
  } else if (entry.kind === 'asked') {
    record.asked.push(entry.action);
  } else if (entry.kind === 'ended') {
    const { phase, nodes, problemsAfter, problem } = entry;
    const finalNodes = nodes.map((node) => ({ ...node, history: node.history ?? [] }));
    Object.assign(record, { phase, finalNodes, problemsAfter, problem, endedTimestamp: timestamp });
    // A node that went away on the way has no step of its own.
    if (phase === 'done') record.verifiedTimestamp ??= timestamp;
  }
}

function isEveryNodeVerified({ podsBefore, steps }: RolloutRecord): boolean {
  const verified = new Set(steps.flatMap(({ key, outcome }) => (outcome === 'ok' ? [key] : [])));
  const nodes = Object.keys(podsBefore);
  return nodes.length > 0 && nodes.every((node) => verified.has(`verify:${node}`));
}

/** Reads the rollouts out of a journal, oldest first. */
export function rolloutsOf(entries: readonly JournalEntry[]): Map<string, RolloutRecord> {
  const records = new Map<string, RolloutRecord>();
  for (const entry of entries) {
    if (entry.kind === 'begun') {
      records.set(entry.rollout.id, newRecord(entry.rollout, entry.timestamp));
    } else if (entry.rolloutId !== null) {
      const record = records.get(entry.rolloutId);
      if (record !== undefined) takeEntry(record, entry);
    }
  }
  return records;
}

/** True while it is asked to wait: the last of pause and resume counts. */
export function isPaused({ asked }: RolloutRecord): boolean {
  return asked.findLast((action) => action === 'pause' || action === 'resume') === 'pause';
}

/** True where the new values may be in the cluster: a write that failed wrote nothing, an upgrade that failed may have. */
export function mayBeWritten({ steps }: RolloutRecord): boolean {
  return steps.some(
    ({ key, outcome }) => (key === 'write' && outcome !== 'failed') || key === 'helm-upgrade',
  );
}

/** What may be asked of a rollout now. */
export function actionsOf(record: RolloutRecord): RolloutAction[] {
  // What it wrote is gone, and what it changed belongs to another now.
  if (record.absorbedBy !== null) return [];
  switch (record.phase) {
    case 'writing':
    case 'restarting':
    case 'verifying':
      return [isPaused(record) ? 'resume' : 'pause', 'abort', 'rollback'];
    case 'done':
    case 'aborted':
    case 'failed':
      return ['rollback'];
    default:
      return [];
  }
}
