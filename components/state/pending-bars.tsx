import { clsx } from 'clsx';

type PendingBarsProps = {
  /** Expected lengths, in per cent. */
  widths: readonly number[];
  /** Height of a row, as a class: `h-7`. */
  row?: string;
  ruled?: boolean;
};

/** Bars of the lengths that are to come: nothing moves when the answer does. */
export function PendingBars({ widths, row = 'h-7', ruled = false }: PendingBarsProps) {
  return (
    <div role="status" aria-label="Asking">
      {widths.map((width, index) => (
        <div key={index} className={clsx('flex items-center', row, ruled && 'border-t border-line')}>
          <span className="block h-2 rounded-[2px] bg-line" style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
