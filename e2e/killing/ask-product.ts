import { paths } from '@/lib/paths';
import type { JournalEntry } from '@/lib/server/change/rollout-journal';
import type { AuditEntry, RolloutView } from '@/lib/snapshot/rollout-view';

async function answerOf<Answer>(url: string, body?: object): Promise<Answer> {
  const init = body && {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const answer = await fetch(url, init);
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  // What the product's own document of its API says; the tests of that document hold it to it.
  return (await answer.json()) as Answer;
}

/** Plans these changes and begins their rollout, as a script would. Rejects where the product refuses, or dies of it. */
export async function beginRollout(url: string, changes: Record<string, string>): Promise<RolloutView> {
  const { id: planId, applicable } = await answerOf<{ id: string; applicable: boolean }>(
    `${url}${paths.api.plans}`,
    { changes },
  );
  if (!applicable) throw new Error('the pre-flight refuses it');
  // A Helm release owns the training cluster's ConfigMap.
  return answerOf(`${url}${paths.api.rollouts}`, { changes, planId, despiteOwner: true });
}

/** The rollout that was begun last; null where there was none. */
export async function latestRollout(url: string): Promise<RolloutView | null> {
  const { items } = await answerOf<{ items: RolloutView[] }>(`${url}${paths.api.rollouts}`);
  const [latest] = items;
  return latest === undefined ? null : answerOf(`${url}${paths.api.rollout(latest.id)}`);
}

/** The whole audit. */
export async function auditOf(url: string): Promise<AuditEntry[]> {
  return (await answerOf<{ items: AuditEntry[] }>(`${url}${paths.api.audit}`)).items;
}

/** What an agent prints now for `cilium status --verbose`. */
export async function statusTextOf(url: string, node: string): Promise<string> {
  return (await answerOf<{ stdout?: string }>(`${url}${paths.api.raw(node, 'status')}`)).stdout ?? '';
}

/** The entries of a journal's text, oldest first. */
export function entriesOf(text: string): JournalEntry[] {
  // A line that was cut off says nothing; the product takes it away when it starts.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  return whole
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as JournalEntry);
}
