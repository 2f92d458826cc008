import { expect, test } from '@playwright/test';
import type { JournalEntry } from '@/lib/server/change/rollout-journal';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { auditOf, beginRollout, entriesOf, latestRollout, statusTextOf } from './killing/ask-product';
import { changeCounts } from './killing/change-counts';
import { checkAudit } from './killing/check-audit';
import { KillableProduct, until, type Death } from './killing/killable-product';

const limitMs = 300_000;

type Case = {
  name: string;
  changes: (config: Record<string, string>) => Record<string, string>;
  phase: 'done' | 'rolled-back';
  /** Of the ConfigMap, and of the DaemonSet: there, or there and back. */
  writes: number;
  /** Into how many tests the entries are dealt, so that none comes near its limit. */
  slices: number;
  /** What every agent prints at the end. */
  status: (config: Record<string, string>) => RegExp;
};

const succeeds: Case = {
  name: 'a rollout that succeeds',
  changes: (config) => ({ 'bpf-lb-mode': config['bpf-lb-mode'] === 'dsr' ? 'snat' : 'dsr' }),
  phase: 'done',
  writes: 1,
  slices: 3,
  status: (config) => (config['bpf-lb-mode'] === 'dsr' ? /Mode:\s+DSR/ : /Mode:\s+SNAT/),
};

const fails: Case = {
  // The pre-flight cannot know which ports the kernel of a node hands out, and every agent dies of it.
  name: 'a rollout that fails',
  changes: () => ({ 'node-port-range': '61000,62000' }),
  phase: 'rolled-back',
  writes: 2,
  slices: 5,
  status: () => /NodePort:\s+Enabled \(Range: 30000-32767\)/,
};

let product: KillableProduct;
test.beforeEach(async () => {
  test.setTimeout(limitMs);
  product = await KillableProduct.start();
});
test.afterEach(() => product.stop());

const configOf = () => product.cluster.api.get('ConfigMap', 'cilium-config', 'kube-system')?.data ?? {};
const sole = ({ kind }: JournalEntry) => kind !== 'resumed';

/** The rollout that ended after one of another name; null while there is none. */
async function ended(formerId: string | undefined): Promise<RolloutView | null> {
  const latest = await latestRollout(product.url);
  return latest !== null && latest.id !== formerId && latest.endedTimestamp !== null ? latest : null;
}

/** Begins a rollout that dies as ordered, lets another process go on, and checks how it ended. Gives its last entry when it died; null where it had ended before. */
async function dieAndReturn(one: Case, death: Death): Promise<JournalEntry | null> {
  const told = `killed ${death.when} entry ${death.entry}`;
  const config = configOf();
  const changes = one.changes(config);
  const earlier = { audit: await auditOf(product.url), journal: product.journalText() };
  const former = await latestRollout(product.url);
  const sinceMs = product.cluster.api.nowMs();
  const { daemonSetGeneration } = changeCounts(product.cluster, sinceMs);

  product.order(death);
  await beginRollout(product.url, changes).catch((error: unknown) => {
    if (!product.isDead() && !(error instanceof TypeError)) throw error;
  });
  await until(`${told}: it died or has ended`, async () => {
    if (product.isDead()) return true;
    return (await ended(former?.id).catch(() => null)) !== null;
  });
  const wasKilled = product.isDead();
  product.order(null);
  const textAtDeath = product.journalText();
  const atDeath = entriesOf(textAtDeath.slice(earlier.journal.length));
  if (wasKilled) {
    const count = death.when === 'after' ? death.entry : death.entry - 1;
    expect(atDeath.length, `${told}: entries in the journal`).toBe(count);
    await product.startAgain();
  }
  const view = await until(`${told}: it ends`, () => ended(former?.id));

  expect(view.phase, told).toBe(one.phase);
  expect(configOf(), told).toEqual(one.phase === 'done' ? { ...config, ...changes } : config);
  const counts = changeCounts(product.cluster, sinceMs);
  expect(counts.configWrites, `${told}: writes of the ConfigMap`).toBe(one.writes);
  expect(counts.daemonSetGeneration - daemonSetGeneration, `${told}: writes of the DaemonSet`).toBe(
    one.writes,
  );
  for (const { node } of view.nodes) {
    expect(await statusTextOf(product.url, node), told).toMatch(one.status(configOf()));
  }
  const text = product.journalText();
  expect(text.startsWith(textAtDeath), `${told}: what the journal had is kept`).toBe(true);
  expect(entriesOf(text).at(-1)).toMatchObject({ kind: 'ended', rolloutId: view.id });
  checkAudit(await auditOf(product.url), earlier.audit, view, wasKilled ? atDeath : null);
  return wasKilled ? (atDeath.at(-1) ?? null) : null;
}

/** Whether something was done to the cluster that the entry is about to tell. */
function hasEffect(entry: JournalEntry, all: readonly JournalEntry[]): boolean {
  if (entry.kind !== 'step-end') return false;
  const step = all.find(
    (other) => other.kind === 'step' && other.rolloutId === entry.rolloutId && other.number === entry.number,
  );
  return step?.kind === 'step' && /^(write|restart|delete)/.test(step.key);
}

for (const one of [succeeds, fails]) {
  for (let first = 1; first <= one.slices; first += 1) {
    const more = `${first}, ${first + one.slices}`;
    test(`${one.name}, killed at entry ${more} … of its journal, is gone on with once`, async () => {
      let rounds = 0;
      for (let entry = first; ; entry += one.slices) {
        const last = await dieAndReturn(one, { entry, when: 'after' });
        if (last === null) break;
        rounds += 1;
        // Done, and not yet told.
        if (!hasEffect(last, entriesOf(product.journalText()))) continue;
        expect(await dieAndReturn(one, { entry, when: 'before' }), `it died before ${entry}`).not.toBeNull();
      }
      expect(rounds).toBeGreaterThan(1);
    });
  }
}

test('a rollout that fails gets to its end where every process dies after one entry', async () => {
  const config = configOf();
  const sinceMs = product.cluster.api.nowMs();
  const { daemonSetGeneration } = changeCounts(product.cluster, sinceMs);
  product.order({ entry: 1, when: 'after' });
  await beginRollout(product.url, fails.changes(config)).catch(() => null);
  await until('the first process dies', () => product.isDead());
  let deaths = 0;
  while (product.isDead()) {
    deaths += 1;
    await product.startAgain().catch((error: unknown) => {
      if (!product.isDead()) throw error;
    });
    if (product.isDead()) continue;
    await until(
      'it dies or has ended',
      async () => product.isDead() || (await ended(undefined).catch(() => null)),
    );
  }
  const view = await until('it has ended', () => ended(undefined));
  expect(view.phase).toBe(fails.phase);
  const entries = entriesOf(product.journalText());
  expect(entries.filter(sole).length).toBe(deaths);
  expect(entries.filter((entry) => !sole(entry)).length).toBe(deaths - 1);
  const counts = changeCounts(product.cluster, sinceMs);
  expect(counts.configWrites).toBe(fails.writes);
  expect(counts.daemonSetGeneration - daemonSetGeneration).toBe(fails.writes);
  expect(configOf()).toEqual(config);
});
