import { afterEach, expect, it } from 'vitest';
import {
  begin,
  cleanUp,
  configOf,
  configWrites,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
  until,
} from './change-desk.fixture';
import type { DeskCluster } from './change-desk.fixture';
import { dyingJournal } from './dying-journal.fixture';

afterEach(cleanUp);

const limitMs = 900_000;

/** Kills a rollout at an entry of its journal and lets another desk go on; false where it had ended before. */
async function killAt(
  at: DeskCluster,
  dies: { at: number; when: 'before' | 'after' },
  change: { changes: Record<string, string>; unchecked: boolean },
): Promise<{ wasKilled: boolean; id: string | null }> {
  const journal = await dyingJournal(at.directory, ({ count }) => (count === dies.at ? dies.when : null));
  const first = await openDesk(at, { journal, unchecked: change.unchecked });
  const outcome = await first.begin(requestFor(at, change.changes), { fromAddress: null }).catch(() => null);
  const id = outcome !== null && 'view' in outcome ? outcome.view.id : null;
  await until(
    'it was killed or has ended',
    () => journal.isDead() || (id !== null && first.get(id)?.endedTimestamp),
  );
  await first.stop();
  return { wasKilled: journal.isDead(), id };
}

/** RollingUpdate is tried on the process itself, with SIGKILL: see e2e/rollout-killed.spec.ts. */
const strategy = 'OnDelete';

it.each([
  { changes: { 'bpf-lb-mode': 'dsr' }, unchecked: false, writes: 1, phase: 'done' },
  { changes: { 'bpf-lb-mode': 'dsrr' }, unchecked: true, writes: 2, phase: 'rolled-back' },
])(
  `a rollout of $changes with ${strategy} that is killed at any entry of its journal ends $phase, and writes $writes times`,
  async ({ changes, unchecked, writes, phase }) => {
    const at = await startDeskCluster();
    const updateStrategy = { type: strategy, rollingUpdate: null };
    at.cluster.api.patch('DaemonSet', 'cilium', 'kube-system', { spec: { updateStrategy } });
    const before = configOf(at);
    let rounds = 0;
    for (let entry = 1; ; entry += 1) {
      const results: boolean[] = [];
      for (const when of ['before', 'after'] as const) {
        const mark = at.cluster.requests().at(-1);
        const { wasKilled } = await killAt(at, { at: entry, when }, { changes, unchecked });
        results.push(wasKilled);
        const desk = await openDesk(at, { unchecked });
        desk.recover();
        const [latest] = desk.list().items;
        const isNew = latest !== undefined && desk.list().items.length > rounds;
        if (isNew) {
          rounds += 1;
          const view = await ended(desk, latest.id);
          expect(view, `killed ${when} entry ${entry}`).toMatchObject({ phase });
          expect(configWrites(at, mark), `killed ${when} entry ${entry}`).toBe(writes);
          if (phase === 'done') {
            const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'snat' }));
            await ended(desk, id);
            rounds += 1;
            await until('the agents are known', () => at.collector.ready());
          }
        } else {
          expect(configWrites(at, mark)).toBe(0);
        }
        await desk.stop();
      }
      if (!results.includes(true)) break;
    }
    expect(rounds).toBeGreaterThan(10);
    expect(configOf(at)).toEqual({ ...before, ...(phase === 'done' && { 'bpf-lb-mode': 'snat' }) });
  },
  limitMs,
);
