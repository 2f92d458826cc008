import { afterEach, describe, expect, it } from 'vitest';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
import type { RolloutRequest, RolloutView } from '@/lib/snapshot/rollout-view';
import {
  begin,
  cleanUp,
  configOf,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
  until,
} from './change-desk.fixture';
import type { DeskCluster } from './change-desk.fixture';
import { dyingJournal } from './dying-journal.fixture';
import type { Dies } from './dying-journal.fixture';

afterEach(cleanUp);

const limitMs = 600_000;
const speed = 30;
const key = 'bpf-lb-acceleration';
const xdp = { [key]: 'best-effort' };
const kpr = { 'kube-proxy-replacement': 'false' };

const start = () => startDeskCluster(speed, dualStack);
const nodesOf = ({ collector }: DeskCluster) =>
  collector
    .agents()
    .items.map(({ node }) => node)
    .sort();
const nodeConfigs = ({ cluster }: DeskCluster) => cluster.api.list('CiliumNodeConfig');

/** How often something was done to CiliumNodeConfigs since a request, dry runs aside. */
function writes({ cluster }: DeskCluster, method: 'POST' | 'DELETE', after: unknown): number {
  const requests = cluster.requests();
  const first = requests.findIndex((request) => request === after) + 1;
  return requests.slice(first).filter(({ method: done, url, code }) => {
    const isWrite = done === method && url.includes('/ciliumnodeconfigs') && !url.includes('dryRun');
    return isWrite && code >= 200 && code < 300;
  }).length;
}

/**
 * Begins a rollout, and its way back after it, with a journal that dies somewhere; then another desk goes on to the end.
 * The view is null where it died before the rollout was begun.
 */
async function killed(
  at: DeskCluster,
  dies: Dies,
  request: RolloutRequest,
  { andBack = false } = {},
): Promise<{ wasKilled: boolean; view: RolloutView | null }> {
  const journal = await dyingJournal(at.directory, dies);
  const known = (await journal.read()).filter(({ kind }) => kind === 'begun').length;
  const first = await openDesk(at, { journal, unchecked: true });
  const isOver = () => {
    const [latest] = first.list().items;
    return journal.isDead() || (latest !== undefined && latest.endedTimestamp !== null);
  };
  await first.begin(request, { fromAddress: null }).catch(() => null);
  await until('it was killed or has ended', isOver);
  const [begun] = first.list().items;
  if (andBack && begun !== undefined && !journal.isDead()) {
    await first.act(begun.id, 'rollback', { fromAddress: null }).catch(() => null);
    await until('its way back was killed or has ended', isOver);
  }
  await first.stop();
  const desk = await openDesk(at, { unchecked: true });
  desk.recover();
  const { items } = desk.list();
  const [latest] = items;
  const isNew = items.length > known;
  const view = latest === undefined || !isNew ? null : await ended(desk, latest.id);
  await desk.stop();
  return { wasKilled: journal.isDead(), view };
}

async function undo(at: DeskCluster, id: string): Promise<void> {
  const desk = await openDesk(at);
  await desk.act(id, 'rollback', { fromAddress: null });
  expect((await ended(desk, id)).phase).toBe('rolled-back');
  await desk.stop();
}

