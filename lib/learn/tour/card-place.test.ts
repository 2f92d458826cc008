import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardPlace } from './card-place';

const room = { x: 12, y: 60, width: 1000, height: 700 };
const card = { width: 300, height: 180 };

describe('where the card stands', () => {
  test('below, where there is room', () => {
    expect(cardPlace({ x: 400, y: 100, width: 100, height: 50 }, card, room)).toEqual({ x: 300, y: 162 });
  });

  test('above what stands at the bottom', () => {
    expect(cardPlace({ x: 400, y: 650, width: 100, height: 50 }, card, room)).toEqual({ x: 300, y: 458 });
  });

  test('beside what is as high as the screen', () => {
    expect(cardPlace({ x: 12, y: 60, width: 400, height: 700 }, card, room).x).toBe(424);
    expect(cardPlace({ x: 600, y: 60, width: 412, height: 700 }, card, room).x).toBe(288);
  });

  test('at the bottom right over what fills the screen', () => {
    expect(cardPlace({ x: 0, y: 0, width: 1100, height: 900 }, card, room)).toEqual({ x: 712, y: 580 });
  });

  test('at the bottom where there is nothing to stand beside', () => {
    expect(cardPlace(null, card, room)).toEqual({ x: 362, y: 580 });
  });

  test('never outside the room, wherever the target is', () => {
    const px = fc.integer({ min: -3000, max: 3000 });
    const size = fc.integer({ min: 0, max: 3000 });
    fc.assert(
      fc.property(px, px, size, size, (x, y, width, height) => {
        const place = cardPlace({ x, y, width, height }, card, room);
        expect(place.x).toBeGreaterThanOrEqual(room.x);
        expect(place.y).toBeGreaterThanOrEqual(room.y);
        expect(place.x + card.width).toBeLessThanOrEqual(room.x + room.width);
        expect(place.y + card.height).toBeLessThanOrEqual(room.y + room.height);
      }),
    );
  });
});
