import { clsx } from 'clsx';
import type { SocketStep } from '@/lib/learn/socket/socket-step';
import type { SequenceRow } from './sequence-layout';

type SequenceRowMarkProps = {
  row: SequenceRow;
  step: SocketStep;
  number: number;
  state: 'done' | 'current' | 'ahead';
  isTall: boolean;
  onClick: () => void;
};

const radius = 10.5;
const lineClasses = { done: 'stroke-text', current: 'stroke-accent', ahead: 'stroke-line-strong' };
const circleClasses = {
  done: 'fill-surface stroke-text',
  current: 'fill-accent stroke-accent',
  ahead: 'fill-surface stroke-line-strong',
};
const numberClasses = { done: 'fill-text', current: 'fill-surface', ahead: 'fill-muted' };

/** One step: a numbered circle where it begins, a line to where it goes, its words above. */
export function SequenceRowMark({ row, step, number, state, isTall, onClick }: SequenceRowMarkProps) {
  const { y, fromX, toX, label } = row;
  const isHere = fromX === toX;
  const direction = toX > fromX ? 1 : -1;
  const tip = toX - direction * 2;
  const line = step.isEnd && state !== 'ahead' ? 'stroke-bad' : lineClasses[state];
  const isLost = step.isEnd && state === 'current';
  return (
    <g onClick={onClick} className="cursor-pointer">
      {!isHere && (
        <g fill="none" className={clsx('transition-[stroke] duration-200 ease-out', line)}>
          <line
            x1={fromX}
            x2={tip}
            y1={y}
            y2={y}
            strokeWidth={state === 'current' ? 2.75 : state === 'done' ? 2 : 1.5}
            strokeDasharray={step.lane === 'answer' ? '5 4' : undefined}
          />
          <path
            d={`M${tip - direction * 7} ${y - 4.5}L${tip} ${y}l${-direction * 7} 4.5`}
            strokeWidth={2}
            strokeLinejoin="round"
          />
        </g>
      )}
      {step.isRest && (
        <line
          x1={fromX}
          x2={tip}
          y1={y + 4}
          y2={y + 4}
          strokeWidth={1.5}
          className={clsx('transition-[stroke] duration-200 ease-out', line)}
        />
      )}
      <circle
        cx={fromX}
        cy={y}
        r={radius}
        strokeWidth={step.rewritten === null ? 1.5 : 3}
        className={clsx(
          'transition-[fill,stroke] duration-200 ease-out',
          isLost ? 'fill-bad stroke-bad' : circleClasses[state],
        )}
      />
      <text
        x={fromX}
        y={y + 3.8}
        textAnchor="middle"
        className={clsx('font-sans text-[10.5px] font-semibold', numberClasses[state])}
      >
        {number}
      </text>
      <text
        x={label.x}
        y={isHere && !isTall ? y + 4 : isTall ? y - 15 : y - 7}
        textAnchor={label.anchor}
        strokeWidth={5}
        strokeLinejoin="round"
        className={clsx(
          'stroke-bg font-mono [paint-order:stroke]',
          isTall ? 'text-[10.5px]' : 'text-[11.5px]',
          state === 'ahead' ? 'fill-muted' : step.isEnd ? 'fill-bad' : 'fill-text',
          step.rewritten !== null && 'font-semibold',
        )}
      >
        {label.text}
      </text>
    </g>
  );
}
