import { clsx } from 'clsx';
import { formatCount } from '@/lib/format';
import { workUpTo, type LookupWalk } from '@/lib/learn/kube-proxy/lookup-walk';
import { LookupCell } from './lookup-cell';

type LookupStageProps = {
  walk: LookupWalk;
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

const row = 'grid grid-cols-[1.75rem_minmax(0,1fr)_minmax(0,1fr)] gap-x-3 desk:gap-x-6';
const circles = {
  done: 'border-text text-text',
  current: 'border-accent bg-accent text-surface',
  ahead: 'border-line-strong text-muted',
};

/** Both nodes side by side, step by step from top to bottom. The list says the same in words. */
export function LookupStage({ walk, step, masked, onStep }: LookupStageProps) {
  const { rules, entries } = workUpTo(walk, step);
  return (
    <div aria-hidden>
      <div className={clsx(row, 'border-b border-text pb-1')}>
        <span />
        <Column
          name="kube-proxy, iptables"
          count={rules}
          unit={rules === 1 ? 'rule compared' : 'rules compared'}
        />
        <Column
          name="Cilium, eBPF"
          count={entries}
          unit={entries === 1 ? 'entry read' : 'entries read'}
          className="text-accent-text"
        />
      </div>
      {walk.steps.map(({ id, kubeProxy, cilium }, index) => {
        const state = index === step ? 'current' : index < step ? 'done' : 'ahead';
        return (
          <div
            key={id}
            onClick={index < masked ? () => onStep(index) : undefined}
            className={clsx(
              row,
              'min-h-12 border-b border-line transition-colors duration-200 ease-out',
              state === 'current' && 'bg-accent-soft',
              index < masked && 'cursor-pointer',
            )}
          >
            <span
              className={clsx(
                'm-1 mt-2 grid size-5.5 place-items-center rounded-full border text-label font-medium',
                circles[state],
              )}
            >
              {index + 1}
            </span>
            {index < masked ? (
              <>
                <LookupCell what={kubeProxy} side="kube-proxy" state={state} />
                <LookupCell what={cilium} side="cilium" state={state} />
              </>
            ) : (
              <span className="col-span-2 self-center text-muted">
                {index === masked ? 'hidden until you predict' : '–'}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

type ColumnProps = { name: string; count: number; unit: string; className?: string };

function Column({ name, count, unit, className }: ColumnProps) {
  return (
    <div className="min-w-0">
      <div className="font-semibold">{name}</div>
      <div className={clsx('text-small', className ?? 'text-muted')}>
        <span className="text-lead font-semibold">{formatCount(count)}</span> {unit}
      </div>
    </div>
  );
}
