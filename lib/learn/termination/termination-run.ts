import type { NewConnection } from './new-connections';
import { newConnections } from './new-connections';
import type { OpenConnection } from './open-connections';
import { openConnections } from './open-connections';
import type { PodLife, PodPhase } from './pod-life';
import { podLife } from './pod-life';
import type { Conditions } from './slice-conditions';
import { sliceConditions } from './slice-conditions';
import type { Change, Span } from './span';
import { spansOf, startSeconds, valueAt } from './span';
import type { TableRow } from './table-row';
import { tableRow } from './table-row';
import type { TerminationParameters } from './termination-parameters';

/** Everything that happens from five seconds before a pod goes until nothing more does. */
export type TerminationRun = {
  life: PodLife;
  /** The second of the end: a little after the last change. */
  end: number;
  process: Span<PodPhase>[];
  slice: Span<Conditions>[];
  row: Span<TableRow>[];
  open: OpenConnection[];
  tried: NewConnection[];
  /** When the table no longer lists the pod; null where it does to the end. */
  unlistedAt: number | null;
};

/** A pod that stays. */
const stays = { listensUntil: Infinity, exitAt: Infinity };

const afterSeconds = 4;

/** Computes the seconds around the end of a pod. */
export function terminationRun(parameters: TerminationParameters): TerminationRun {
  const { lagSeconds, areAllDeleted, longestSeconds } = parameters;
  const life = podLife(parameters);
  const conditions = sliceConditions(parameters, life);
  const lastChange = Math.max(...conditions.map(({ at }) => at)) + lagSeconds;
  const end = Math.max(lastChange, life.exitAt, longestSeconds) + afterSeconds;
  const slice = spansOf(conditions, end);
  const row = spansOf(rowChanges(slice, parameters), end);
  const unlistedAt = row.find(({ value }) => value.states[0] === null)?.from ?? null;
  const second = areAllDeleted ? life : { ...life, ...stays };
  return {
    life,
    end,
    process: spansOf(life.phases, end),
    slice,
    row,
    open: openConnections(parameters, life, unlistedAt),
    tried: newConnections(parameters, row, [life, second], end),
    unlistedAt,
  };
}

function rowChanges(
  slice: readonly Span<Conditions>[],
  parameters: TerminationParameters,
): Change<TableRow>[] {
  const first = slice[0]?.value ?? null;
  return slice.map(({ from, value }) => ({
    at: from === startSeconds ? from : from + parameters.lagSeconds,
    value: tableRow([value, parameters.areAllDeleted ? value : first], parameters),
  }));
}

/** Gives the states that the table gives pod 1, one after the other; null: it is not listed. */
export function stateSequence({ row }: TerminationRun): TableRow['states'] {
  return spansOf(
    row.map(({ from, value }) => ({ at: from, value: value.states[0] ?? null })),
    0,
  ).map(({ value }) => value);
}

/** How many connections ended how. */
export type Counts = {
  /** Open before, and finished. */
  kept: number;
  broken: number;
  tried: number;
  answered: number;
  refused: number;
  unanswered: number;
};

/** Counts what ended up to a second. */
export function countsAt({ open, tried }: TerminationRun, at: number): Counts {
  const over = open.filter(({ endsAt }) => endsAt <= at);
  const before = tried.filter((each) => each.at <= at);
  const of = (end: NewConnection['end']) => before.filter((each) => each.end === end).length;
  return {
    kept: over.filter(({ end }) => end === 'done').length,
    broken: over.filter(({ end }) => end !== 'done').length,
    tried: before.length,
    answered: of('answered'),
    refused: of('refused'),
    unanswered: of('unanswered'),
  };
}

/** Gives the row that holds at a second. */
export function rowAt({ row }: TerminationRun, at: number): TableRow {
  return valueAt(row, at) ?? { states: [], candidates: [], isFallback: false };
}
