import { unknown, type Verdict } from './verdict';

/** What of the cluster that is looked at bears on whether a task can be done there. */
type Looked = { kind: string; title: string; scenario: string | null };

/**
 * Gives a verdict as it is to be said on the cluster that is looked at: what cannot be judged on another than the task
 * plays on is for want of that one, and says so. `scenario` undefined: it plays on any; `source` undefined: not known.
 */
export function onOtherCluster(
  verdict: Verdict,
  scenario: string | undefined,
  source: Looked | undefined,
): Verdict {
  if (verdict.is !== 'unknown' || scenario === undefined || source === undefined) return verdict;
  if (source.scenario === scenario) return verdict;
  const way =
    source.kind === 'training'
      ? `Switch to ${scenario} first.`
      : `Start the product with --training ${scenario} first.`;
  return unknown(
    `You look at ${source.title}, and this task plays on the training cluster ${scenario}. ${way}`,
  );
}
