import { clsx } from 'clsx';
import type { SocketRun } from '@/lib/learn/socket/socket-run';

const cellClasses = {
  packet: 'fill-accent stroke-accent',
  call: 'fill-accent-soft stroke-accent',
  none: 'fill-surface stroke-line-strong',
};
type Cell = keyof typeof cellClasses;

/** One connection as cells: its opening call, then each packet there above and its answer below. The figure stands beside it. */
export function PacketStrip({ run: { steps, place, outcome, parameters } }: { run: SocketRun }) {
  if (outcome !== 'answered')
    return (
      <p className="flex h-6 items-center text-small text-muted">
        {place === 'nobody' ? 'nobody translates: no answer comes' : 'left to kube-proxy'}
      </p>
    );
  const each = (lane: 'request' | 'answer'): Cell => {
    const isDone = steps.some((step) => step.rewrites === 'each' && step.lane === lane);
    return !isDone ? 'none' : place === 'socket' ? 'call' : 'packet';
  };
  const opening: Cell = steps.some(({ rewrites }) => rewrites === 'once') ? 'call' : 'none';
  const { packets } = parameters;
  const pitch = 600 / (packets + 2);
  const side = Math.min(pitch * 0.82, 10);
  const width = side * 0.98;
  const columns = Array.from({ length: packets }, (_, index) => (index + 2) * Math.min(pitch, 13));
  return (
    <svg viewBox="0 0 600 24" preserveAspectRatio="xMinYMid meet" aria-hidden className="block h-6 w-full">
      {opening === 'call' && (
        <rect x={1} y={2} width={width} height={20} strokeWidth={1} className={cellClasses.call} />
      )}
      {columns.map((x) => (
        <g key={x} strokeWidth={packets > 60 ? 0.6 : 1}>
          <rect x={x} y={2} width={width} height={9} className={clsx(cellClasses[each('request')])} />
          <rect x={x} y={13} width={width} height={9} className={clsx(cellClasses[each('answer')])} />
        </g>
      ))}
    </svg>
  );
}
