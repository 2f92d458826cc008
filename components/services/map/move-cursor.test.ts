import { expect, test } from 'vitest';
import { backendFixture, frontendFixture } from '../frontend.fixture';
import { layoutMap, mapMetrics } from './map-layout';
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
const block = 'service shop/web';
const first = { kind: 'frontend', key: '10.96.0.1:80/TCP', block } as const;
const last = { kind: 'frontend', key: '10.96.0.2:80/TCP', block } as const;

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

test('a Service drawn as one line is a stop, and one opened among them has its rows', () => {
  const services = ['a', 'b', 'c'].map((name, at) =>
    frontendFixture(`10.96.1.${at}`, {
      service: { namespace: 'shop', name, portName: null },
      backends: [backendFixture(`10.1.1.${at}`)],
    }),
  );
  const lines = layoutMap(
    groupFrontends(services, owners(services)),
    () => false,
    () => false,
    mapMetrics,
    ({ name }) => (name === 'b' ? 'backends' : 'services'),
  );
  const a = moveCursor(lines, null, 'first');
  const b = moveCursor(lines, a, 'down');
  const c = moveCursor(lines, b, 'down');
  expect(a).toEqual({ kind: 'block', block: 'service shop/a' });
  expect(b).toEqual({ kind: 'frontend', key: '10.96.1.1:80/TCP', block: 'service shop/b' });
  expect(c).toEqual({ kind: 'block', block: 'service shop/c' });
  expect(moveCursor(lines, c, 'up')).toEqual(b);
  expect(moveCursor(lines, a, 'right')).toEqual(a);
});
