import { afterEach, expect, test, vi } from 'vitest';
import type { AskOutcome } from './sweeper';
import { Sweeper } from './sweeper';

type Pending = { node: string; end: (outcome: AskOutcome) => void; signal: AbortSignal };

let sweeper: Sweeper | undefined;
afterEach(() => {
  vi.useRealTimers();
});

function start({ concurrency = 2, backOffMaxMs = 8_000 } = {}) {
  vi.useFakeTimers({ now: 1_000_000 });
  const pending: Pending[] = [];
  const asked: string[] = [];
  sweeper = new Sweeper({
    intervalMs: 1_000,
    concurrency,
    backOffMaxMs,
    random: () => 0.5,
    ask: (node, signal) => {
      asked.push(node);
      return new Promise((resolve) => pending.push({ node, end: resolve, signal }));
    },
  });
  const end = async (node: string, outcome: AskOutcome = 'answered') => {
    const at = pending.findIndex((one) => one.node === node);
    const [one] = pending.splice(at, 1);
    one?.end(outcome);
    await vi.advanceTimersByTimeAsync(0);
  };
  const endAll = async (outcome: AskOutcome = 'answered') => {
    for (const { node } of [...pending]) await end(node, outcome);
  };
  return { sweeper, pending, asked, end, endAll, advance: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

test('asks each agent at once and then each interval', async () => {
  const { sweeper, asked, endAll, advance } = start();
  sweeper.add('a');
  await endAll();
  await advance(990);
  expect(asked).toEqual(['a']);
  await advance(20);
  expect(asked).toEqual(['a', 'a']);
});

test('never asks more agents at a time than it may', async () => {
  const { sweeper, pending, end } = start({ concurrency: 2 });
  for (const node of ['a', 'b', 'c', 'd']) sweeper.add(node);
  expect(pending.map(({ node }) => node)).toEqual(['a', 'b']);
  await end('a');
  expect(pending.map(({ node }) => node)).toEqual(['b', 'c']);
});

test('asks first whom somebody looks at', async () => {
  const { sweeper, asked, end } = start({ concurrency: 1 });
  for (const node of ['a', 'b', 'c']) sweeper.add(node);
  sweeper.watch('c');
  await end('a');
  expect(asked).toEqual(['a', 'c']);
});

test('silent agents share a quarter of the places, so that the others go on', async () => {
  const { sweeper, pending, asked, end, endAll, advance } = start({ concurrency: 4 });
  const silent = ['s1', 's2', 's3', 's4', 's5', 's6'];
  for (const node of silent) sweeper.add(node);
  await endAll('slow');
  await endAll('slow');
  await advance(1_100);
  expect(pending.map(({ node }) => node)).toHaveLength(1);
  sweeper.add('live-1');
  sweeper.add('live-2');
  expect(pending.map(({ node }) => node).slice(1)).toEqual(['live-1', 'live-2']);
  await end('live-1');
  expect(asked.filter((node) => node === 'live-1')).toHaveLength(1);
});

test('an agent that fails is asked less and less often, and anew after it answered', async () => {
  const { sweeper, asked, endAll, advance } = start({ backOffMaxMs: 4_000 });
  sweeper.add('a');
  const gapsMs: number[] = [];
  for (let failure = 0; failure < 5; failure += 1) {
    const before = asked.length;
    await endAll('failed');
    let gapMs = 0;
    while (asked.length === before) {
      await advance(100);
      gapMs += 100;
    }
    gapsMs.push(gapMs);
  }
  expect(gapsMs).toEqual([1_000, 2_000, 4_000, 4_000, 4_000]);
  await endAll();
  await advance(1_000);
  expect(asked).toHaveLength(7);
});

test('a change of the API has agents asked sooner, but not those that back off', async () => {
  const { sweeper, asked, end, advance } = start();
  sweeper.add('a');
  sweeper.add('b');
  await end('a');
  await end('b', 'failed');
  await advance(300);
  sweeper.hurry();
  await advance(10);
  expect(asked).toEqual(['a', 'b', 'a']);
});

test('a change while an agent is being asked has it asked again', async () => {
  const { sweeper, asked, endAll, advance } = start();
  sweeper.add('a');
  sweeper.hurry();
  await advance(300);
  await endAll();
  await advance(10);
  expect(asked).toEqual(['a', 'a']);
});

test('an agent whose pod is new is asked at once, however long it had failed', async () => {
  const { sweeper, asked, endAll } = start();
  sweeper.add('a');
  await endAll('failed');
  sweeper.add('a');
  expect(asked).toEqual(['a', 'a']);
});

test('an agent taken out is asked no more', async () => {
  const { sweeper, asked, endAll, advance } = start();
  sweeper.add('a');
  await endAll();
  sweeper.remove('a');
  await advance(5_000);
  expect(asked).toEqual(['a']);
});

test('stop ends what runs and waits for it', async () => {
  const { sweeper, pending } = start();
  sweeper.add('a');
  const stopped = sweeper.stop();
  expect(pending[0]?.signal.aborted).toBe(true);
  pending[0]?.end('failed');
  await stopped;
});
