import { describe, expect, it } from 'vitest';
import { isTakenBy, keyCommand, type KeyTarget } from './key-command';

const page: KeyTarget = { tag: 'MAIN', role: null, isEditable: false };
const kinds = (target: KeyTarget) =>
  [' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '3'].filter((key) => {
    const command = keyCommand(key);
    return command !== null && !isTakenBy(target, command);
  });

describe('the keys of a simulator', () => {
  it('are Space, arrows, Home, End and figures', () => {
    expect(kinds(page)).toEqual([' ', 'ArrowLeft', 'ArrowRight', 'Home', 'End', '3']);
    expect(keyCommand('9')).toEqual({ kind: 'answer', index: 8 });
    for (const other of ['0', 'a', 'Enter', 'Tab', '12']) expect(keyCommand(other)).toBeNull();
  });

  it('are left to a field, but for figures to a choice, but for Space to a button', () => {
    expect(kinds({ ...page, tag: 'INPUT' })).toEqual([]);
    expect(kinds({ ...page, isEditable: true })).toEqual([]);
    expect(kinds({ tag: 'BUTTON', role: 'radio', isEditable: false })).toEqual(['3']);
    expect(kinds({ tag: 'SPAN', role: 'slider', isEditable: false })).toEqual(['3']);
    expect(kinds({ tag: 'BUTTON', role: null, isEditable: false })).toEqual([
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      '3',
    ]);
  });
});
