import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { strides } from './maglev-state';
import { stopAtTurn, stopCount, strideTurns, turnsAtStop } from './turn-stops';

test('stops run from an empty table to the whole one, and each is found again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...maglevTableSizes),
      fc.constantFrom(...strides),
      fc.integer({ min: 1, max: 26 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (size, stride, backends, part) => {
        const turns = strideTurns(stride, size, backends);
        const count = stopCount(size, turns);
        expect(turnsAtStop(0, size, turns)).toBe(0);
        expect(turnsAtStop(count - 1, size, turns)).toBe(size);
        expect(turnsAtStop(count - 2, size, turns)).toBeLessThan(size);
        const stop = Math.floor(part * (count - 1));
        expect(stopAtTurn(turnsAtStop(stop, size, turns), size, turns)).toBe(stop);
        expect(stopAtTurn(null, size, turns)).toBe(count - 1);
      },
    ),
  );
});
