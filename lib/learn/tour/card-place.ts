/** A box on the screen, in CSS pixels from its top left corner. */
export type Box = { x: number; y: number; width: number; height: number };

/** What of the screen a card may lie on. */
export type Room = Box;

const gapPx = 12;

/**
 * Gives where a card stands beside what it speaks of: below it, above it, right or left of it, where it fits first
 * without covering it; where it fits nowhere, at the bottom right, over it. Never outside `room`.
 */
export function cardPlace(target: Box | null, card: Pick<Box, 'width' | 'height'>, room: Room) {
  const right = room.x + room.width - card.width;
  const bottom = room.y + room.height - card.height;
  const inRoom = ({ x, y }: { x: number; y: number }) => ({
    x: between(x, room.x, right),
    y: between(y, room.y, bottom),
  });
  if (target === null) return inRoom({ x: room.x + (room.width - card.width) / 2, y: bottom });
  const beside = target.x + (target.width - card.width) / 2;
  const level = target.y + (target.height - card.height) / 2;
  const places = [
    { x: beside, y: target.y + target.height + gapPx },
    { x: beside, y: target.y - card.height - gapPx },
    { x: target.x + target.width + gapPx, y: level },
    { x: target.x - card.width - gapPx, y: level },
  ].map(inRoom);
  return places.find((place) => !overlaps({ ...place, ...card }, target)) ?? inRoom({ x: right, y: bottom });
}

function between(value: number, least: number, most: number): number {
  return Math.max(Math.min(value, most), least);
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}