describe('a canary that is killed at any entry of its journal', () => {
  it.each([
    { value: 'best-effort', phase: 'done', deleted: 0 },
    { value: 'turbo', phase: 'rolled-back', deleted: 1 },
  ])(
    'with $value ends $phase, and writes its object once',
    async ({ value, phase, deleted }) => {
      const at = await start();
      const [first = ''] = nodesOf(at);
      let rounds = 0;
      for (let number = 1, died = true; died; number += 1) {
        died = false;
        for (const when of ['before', 'after'] as const) {
          const mark = at.cluster.requests().at(-1);
          const dies: Dies = ({ count }) => (count === number ? when : null);
          const request = requestFor(at, { [key]: value }, [first]);
          const { wasKilled, view } = await killed(at, dies, request);
          died ||= wasKilled;
          const told = `killed ${when} entry ${number}`;
          if (view === null) {
            expect(writes(at, 'POST', mark), told).toBe(0);
            continue;
          }
          rounds += 1;
          expect(view, told).toMatchObject({ phase });
          expect(writes(at, 'POST', mark), told).toBe(1);
          expect(writes(at, 'DELETE', mark), told).toBe(deleted);
          if (phase === 'done') await undo(at, view.id);
          expect(nodeConfigs(at), told).toEqual([]);
          await until(
            'all is known again',
            () => at.collector.ready() && at.collector.agent(first)?.podReady,
          );
        }
      }
      expect(rounds).toBeGreaterThan(15);
    },
    limitMs,
  );
});

/** Every way to be killed at the steps whose keys begin so. */
const waysAt = (...keys: string[]) =>
  keys.flatMap((of) =>
    (['step', 'step-end'] as const).flatMap((kind) =>
      (['before', 'after'] as const).map((when) => ({
        name: `${when} ${kind} ${of}`,
        dies: (({ entry, stepKey }) =>
          entry.kind === kind && stepKey?.startsWith(of) ? when : null) satisfies Dies,
      })),
    ),
  );

it(
  'a rollout that takes a canary along is finished, or undone with the canary in its place, wherever it was killed',
  async () => {
    const at = await start();
    const before = configOf(at);
    const [first = ''] = nodesOf(at);
    const desk = await openDesk(at);
    await ended(desk, (await begin(desk, requestFor(at, xdp, [first]))).id);
    await desk.stop();
    const spec = nodeConfigs(at)[0]?.spec;
    const known = () =>
      until('the canary is known to the plan', () => {
        const { id, canary } = at.collector.plan({ changes: xdp, nodes: null });
        return canary.replaces.length === 1 ? { changes: xdp, planId: id, despiteOwner: true } : null;
      });
    for (const { name, dies } of waysAt('remove:')) {
      const request = await known();
      const { wasKilled, view } = await killed(at, dies, request);
      expect(wasKilled, name).toBe(true);
      expect(view, name).toMatchObject({ phase: 'done' });
      expect(nodeConfigs(at), name).toEqual([]);
      await undo(at, view?.id ?? '');
      expect(nodeConfigs(at)[0]?.spec, name).toEqual(spec);
    }
    for (const { name, dies } of waysAt('restore:')) {
      const request = await known();
      const { wasKilled, view } = await killed(at, dies, request, { andBack: true });
      expect(wasKilled, name).toBe(true);
      expect(view, name).toMatchObject({ phase: 'rolled-back' });
      expect(nodeConfigs(at)[0]?.spec, name).toEqual(spec);
      expect(configOf(at), name).toEqual(before);
    }
  },
  limitMs,
);

it(
  'the operator restarts once on the way and once back, wherever the rollout was killed',
  async () => {
    const at = await start();
    const before = configOf(at);
    const restarts = (after: unknown): number => {
      const requests = at.cluster.requests();
      return requests
        .slice(requests.findIndex((request) => request === after) + 1)
        .filter(
          ({ method, url, code }) =>
            method === 'PATCH' &&
            url.includes('/deployments/cilium-operator') &&
            !url.includes('dryRun') &&
            code === 200,
        ).length;
    };
    for (const { name, dies } of waysAt('operator', 'operator-back:')) {
      const mark = at.cluster.requests().at(-1);
      const { wasKilled, view } = await killed(at, dies, requestFor(at, kpr), { andBack: true });
      expect(wasKilled, name).toBe(true);
      if (view?.phase === 'done') await undo(at, view.id);
      else expect(view, name).toMatchObject({ phase: 'rolled-back' });
      expect(restarts(mark), name).toBe(2);
      expect(configOf(at), name).toEqual(before);
      await until('all is known again', () => at.collector.ready());
    }
  },
  limitMs,
);
