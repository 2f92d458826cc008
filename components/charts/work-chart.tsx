'use client';

import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from 'recharts';
import { formatCount } from '@/lib/format';

export type WorkChartLine = { id: string; tone: 'grey' | 'accent'; dashed: boolean };

type WorkChartProps = {
  /** `services` and each line's height by its id. */
  points: readonly Record<string, number>[];
  lines: readonly WorkChartLine[];
  /** Number of Services that is read off, and that of the reader's cluster. */
  at: number;
  here: number | null;
};

const AXIS_PX = 20;
const decades = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
const tick = { fontSize: '0.6875rem', fill: 'var(--text-faint)' };

function short(value: number): string {
  return value >= 1_000_000 ? `${formatCount(value / 1_000_000)} M` : formatCount(value);
}

/**
 * Work against the number of Services, both logarithmic. A drawing only: whoever uses it puts the figures beside it as
 * text. As high as its box.
 */
export function WorkChart({ points, lines, at, here }: WorkChartProps) {
  const highest = Math.max(10, ...points.flatMap((point) => lines.map(({ id }) => point[id] ?? 0)));
  const top = decades.find((decade) => decade >= highest) ?? highest;
  const most = points.at(-1)?.services ?? 1;
  return (
    <LineChart
      responsive
      accessibilityLayer={false}
      data={[...points]}
      margin={{ top: 18, right: 16, bottom: 0, left: 0 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" shapeRendering="crispEdges" />
      <XAxis
        type="number"
        dataKey="services"
        scale="log"
        domain={[1, most]}
        ticks={decades.filter((decade) => decade <= most)}
        height={AXIS_PX}
        axisLine={false}
        tickLine={false}
        tickFormatter={short}
        tick={tick}
      />
      <YAxis
        type="number"
        scale="log"
        domain={[1, top]}
        ticks={decades.filter((decade) => decade <= top)}
        width={52}
        axisLine={false}
        tickLine={false}
        tickFormatter={short}
        tick={tick}
      />
      {here !== null && (
        <ReferenceLine
          x={here}
          stroke="var(--text-muted)"
          strokeDasharray="5 3"
          label={{ value: 'this cluster', position: 'top', fontSize: '0.6875rem', fill: 'var(--text-faint)' }}
        />
      )}
      <ReferenceLine x={at} stroke="var(--text)" />
      {lines.map(({ id, tone, dashed }) => (
        <Line
          key={id}
          dataKey={id}
          type="linear"
          dot={false}
          isAnimationActive={false}
          stroke={tone === 'accent' ? 'var(--accent)' : 'var(--text-muted)'}
          strokeWidth={2}
          {...(dashed ? { strokeDasharray: '5 4' } : {})}
        />
      ))}
    </LineChart>
  );
}
