import type { StripColumn } from '@/lib/learn/maglev/move-strips';

const height = 18;

/** Which flows change backend, from the first slot to the last: grey where they had to, black where they need not have. */
export function MoveStrip({ columns }: { columns: readonly StripColumn[] }) {
  const path = (part: (column: StripColumn) => number) =>
    columns
      .map((column, x) => {
        const tall = part(column) * height;
        return tall === 0 ? '' : `M${x} ${height - tall}h1v${tall}h-1z`;
      })
      .join('');
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${columns.length} ${height}`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="h-4.5 w-full bg-sunken"
    >
      <path d={path(({ moved, needless }) => (needless === 1 ? 0 : moved * 0.66))} fill="var(--text-muted)" />
      <path d={path(({ needless }) => needless)} fill="var(--text)" />
    </svg>
  );
}
