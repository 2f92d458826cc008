import { clsx } from 'clsx';
import type { SocketRun } from '@/lib/learn/socket/socket-run';
import { SequenceRowMark } from './sequence-row-mark';
import { sequenceLayout } from './sequence-layout';
import { stationWords } from './station-words';

type SocketStageProps = {
  run: SocketRun;
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

/** Calls and packets of one connection, from top to bottom, between those who take part. The list says the same in words. */
export function SocketStage(props: SocketStageProps) {
  return (
    <>
      <Stage {...props} isTall={false} />
      <Stage {...props} isTall />
    </>
  );
}

function Stage({ run, step, masked, onStep, isTall }: SocketStageProps & { isTall: boolean }) {
  const { stations, steps, addresses, parameters } = run;
  const { width, height, top, columns, rows } = sequenceLayout(stations, steps, isTall);
  const current = steps[step];
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden
      className={clsx('h-auto w-full', isTall ? 'mx-auto max-w-110 desk:hidden' : 'max-desk:hidden')}
    >
      {columns.map(({ station, x }, index) => {
        const { name, remark } = stationWords(station, parameters, addresses);
        const isAt = current?.from === station || current?.to === station;
        const anchor = index === 0 ? 'start' : index === columns.length - 1 ? 'end' : 'middle';
        const textX = index === 0 ? 4 : index === columns.length - 1 ? width - 4 : x;
        return (
          <g key={station}>
            <line
              x1={x}
              x2={x}
              y1={top}
              y2={height - 4}
              className={clsx(
                'transition-[stroke] duration-200 ease-out',
                isAt ? 'stroke-text' : 'stroke-line-strong',
              )}
              strokeWidth={1}
            />
            <line x1={x - 14} x2={x + 14} y1={top} y2={top} className="stroke-text" strokeWidth={2} />
            <text
              x={textX}
              y={isTall ? 14 : 18}
              textAnchor={anchor}
              className={clsx(
                'fill-text font-sans font-semibold',
                isTall ? 'text-[10.5px]' : 'text-[12.5px]',
              )}
            >
              {name}
            </text>
            {!(isTall && columns.length > 4) && (
              <text
                x={textX}
                y={isTall ? 29 : 35}
                textAnchor={anchor}
                className={clsx(
                  'fill-muted',
                  station === 'backend' ? 'font-mono tracking-[-0.02em]' : 'font-sans',
                  isTall ? 'text-[9.5px]' : 'text-[11.5px]',
                )}
              >
                {remark}
              </text>
            )}
          </g>
        );
      })}
      {rows.slice(0, masked).map((row, index) => {
        const each = steps[index];
        return (
          each !== undefined && (
            <SequenceRowMark
              key={index}
              row={row}
              step={each}
              number={index + 1}
              state={index === step ? 'current' : index < step ? 'done' : 'ahead'}
              isTall={isTall}
              onClick={() => onStep(index)}
            />
          )
        );
      })}
    </svg>
  );
}
