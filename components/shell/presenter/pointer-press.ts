/** A key pressed for longer than this was held, not tapped. */
const tapMs = 350;

/** Whether the pointer is on, and since when the key that turned it on is down; null where none is. */
export type PointerState = { on: boolean; pressedMs: number | null };

export const pointerOff: PointerState = { on: false, pressedMs: null };

/** The key goes down: what is off comes on, what was left on goes off. */
export function pointerDown({ on }: PointerState, nowMs: number): PointerState {
  return on ? pointerOff : { on: true, pressedMs: nowMs };
}

/** The key comes up: tapped, the pointer stays on; held, it was on for as long. */
export function pointerUp(state: PointerState, nowMs: number): PointerState {
  if (state.pressedMs === null) return state;
  return { on: nowMs - state.pressedMs < tapMs, pressedMs: null };
}
