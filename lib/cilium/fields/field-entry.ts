import type { AgentStatus } from '../agent-status';
import type { DocsPage } from './docs-page';
import type { Release } from '../agent-version';
import type { VersionSpan } from './version-span';
import { inSpan } from './version-span';
import type { FieldContext } from './field-context';
import type { FieldId } from './field-id';
import type { FieldValue } from './field-value';
import type { Passage, ValuePassage } from './passage';
import type { Setting } from './setting';

/** A sentence people say, and what is so. */
export type Misunderstanding = { claim: string; truth: string; expert?: string } & VersionSpan;

/** Another way to see for oneself, besides the line itself. */
export type Check = {
  /** What runs in the agent's container, after the name of Cilium's command there. */
  args: readonly string[];
  /** What to look for in its answer. */
  shows: string;
} & VersionSpan;

/** Everything we tell of one line of `cilium status`. */
export type FieldEntry = {
  id: FieldId;
  /** The name as printed, without colon. */
  title: string;
  /** Labels as printed, without indent, dash and colon. */
  labels: readonly string[];
  /** The block the line stands in: the same word can name two lines. `output` is the first column of the output. */
  block: 'details' | 'nat46x64' | 'services' | 'annotations' | 'output';
  /** Dotted path into `AgentStatus`; null for a line that carries no value of its own. */
  path: string | null;
  /** Versions that print the line. */
  printed: readonly VersionSpan[];
  /** When those versions print it; empty for always. */
  printedWhen: string;
  /** One sentence: what it is. */
  what: Passage;
  why: readonly Passage[];
  value: (status: AgentStatus) => FieldValue;
  /** What this agent's value means, with the reader's own addresses where known. */
  meaning: (status: AgentStatus, context: FieldContext) => Passage[];
  /** What holds where the line is missing, if more can be said than which versions print it. */
  absent?: (status: AgentStatus, context: FieldContext) => string | null;
  /** What it costs, for every value or for some. */
  costs: readonly ValuePassage[];
  misunderstood: readonly Misunderstanding[];
  prerequisites: readonly Passage[];
  settings: readonly Setting[];
  /** The value now, in the words of the setting; null where it cannot be told. */
  current: (status: AgentStatus) => string | null;
  /** What to look for in `status --verbose`, as a pattern for grep. */
  grep: string;
  /** How many lines below a found one hold its values; none where they stand on it. */
  grepLinesAfter?: number;
  /** More ways to verify it by hand. */
  checks?: readonly Check[];
  versions: readonly string[];
  docs: DocsPage;
  related: readonly FieldId[];
};

/** Gives what a field costs on an agent, with the value it has there. */
export function costsOf({ costs, current }: FieldEntry, status: AgentStatus): readonly Passage[] {
  const value = current(status);
  return costs.filter(
    (cost) => typeof cost === 'string' || !('when' in cost) || (value !== null && cost.when.includes(value)),
  );
}

/**
 * Gives what a field would cost with each other value that its setting offers in `version`, what holds for every value
 * left out; empty where the value now cannot be told.
 */
export function costsOfOthers(
  { costs, current, settings }: FieldEntry,
  status: AgentStatus,
  version: Release | null,
): { value: string; costs: readonly Passage[] }[] {
  const now = current(status);
  const setting = settings.find((one) => inSpan(version, one));
  if (now === null || setting === undefined) return [];
  return setting.values
    .filter((value) => value !== now)
    .map((value) => ({
      value,
      costs: costs.filter((cost) => typeof cost !== 'string' && 'when' in cost && cost.when.includes(value)),
    }))
    .filter((one) => one.costs.length > 0);
}
