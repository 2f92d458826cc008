import { openFileJournal } from './file-journal';
import type { JournalEntry, RolloutJournal } from './rollout-journal';

/** An entry, the how many-th it is from 1, and the key of the step it belongs to. */
export type DyingEntry = { entry: JournalEntry; count: number; stepKey: string | null };

/** Whether a process is killed at an entry: before it is written, or after. */
export type Dies = (at: DyingEntry) => 'before' | 'after' | null;

/** The same journal, that fails for ever from an entry on, as a process does that is killed there. */
export async function dyingJournal(
  directory: string,
  dies: Dies,
): Promise<RolloutJournal & { isDead: () => boolean }> {
  const journal = await openFileJournal(directory);
  const keys = new Map<number, string>();
  let count = 0;
  let isDead = false;
  return {
    isDead: () => isDead,
    read: () => journal.read(),
    async append(entry) {
      if (isDead) throw new Error('killed');
      count += 1;
      if (entry.kind === 'step') keys.set(entry.number, entry.key);
      const number = entry.kind === 'step' || entry.kind === 'step-end' ? entry.number : null;
      const stepKey = number === null ? null : (keys.get(number) ?? null);
      const when = dies({ entry, count, stepKey });
      if (when !== 'before') await journal.append(entry);
      if (when === null) return;
      isDead = true;
      throw new Error('killed');
    },
  };
}
