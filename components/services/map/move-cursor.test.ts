import { expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { layoutMap } from './map-layout';
import { moveCursor } from './move-cursor';
import { groupFrontends, owners } from './service-block';

const rows = [
  frontendFixture('10.96.0.1', { backends: [backendFixture('10.1.0.1'), backendFixture('10.1.0.2')] }),
  frontendFixture('10.96.0.2', { backends: [backendFixture('10.1.0.2')] }),
];
const layout = layoutMap(
  groupFrontends(rows, owners(rows)),
  () => false,
  () => false,
);
const first = { kind: 'frontend', key: '10.96.0.1:80/TCP' } as const;
const last = { kind: 'frontend', key: '10.96.0.2:80/TCP' } as const;

test('down and up walk the frontends and stop at the ends', () => {
  expect(moveCursor(layout, null, 'down')).toEqual(first);
  expect(moveCursor(layout, first, 'down')).toEqual(last);
  expect(moveCursor(layout, last, 'down')).toEqual(last);
  expect(moveCursor(layout, first, 'up')).toEqual(first);
  expect(moveCursor(layout, first, 'last')).toEqual(last);
});

test('right goes to the first backend of the row, left back to a frontend that has it', () => {
  const backend = moveCursor(layout, last, 'right');
  expect(backend).toMatchObject({ kind: 'backend', key: '10.1.0.2:8080/TCP' });
  expect(moveCursor(layout, backend, 'left')).toEqual(first);
});

test('a row that is gone gives the keyboard to the first', () => {
  expect(moveCursor(layout, { kind: 'frontend', key: 'gone' }, 'down')).toEqual(first);
});
