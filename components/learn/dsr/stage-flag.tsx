import type { Point } from './stage-slot';

type StageFlagProps = { point: Point; text: string; isBelow: boolean; isTall: boolean; width: number };

const height = 19;

/** Names the packet at the current station: above the line on the way in, below it on the way back, beside it when tall. */
export function StageFlag({ point, text, isBelow, isTall, width }: StageFlagProps) {
  const long = text.length * 6.6 + 18;
  const isLeft = point.x - 17 - long >= 2;
  const wanted = isTall ? (isLeft ? point.x - 17 - long : point.x + 17) : point.x - long / 2;
  const x = Math.min(Math.max(2, wanted), width - long - 2);
  const y = isTall ? point.y - height / 2 : isBelow ? point.y + 18 : point.y - 18 - height;
  const tip = isBelow ? `M${point.x - 4} ${y + 0.5}h8l-4 -5z` : `M${point.x - 4} ${y + height - 0.5}h8l-4 5z`;
  return (
    <g className="pointer-events-none">
      <rect x={x} y={y} width={long} height={height} rx={3} className="fill-accent" />
      {!isTall && <path d={tip} className="fill-accent" />}
      <text
        x={x + long / 2}
        y={y + 13.2}
        textAnchor="middle"
        className="fill-surface font-sans text-[11px] font-semibold"
      >
        {text}
      </text>
    </g>
  );
}
