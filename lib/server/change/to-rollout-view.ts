import type { AuditEntry, RolloutList, RolloutNode, RolloutView } from '@/lib/snapshot/rollout-view';
import type { JournalEntry } from './rollout-journal';
import type { RolloutRecord } from './rollout-record';
import { actionsOf, isPaused } from './rollout-record';

/** Makes the view of a rollout; `nodes` are as they stand now, for one that has not ended. */
export function toRolloutView(record: RolloutRecord, nodes: RolloutNode[]): RolloutView {
  return {
    ...toRolloutItem(record),
    nodes: record.finalNodes ?? nodes,
    steps: record.steps.map(({ number, startedTimestamp, endedTimestamp, what, node, outcome, detail }) => ({
      ...{ number, startedTimestamp, endedTimestamp, what, node, outcome, detail },
    })),
  };
}

/** The same without steps and nodes. */
export function toRolloutItem(record: RolloutRecord): RolloutList['items'][number] {
  const { id, planId, by, fromAddress, startedTimestamp, endedTimestamp, phase } = record;
  return {
    ...{ id, planId, by, fromAddress, startedTimestamp, endedTimestamp, phase },
    verifiedTimestamp: record.verifiedTimestamp,
    paused: endedTimestamp === null && isPaused(record),
    rollsBackOnFailure: record.rollsBackOnFailure,
    way: record.helm === undefined ? 'patch' : 'helm',
    changes: record.changes,
    chosenNodes: record.canary?.nodes ?? null,
    canary: canaryOf(record),
    problems: { before: record.problemsBefore, after: record.problemsAfter },
    problem: record.problem,
    actions: actionsOf(record),
  };
}

/** What became of the CiliumNodeConfig of a canary; null for a rollout to every node. */
function canaryOf({ canary, namespace, steps, phase, absorbedBy }: RolloutRecord): RolloutView['canary'] {
  if (canary === undefined) return null;
  const isWritten = steps.some(({ key, outcome }) => key === 'write' && outcome === 'ok');
  const isTaken = steps.some(({ key, outcome }) => key.startsWith('write-back:') && outcome === 'ok');
  return {
    object: `${namespace}/${canary.object.name}`,
    inForce: isWritten && !isTaken && absorbedBy === null && phase !== 'rolled-back',
    absorbedBy,
  };
}

const stepWords = (what: string, node: string | null): string => (node === null ? what : `${what} (${node})`);

/** Who a rollout's own steps are done for. */
type Person = Pick<AuditEntry, 'by' | 'fromAddress' | 'planId'>;

/** Draws the audit from the journal: one line for each thing that was asked, refused or done, oldest first. */
export function toAudit(entries: readonly JournalEntry[]): AuditEntry[] {
  const audit: Omit<AuditEntry, 'number'>[] = [];
  const people = new Map<string, Person>();
  const open = new Map<string, { what: string; node: string | null }>();
  for (const entry of entries) {
    const { timestamp } = entry;
    if (entry.kind === 'begun') {
      const { id, planId, by, fromAddress, changes } = entry.rollout;
      const person = { by, fromAddress, planId };
      people.set(id, person);
      const detail = changes
        .map(({ key, from, to }) => `${key}: ${from ?? 'not set'} → ${to ?? 'not set'}`)
        .join(', ');
      audit.push({ timestamp, ...person, rolloutId: id, what: 'rollout begun', outcome: 'ok', detail });
      continue;
    }
    const { rolloutId } = entry;
    const person = people.get(rolloutId ?? '') ?? { by: 'unknown', fromAddress: null, planId: null };
    const line = { timestamp, ...person, rolloutId };
    if (entry.kind === 'refused') {
      const { by, fromAddress, planId = person.planId, what, detail } = entry;
      audit.push({ ...line, by, fromAddress, planId, what, outcome: 'refused', detail });
    } else if (entry.kind === 'asked') {
      const who = { by: entry.by, fromAddress: entry.fromAddress, planId: person.planId };
      // What is done from now on is done for them.
      people.set(entry.rolloutId, who);
      audit.push({ ...line, ...who, what: `${entry.action} asked for`, outcome: 'ok', detail: null });
    } else if (entry.kind === 'step') {
      open.set(`${rolloutId} ${entry.number}`, entry);
    } else if (entry.kind === 'step-end') {
      const { what = 'step', node = null } = open.get(`${rolloutId} ${entry.number}`) ?? {};
      open.delete(`${rolloutId} ${entry.number}`);
      const { outcome, detail } = entry;
      audit.push({ ...line, what: stepWords(what, node), outcome, detail });
    } else if (entry.kind === 'ended') {
      const isGood = entry.phase === 'done' || entry.phase === 'rolled-back';
      const detail = entry.problem?.detail ?? null;
      audit.push({
        ...line,
        what: `rollout ended: ${entry.phase}`,
        outcome: isGood ? 'ok' : 'failed',
        detail,
      });
    } else if (entry.kind === 'agent-failed') {
      audit.push({ ...line, what: `agent failed (${entry.node})`, outcome: 'failed', detail: entry.line });
    } else if (entry.kind === 'phase' && entry.phase === 'rolling-back' && entry.problem !== null) {
      const { title, detail } = entry.problem;
      audit.push({ ...line, what: 'going back by itself', outcome: 'ok', detail: `${title}. ${detail}` });
    } else if (entry.kind === 'resumed') {
      const cutOff = [...open].filter(([key]) => key.startsWith(`${rolloutId} `));
      const steps = cutOff.map(([, { what, node }]) => stepWords(what, node)).join(', ');
      const detail = steps === '' ? 'It was between two steps.' : `It was in: ${steps}.`;
      audit.push({ ...line, what: 'resumed after the server had ended', outcome: 'ok', detail });
    }
  }
  return audit.map((line, index) => ({ number: index + 1, ...line }));
}
