import { expect, test } from 'vitest';
import { backendFixture } from '../frontend.fixture';
import { foldLines, namesBackend } from './fold-lines';

const lines = [
  '23   203.0.113.10:443       LoadBalancer   1 => 192.168.22.7:8080 (active)        ',
  '                                           2 => 192.168.20.14:8080 (active)       ',
];
const bad = namesBackend([backendFixture('192.168.20.14')]);

test('a row is folded once, before its first backend, and says so', () => {
  expect(foldLines(lines, bad)).toEqual([
    { text: '23   203.0.113.10:443   LoadBalancer', folded: true, bad: false },
    { text: '     1 => 192.168.22.7:8080 (active)', folded: false, bad: false },
    { text: '     2 => 192.168.20.14:8080 (active)', folded: false, bad: true },
  ]);
});

test('a row without backends stays one line', () => {
  expect(foldLines(['9    10.100.140.3:80   ClusterIP   '], bad)).toEqual([
    { text: '9   10.100.140.3:80   ClusterIP', folded: false, bad: false },
  ]);
});

test('an address that only begins alike is another one', () => {
  expect(bad('4 => 192.168.20.140:8080 (active)')).toBe(false);
  expect(bad('4 => 192.168.20.14:8080/TCP (active)')).toBe(true);
});
