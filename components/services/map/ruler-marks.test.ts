import { expect, test } from 'vitest';
import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { frontendFixture } from '../frontend.fixture';
import { layoutMap } from './map-layout';
import { rulerMarks } from './ruler-marks';
import { groupFrontends, owners } from './service-block';

const service = (namespace: string, name: string) => ({ namespace, name, portName: null });
const bad = [problemFixture('missing-backend')];
const rows = Array.from({ length: 1_000 }, (_, at) =>
  frontendFixture(`10.96.${at >> 8}.${at & 255}`, {
    service: service(at < 500 ? 'a' : 'b', `web-${String(at).padStart(4, '0')}`),
    problems: at === 10 || at === 11 || at === 900 ? bad : [],
  }),
);
const groups = groupFrontends(rows, owners(rows));
const layoutOf = (isCollapsed: (value: string) => boolean) => layoutMap(groups, () => false, isCollapsed);

test('problems are at their share of the height, neighbours as one mark', () => {
  const layout = layoutOf(() => false);
  const marks = rulerMarks(layout, 'service b/web-0900', 500);
  expect(marks.groups).toHaveLength(2);
  expect(marks.problems).toHaveLength(2);
  expect(marks.problems[0]?.top).toBeCloseTo(500 * 0.0105, 0);
  expect(marks.problems[1]?.top).toBeCloseTo(450, -1);
  expect(marks.selected?.top).toBeCloseTo(marks.problems[1]?.top ?? 0);
});

test('a folded group is marked at its head where something in it is wrong', () => {
  const layout = layoutOf((value) => value === 'b');
  const marks = rulerMarks(layout, null, 500);
  expect(marks.problems.at(-1)?.top).toBeCloseTo(marks.groups[1] ?? 0);
});

test('an empty list has none', () => {
  const empty = layoutMap(
    [],
    () => false,
    () => false,
  );
  expect(rulerMarks(empty, null, 500)).toEqual({ groups: [], problems: [], selected: null });
});
