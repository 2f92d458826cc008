import { expect, test } from 'vitest';
import { pointerDown, pointerOff, pointerUp } from './pointer-press';

test('a tap leaves the pointer on, the next takes it away', () => {
  const tapped = pointerUp(pointerDown(pointerOff, 1000), 1100);
  expect(tapped.on).toBe(true);
  const again = pointerDown(tapped, 5000);
  expect(again.on).toBe(false);
  expect(pointerUp(again, 5100).on).toBe(false);
});

test('held, the pointer is there for as long', () => {
  const down = pointerDown(pointerOff, 1000);
  expect(down.on).toBe(true);
  expect(pointerUp(down, 3000)).toEqual(pointerOff);
});

test('a key that comes up without having gone down changes nothing', () => {
  expect(pointerUp(pointerOff, 1000)).toEqual(pointerOff);
});
