import { clsx } from 'clsx';
import { backendLook } from './backend-kind';

type BackendLetterProps = { index: number; letter: string; isGone?: boolean };

/** A backend as a small square: letter, tint, pattern; an outline where it is gone. */
export function BackendLetter({ index, letter, isGone = false }: BackendLetterProps) {
  const look = backendLook(index);
  return (
    <span
      style={look.style}
      className={clsx(
        'mono relative inline-grid size-5 flex-none place-items-center text-label font-medium',
        isGone ? 'border border-line-strong text-muted' : 'backend-tint text-text',
      )}
    >
      {letter}
      {!isGone && (
        <span {...look} aria-hidden className="backend-pattern absolute inset-x-0.5 bottom-0.5 h-0.75" />
      )}
    </span>
  );
}
