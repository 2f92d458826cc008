import type { LessonState } from '@/lib/learn/lesson/path-overview';

const words: Record<LessonState, string> = { done: 'done', started: 'in progress', open: 'not started' };

/** How far a lesson is: filled with a check, half, or empty. */
export function StateDot({ state }: { state: LessonState }) {
  return (
    <svg viewBox="0 0 14 14" role="img" aria-label={words[state]} className="relative z-1 size-3.5 flex-none">
      <title>{words[state]}</title>
      {state === 'done' ? (
        <>
          <circle cx="7" cy="7" r="7" className="fill-text" />
          <path
            d="M3.8 7.2l2.2 2.2 4.2-4.6"
            fill="none"
            strokeWidth="1.6"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-bg"
          />
        </>
      ) : (
        <circle
          cx="7"
          cy="7"
          r="6"
          strokeWidth={state === 'started' ? 2 : 1.5}
          className={state === 'started' ? 'fill-bg stroke-accent' : 'fill-bg stroke-line-strong'}
        />
      )}
      {state === 'started' && <path d="M7 3.5a3.5 3.5 0 0 1 0 7z" className="fill-accent" />}
    </svg>
  );
}
