import { expect } from '@playwright/test';
import type { JournalEntry } from '@/lib/server/change/rollout-journal';
import type { AuditEntry, RolloutView } from '@/lib/snapshot/rollout-view';

const resumed = 'resumed after the server had ended';

/** Expects the audit to tell all of one rollout, by whom and from where, and to keep what it said before. */
export function checkAudit(
  audit: readonly AuditEntry[],
  earlier: readonly AuditEntry[],
  view: RolloutView,
  atDeath: readonly JournalEntry[] | null,
): void {
  expect(audit.slice(0, earlier.length), 'what the audit said before').toEqual(earlier);
  expect(audit.map(({ number }) => number)).toEqual(audit.map((_line, index) => index + 1));
  const lines = audit.slice(earlier.length);
  for (const line of lines) {
    expect(line).toMatchObject({ by: 'training-admin', fromAddress: '127.0.0.1', rolloutId: view.id });
  }
  expect(lines[0]).toMatchObject({ what: 'rollout begun', outcome: 'ok' });
  for (const { key, to } of view.changes) expect(lines[0]?.detail).toMatch(new RegExp(`${key}: .* → ${to}`));
  expect(lines.at(-1)).toMatchObject({ what: `rollout ended: ${view.phase}`, outcome: 'ok' });
  for (const { what, node, outcome } of view.steps) {
    expect(outcome, what).toBe('ok');
    const words = node === null ? what : `${what} (${node})`;
    const told = lines.filter((line) => line.what === words);
    expect(told, `the line of the step: ${words}`).toMatchObject([{ outcome: 'ok' }]);
  }
  const failures = lines.map(({ what }) => what).filter((what) => what.startsWith('agent failed'));
  expect(failures.length, 'each failure is told once').toBe(new Set(failures).size);
  const returns = lines.filter(({ what }) => what === resumed);
  const last = atDeath?.at(-1);
  if (last === undefined || last.kind === 'ended') return expect(returns).toEqual([]);
  const detail = last.kind === 'step' ? `It was in: ${last.what}` : 'It was between two steps.';
  expect(returns).toMatchObject([{ outcome: 'ok', detail: expect.stringContaining(detail) }]);
}
