/** A question on its way. */
export function RingMark() {
  return (
    <svg
      viewBox="0 0 12 12"
      width={12}
      height={12}
      role="img"
      aria-label="asking"
      fill="none"
      strokeWidth={1.6}
      className="flex-none animate-turn"
    >
      <circle cx="6" cy="6" r="4.4" className="stroke-line-strong" />
      <path d="M6 1.6A4.4 4.4 0 0 1 10.4 6" className="stroke-accent" />
    </svg>
  );
}

/** The page is held still. */
export function PauseMark() {
  return (
    <svg viewBox="0 0 12 12" width={12} height={12} role="img" aria-label="paused" className="flex-none">
      <path d="M3.8 2.2v7.6M8.2 2.2v7.6" stroke="currentColor" strokeWidth={1.8} strokeLinecap="round" />
    </svg>
  );
}
