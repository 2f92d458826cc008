import { expect, test } from 'vitest';
import { formatOffset, laneAxis, percentAt } from './lane-axis';
import { lanePieces } from './lane-pieces';
import { at, rolledBackFixture, runningFixture, stepFixture } from './rollout.fixture';

const ms = (seconds: number) => Date.parse(at(seconds));

function pieces(view: ReturnType<typeof runningFixture>, index: number, until: number) {
  const node = view.nodes[index];
  if (node === undefined) throw new Error(`the fixture has no node ${index}`);
  return lanePieces(view, node, ms(until)).map(({ look, fromMs, toMs }) => [
    look,
    (fromMs - ms(0)) / 1000,
    (toMs - ms(0)) / 1000,
  ]);
}

test('a lane is without gaps from the start to now, whatever the state', () => {
  for (const view of [runningFixture(), rolledBackFixture()])
    for (const [index] of view.nodes.entries()) {
      const all = pieces(view, index, 130);
      expect(all[0]?.[1]).toBe(0);
      expect(all.at(-1)?.[2]).toBe(130);
      all.slice(1).forEach((piece, at) => expect(piece[1]).toBe(all[at]?.[2]));
    }
});

test('a verified node waited, restarted, was ready, and is verified since it said so', () => {
  expect(pieces(runningFixture(), 0, 70)).toEqual([
    ['waiting', 0, 4],
    ['restarting', 4, 30],
    ['ready', 30, 32],
    ['verified', 32, 70],
  ]);
  expect(pieces(runningFixture(), 2, 70).at(-1)).toEqual(['restarting', 60, 70]);
  expect(pieces(runningFixture(), 3, 70)).toEqual([['waiting', 0, 70]]);
});

test('nothing is drawn beyond now, though the clock of the page is behind', () => {
  expect(pieces(runningFixture(), 0, 31.5).at(-1)).toEqual(['ready', 30, 31.5]);
});

test('a node that nobody restarts any more waited until the stop, and is left as it is', () => {
  expect(pieces(rolledBackFixture(), 2, 130)).toEqual([
    ['waiting', 0, 55],
    ['untouched', 55, 130],
  ]);
});

test('a failed one stays failed until it is taken back', () => {
  expect(pieces(rolledBackFixture(), 1, 130)).toEqual([
    ['waiting', 0, 34],
    ['restarting', 34, 55],
    ['failed', 55, 92],
    ['going-back', 92, 122],
    ['ready-old', 122, 124],
    ['reverted', 124, 130],
  ]);
});

test('the axis holds now, grows by whole ticks, and leaves a long pause out', () => {
  const view = runningFixture();
  expect(laneAxis(view, ms(70)).toMs).toBe(laneAxis(view, ms(71)).toMs);
  for (const seconds of [0, 1, 70, 400, 5000, 400_000]) {
    const axis = laneAxis(view, ms(seconds));
    expect(axis.ticksMs.length).toBeLessThanOrEqual(9);
    expect(percentAt(axis, ms(seconds))).toBeLessThan(100);
  }
  const later = {
    ...view,
    steps: [...view.steps, stepFixture(9, [90_000, 90_030], 'ConfigMap written back')],
  };
  expect(laneAxis(later, ms(90_040)).fromMs).toBe(ms(90_000));
});

test('offsets read as a clock', () => {
  expect([9, 161, 3723].map((seconds) => formatOffset(seconds * 1000))).toEqual(['0:09', '2:41', '1:02:03']);
});
