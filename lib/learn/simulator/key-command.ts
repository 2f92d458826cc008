/** What a key asks of a simulator. */
export type KeyCommand =
  { kind: 'play' | 'back' | 'on' | 'first' | 'last' } | { kind: 'answer'; /** From 0. */ index: number };

/** Reads a key: Space plays, arrows step, 1 to 9 answer, Home and End go to the ends; null for all others. */
export function keyCommand(key: string): KeyCommand | null {
  if (/^[1-9]$/.test(key)) return { kind: 'answer', index: Number(key) - 1 };
  switch (key) {
    case ' ':
      return { kind: 'play' };
    case 'ArrowLeft':
      return { kind: 'back' };
    case 'ArrowRight':
      return { kind: 'on' };
    case 'Home':
      return { kind: 'first' };
    case 'End':
      return { kind: 'last' };
    default:
      return null;
  }
}

/** What has the focus, as far as keys are concerned: its tag in capitals, and its role. */
export type KeyTarget = { tag: string; role: string | null; isEditable: boolean };

const choices = ['radio', 'slider', 'tab', 'option', 'menuitem'];
const pressed = ['BUTTON', 'A', 'SUMMARY'];

/** True where a key belongs to what has the focus: text to a field, arrows to a choice, Space to a button. */
export function isTakenBy({ tag, role, isEditable }: KeyTarget, { kind }: KeyCommand): boolean {
  if (isEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(tag)) return true;
  if (kind === 'answer') return false;
  if (kind === 'play') return pressed.includes(tag) || role !== null;
  return role !== null && choices.includes(role);
}
