import { clsx } from 'clsx';
import type { XdpStep } from '@/lib/learn/xdp/xdp-step';
import type { StackLayout } from './stack-layout';

type StackPathsProps = {
  layout: StackLayout;
  steps: readonly XdpStep[];
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

/** Lines and numbered stations: done in ink, current in accent, to come faint, the hidden ones absent. */
export function StackPaths({ layout, steps, step, masked, onStep }: StackPathsProps) {
  return (
    <>
      {layout.paths.slice(0, masked).map((path, index) => (
        <path
          key={index}
          d={path}
          fill="none"
          strokeWidth={index === step ? 2.75 : index < step ? 2 : 1.5}
          strokeDasharray={steps[index]?.lane === 'answer' ? '5 4' : undefined}
          className={clsx(
            'transition-[stroke] duration-200 ease-out',
            index < step ? 'stroke-text' : index === step ? 'stroke-accent' : 'stroke-line-strong',
          )}
        />
      ))}
      {layout.points.slice(0, masked).map(({ x, y }, index) => (
        <g key={index} onClick={() => onStep(index)} className="cursor-pointer">
          <circle
            cx={x}
            cy={y}
            r={10.5}
            strokeWidth={steps[index]?.deed === 'translates' ? 3 : 1.5}
            className={clsx(
              'transition-[fill,stroke] duration-200 ease-out',
              index === step
                ? 'fill-accent stroke-accent'
                : index < step
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
              index === step ? 'fill-surface' : index < step ? 'fill-text' : 'fill-muted',
            )}
          >
            {index + 1}
          </text>
        </g>
      ))}
    </>
  );
}
