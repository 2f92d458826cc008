import { useEffect, useEffectEvent } from 'react';

type PresenterKeys = {
  isOn: boolean;
  onToggle: () => void;
  onMove: (by: 1 | -1) => void;
  onWhole: () => void;
  onPointer: (isDown: boolean, atMs: number) => void;
};

const elsewhere =
  'input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]';

/** Does what a key that comes up asks for; tells whether it was ours. */
function heardUp(keys: PresenterKeys, event: KeyboardEvent): boolean {
  if (!keys.isOn || event.key.toLowerCase() !== 'l') return false;
  keys.onPointer(false, event.timeStamp);
  return true;
}

/** Does what a key that goes down asks for; tells whether it was ours. */
function heardDown(keys: PresenterKeys, event: KeyboardEvent): boolean {
  if (event.shiftKey && event.key === 'P') {
    keys.onToggle();
    return true;
  }
  if (!keys.isOn || event.shiftKey) return false;
  switch (event.key) {
    case 'PageDown':
      keys.onMove(1);
      return true;
    case 'PageUp':
      keys.onMove(-1);
      return true;
    case 'l':
    case 'L':
      if (!event.repeat) keys.onPointer(true, event.timeStamp);
      return true;
    case 'Escape':
      keys.onWhole();
      // A page closes at Esc what it has open.
      return false;
    default:
      return false;
  }
}

/**
 * The keys of the presenter view: Page Up and Page Down, as a clicker sends them, L for the pointer, Esc for the whole
 * page, Shift P to begin and end. Where one writes or is asked something, none.
 */
export function usePresenterKeys(keys: PresenterKeys): void {
  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(elsewhere) !== null) return;
    const isOurs = event.type === 'keyup' ? heardUp(keys, event) : heardDown(keys, event);
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listener, { capture: true });
    document.addEventListener('keyup', listener, { capture: true });
    return () => {
      document.removeEventListener('keydown', listener, { capture: true });
      document.removeEventListener('keyup', listener, { capture: true });
    };
  }, []);
}
