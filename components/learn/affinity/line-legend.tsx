type LineLegendProps = { hasNodeTwo: boolean; isGoing: boolean };

/** What the marks and lines of the time line stand for. */
export function LineLegend({ hasNodeTwo, isGoing }: LineLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-1.5 pb-2.5 text-small text-muted">
      <li className="flex items-center gap-2">
        <span aria-hidden className="size-3.5 rounded-full border-2 border-muted" />
        {hasNodeTwo ? 'by node 1' : 'a connection, by node 1'}
      </li>
      {hasNodeTwo && (
        <li className="flex items-center gap-2">
          <span aria-hidden className="size-3.5 rounded-row border-2 border-muted" />
          by node 2
        </li>
      )}
      <li className="flex items-center gap-2">
        <span aria-hidden className="h-1 w-6 bg-muted" />
        remembered, and good
      </li>
      {isGoing && (
        <li className="flex items-center gap-2">
          <span aria-hidden className="h-3.5 w-px border-l border-dashed border-text" />
          the backend begins to shut down
        </li>
      )}
    </ul>
  );
}
