import { afterEach, expect, it } from 'vitest';
import { connectAs, startShop } from '@/lib/server/kube/shop-cluster.fixture';
import { LeaseLock } from './lease-lock';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

it('has one holder at a time, is taken over when it was not renewed, and is free when given back', async () => {
  const cluster = await startShop();
  cleanups.push(() => cluster.stop());
  const connection = connectAs(cluster, 'admin');
  const { signal } = new AbortController();
  let nowMs = Date.now();
  const lockOf = (holder: string) => new LeaseLock(connection, 'kube-system', holder, () => nowMs);
  const [one, two] = [lockOf('one'), lockOf('two')];

  const taken = await Promise.all([one.take(signal), two.take(signal)]);
  const winner = taken[0] === null ? 'one' : 'two';
  expect(taken.filter((other) => other === null)).toHaveLength(1);
  expect(taken).toContain(winner);
  const [mine, theirs] = winner === 'one' ? [one, two] : [two, one];

  nowMs += 20_000;
  expect(await mine.take(signal)).toBeNull();
  nowMs += 20_000;
  // It was renewed before its eyes.
  expect(await theirs.heldBy(signal)).toBe(winner);
  nowMs += 31_000;
  expect(await theirs.take(signal)).toBeNull();
  expect(await mine.take(signal)).not.toBeNull();

  await mine.release(signal);
  expect(await mine.heldBy(signal)).not.toBeNull();
  await theirs.release(signal);
  expect(await mine.take(signal)).toBeNull();
});
