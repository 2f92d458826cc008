'use client';

import { Bar, BarChart, CartesianGrid, Cell, XAxis, YAxis } from 'recharts';
import { formatCount } from '@/lib/format';

/** One row of a bar chart: what stands everywhere, drawn solid, and a second part, drawn outlined. */
export type BarRow = { key: string; first: number; second: number; tone?: 'bad' };

const BAR_PX = 8;
const AXIS_PX = 18;
/** A value's distance from its bar, and the width of one of its characters. */
const VALUE_GAP_PX = 7;
const CHARACTER_PX = 7;

/**
 * The one wrapper around Recharts: horizontal bars with hairlines for a scale and a value at each end.
 * A drawing only: whoever uses it puts the same figures beside it as text. As high as its box, `AXIS_PX` for the scale.
 */
export function HorizontalBars({ rows }: { rows: readonly BarRow[] }) {
  const longest = Math.max(1, ...rows.map(({ first, second }) => formatCount(first + second).length));
  const valueRoomPx = VALUE_GAP_PX + longest * CHARACTER_PX + 4;
  return (
    <BarChart
      layout="vertical"
      responsive
      accessibilityLayer={false}
      data={rows.map((row) => ({ ...row, total: row.first + row.second }))}
      margin={{ top: 0, right: Math.max(34, valueRoomPx), bottom: 0, left: 4 }}
      style={{ width: '100%', height: '100%' }}
    >
      <CartesianGrid horizontal={false} stroke="var(--line)" shapeRendering="crispEdges" />
      <XAxis
        type="number"
        allowDecimals={false}
        tickCount={4}
        interval={0}
        height={AXIS_PX}
        axisLine={false}
        tickLine={false}
        tickMargin={2}
        tickFormatter={(value: number) => formatCount(value)}
        tick={{ fontSize: '0.6875rem', fill: 'var(--text-faint)' }}
      />
      <YAxis type="category" dataKey="key" hide />
      <Bar dataKey="first" stackId="parts" barSize={BAR_PX} isAnimationActive={false}>
        {rows.map((row) => (
          <Cell key={row.key} fill={row.tone === 'bad' ? 'var(--bad)' : 'var(--chart-ink)'} />
        ))}
      </Bar>
      <Bar
        dataKey="second"
        stackId="parts"
        barSize={BAR_PX}
        isAnimationActive={false}
        shape={(bar: SecondPart) => <SecondPartAndValue {...bar} />}
      />
    </BarChart>
  );
}

type SecondPart = { x?: number; y?: number; width?: number; height?: number; payload?: BarRow };

/** The outlined part, where there is one, and behind it the value of the whole bar. */
function SecondPartAndValue({ x = 0, y = 0, width = 0, height = 0, payload }: SecondPart) {
  return (
    <g>
      {width > 0 && (
        <rect
          x={x + 0.5}
          y={y + 0.5}
          width={Math.max(0, width - 1)}
          height={Math.max(0, height - 1)}
          fill="var(--accent-soft)"
          stroke="var(--accent)"
        />
      )}
      {payload !== undefined && (
        <text
          x={x + width + VALUE_GAP_PX}
          y={y + height / 2}
          dy="0.35em"
          className="fill-text text-small font-medium"
        >
          {formatCount(payload.first + payload.second)}
        </text>
      )}
    </g>
  );
}
