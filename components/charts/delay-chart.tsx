'use client';

import { CartesianGrid, ReferenceLine, Scatter, ScatterChart, useYAxisScale, XAxis, YAxis } from 'recharts';
import { formatClock } from '@/lib/format';

/** One change: how long the first and the last agent took to follow, in seconds; open where some have not. */
export type DelayPoint = {
  id: number;
  atMs: number;
  leastS: number;
  medianS: number;
  mostS: number;
  isOpen: boolean;
  /** What stands at its end. */
  label: string | null;
};

const AXIS_PX = 20;
const LABEL_PX = 6;
/** Below it a dot would leave the scale: an agent that knew before us took no time. */
const leastShownS = 0.1;
const ticksS = [0.1, 1, 10, 60, 600, 3_600];

function tickLabel(seconds: number): string {
  return seconds < 60 ? `${seconds} s` : seconds < 3_600 ? `${seconds / 60} min` : `${seconds / 3_600} h`;
}

type DelayChartProps = {
  points: readonly DelayPoint[];
  /** The 95th percentile over all, in seconds; null where there is none. */
  p95S: number | null;
  fromMs: number;
  toMs: number;
};

/**
 * Changes over time against how long agents took, on a logarithmic scale: a stroke from the first agent to the last, a
 * dot at the last. A drawing only: whoever uses it puts the same figures beside it as text. As high as its box.
 */
export function DelayChart({ points, p95S, fromMs, toMs }: DelayChartProps) {
  const highest = Math.max(10, ...points.map(({ mostS }) => mostS));
  const top = ticksS.find((tick) => tick >= highest) ?? highest;
  return (
    <ScatterChart
      responsive
      accessibilityLayer={false}
      margin={{ top: 10, right: 12, bottom: 0, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" shapeRendering="crispEdges" />
      <XAxis
        type="number"
        dataKey="atMs"
        domain={[fromMs, toMs]}
        ticks={[fromMs, (fromMs + toMs) / 2, toMs]}
        interval="preserveStartEnd"
        height={AXIS_PX}
        axisLine={false}
        tickLine={false}
        tickFormatter={(ms: number) => formatClock(new Date(ms).toISOString())}
        tick={{ fontSize: '0.6875rem', fill: 'var(--text-faint)' }}
      />
      <YAxis
        type="number"
        dataKey="mostS"
        scale="log"
        domain={[leastShownS, top]}
        ticks={ticksS.filter((tick) => tick <= top)}
        allowDataOverflow
        width={46}
        axisLine={false}
        tickLine={false}
        tickFormatter={tickLabel}
        tick={{ fontSize: '0.6875rem', fill: 'var(--text-faint)' }}
      />
      {p95S !== null && p95S >= leastShownS && (
        <ReferenceLine y={p95S} stroke="var(--text-muted)" strokeDasharray="5 3" />
      )}
      <Scatter
        data={points.map((point) => ({ ...point, mostS: Math.max(leastShownS, point.mostS) }))}
        isAnimationActive={false}
        shape={(dot: Dot) => <Change {...dot} />}
      />
    </ScatterChart>
  );
}

type Dot = { cx?: number; cy?: number; payload?: DelayPoint };

/** One change: from the first agent to the last, the last as a dot; rising and named while it is open. */
function Change({ cx = 0, cy = 0, payload }: Dot) {
  const place = useYAxisScale();
  if (payload === undefined) return null;
  const { leastS, isOpen, label } = payload;
  const startY = place?.(Math.max(leastShownS, leastS)) ?? cy;
  const ink = isOpen ? 'var(--bad)' : 'var(--chart-ink)';
  return (
    <g>
      <path
        d={`M${cx} ${startY}V${cy}`}
        stroke={ink}
        strokeWidth={1.5}
        {...(isOpen ? { strokeDasharray: '4 2' } : {})}
      />
      <circle cx={cx} cy={cy} r={3} fill={isOpen ? 'var(--bg)' : ink} stroke={ink} strokeWidth={1.5} />
      {label !== null && (
        <text
          x={cx - LABEL_PX}
          y={cy}
          dy="0.35em"
          textAnchor="end"
          className="fill-bad text-label font-medium"
        >
          {label}
        </text>
      )}
    </g>
  );
}
