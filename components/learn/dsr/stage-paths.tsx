import { clsx } from 'clsx';
import type { StageLayout } from './stage-slot';

type StagePathsProps = {
  layout: StageLayout;
  lanes: readonly ('request' | 'answer')[];
  hop: number;
  /** The first hop that is hidden. */
  masked: number;
  /** Hops that happen; those beyond never do. */
  count: number;
  /** The last hop that happens loses the packet. */
  isDropped: boolean;
  onHop: (hop: number) => void;
};

/** Lines and numbered stations: done in ink, current in accent, to come faint, the hidden ones absent. */
export function StagePaths({ layout, lanes, hop, masked, count, isDropped, onHop }: StagePathsProps) {
  const drop = isDropped ? count - 1 : -1;
  const isDropInSight = drop >= 0 && hop >= drop;
  return (
    <>
      {layout.paths.slice(0, masked).map((path, index) => (
        <path
          key={index}
          d={path}
          fill="none"
          strokeWidth={index === hop ? 2.75 : index < hop ? 2 : 1.5}
          strokeDasharray={lanes[index] === 'answer' ? '5 4' : undefined}
          className={clsx(
            'transition-[stroke] duration-200 ease-out',
            index === drop && isDropInSight
              ? 'stroke-bad'
              : index < hop
                ? 'stroke-text'
                : index === hop
                  ? 'stroke-accent'
                  : 'stroke-line-strong',
          )}
        />
      ))}
      {layout.points.slice(0, masked).map(({ x, y }, index) => {
        const isLost = index >= count;
        return (
          <g
            key={index}
            onClick={isLost ? undefined : () => onHop(index)}
            className={clsx(!isLost && 'cursor-pointer')}
          >
            <circle
              cx={x}
              cy={y}
              r={10.5}
              strokeWidth={1.5}
              className={clsx(
                'transition-[fill,stroke] duration-200 ease-out',
                index === drop && isDropInSight
                  ? 'fill-bad stroke-bad'
                  : index === hop
                    ? 'fill-accent stroke-accent'
                    : index < hop
                      ? 'fill-surface stroke-text'
                      : 'fill-surface stroke-line-strong',
              )}
            />
            <text
              x={x}
              y={y + 3.8}
              textAnchor="middle"
              className={clsx(
                'font-sans text-[10.5px] font-semibold',
                index === hop ? 'fill-surface' : index < hop ? 'fill-text' : 'fill-muted',
              )}
            >
              {index + 1}
            </text>
          </g>
        );
      })}
      {isDropInSight && <Cross layout={layout} index={drop} />}
    </>
  );
}

/** Where the packet is lost: beyond the station, on the way that it does not go. */
function Cross({ layout, index }: { layout: StageLayout; index: number }) {
  const point = layout.points[index];
  if (point === undefined) return null;
  const next = layout.points[index + 1] ?? { x: point.x + 40, y: point.y };
  const length = Math.hypot(next.x - point.x, next.y - point.y) || 1;
  const reach = Math.min(24, length / 2);
  const x = point.x + ((next.x - point.x) / length) * reach;
  const y = point.y + ((next.y - point.y) / length) * reach;
  return (
    <path
      d={`M${x - 5.5} ${y - 5.5}l11 11m0 -11l-11 11`}
      fill="none"
      strokeWidth={2.5}
      strokeLinecap="round"
      className="stroke-bad"
    />
  );
}
