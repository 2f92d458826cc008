import { formatCount, formatPlural } from '@/lib/format';

type ProblemsSwitchProps = { on: boolean; count: number; onChange: (on: boolean) => void };

/** Leaves only the rows with which something is wrong. */
export function ProblemsSwitch({ on, count, onChange }: ProblemsSwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      title={`${formatPlural(count, 'frontend')} with a problem; the number at “Services” counts Services`}
      onClick={() => onChange(!on)}
      className="target ml-auto flex h-6.5 flex-none items-center gap-2 rounded-control px-1 text-small font-medium whitespace-nowrap text-muted hover:text-text max-desk:order-1 max-desk:ml-0"
    >
      <span
        aria-hidden
        className={`relative h-4 w-6.5 rounded-full border transition-colors duration-120 ${on ? 'border-accent bg-accent' : 'border-line-strong bg-sunken'}`}
      >
        <span
          className={`absolute top-0.5 left-0.5 size-2.5 rounded-full transition-transform duration-120 ${on ? 'translate-x-2.5 bg-surface' : 'bg-faint'}`}
        />
      </span>
      Only problems
      {count > 0 && (
        <span className="text-faint">
          <span className="font-semibold text-bad">{formatCount(count)}</span>{' '}
          <span className="font-normal max-wide:sr-only">{count === 1 ? 'frontend' : 'frontends'}</span>
        </span>
      )}
    </button>
  );
}
