import { expect, test } from 'vitest';
import { resultInSlices } from './in-slices';

test('a long work lets others run before it has its result', async () => {
  const seen: string[] = [];
  function* work(): Generator<void, string> {
    for (let step = 0; step < 4; step += 1) {
      const until = performance.now() + 15;
      while (performance.now() < until);
      yield;
    }
    seen.push('end of the work');
    return 'result';
  }
  setTimeout(() => seen.push('another'), 0);
  expect(await resultInSlices(work())).toBe('result');
  expect(seen).toEqual(['another', 'end of the work']);
});

test('what goes wrong in a step is told', async () => {
  function* work(): Generator<void, string> {
    yield;
    throw new Error('no room');
  }
  await expect(resultInSlices(work())).rejects.toThrow('no room');
});
