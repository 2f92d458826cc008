import { useEffect, type RefObject } from 'react';
import { isTakenBy, keyCommand, type KeyCommand } from '@/lib/learn/simulator/key-command';

/**
 * Listens for a simulator's keys while the focus is in it, or nowhere in particular. Keys that belong to what has the
 * focus are left to it.
 */
export function useSimulatorKeys(
  rootRef: RefObject<HTMLElement | null>,
  onCommand: (command: KeyCommand) => void,
) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
      const command = keyCommand(event.key);
      const target = event.target;
      if (command === null || !(target instanceof HTMLElement)) return;
      const isNowhere = target === document.body || target.id === 'main';
      if (!isNowhere && rootRef.current?.contains(target) !== true) return;
      const focus = {
        tag: target.tagName,
        role: target.getAttribute('role'),
        isEditable: target.isContentEditable,
      };
      if (isTakenBy(focus, command)) return;
      event.preventDefault();
      onCommand(command);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [rootRef, onCommand]);
}
