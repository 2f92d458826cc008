import { expect, test } from 'vitest';
import { nextSpeed, speeds, stepTimeMs } from './speed';

test('one button goes through every speed and comes back', () => {
  const seen = speeds.map((_, turns) =>
    Array.from({ length: turns }).reduce<'1' | '0.5' | '2'>(nextSpeed, '1'),
  );
  expect(new Set(seen)).toEqual(new Set(speeds));
  expect(nextSpeed('2')).toBe('0.5');
});

test('twice as fast is half the time', () => {
  expect(stepTimeMs('2') * 2).toBe(stepTimeMs('1'));
});
