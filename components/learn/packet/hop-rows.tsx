import { clsx } from 'clsx';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { addedBytes } from '@/lib/learn/packet/wire-parts';

type HopRowsProps = {
  hops: readonly Hop[];
  /** Hops that a failure keeps from happening. */
  lostHops: readonly Hop[];
  hop: number;
  /** The first hop that is hidden. */
  masked: number;
  /** What ends the walk at its last hop; null where the client gets its answer. */
  ending: string | null;
  onHop: (hop: number) => void;
};

/** Every hop in order: the same numbers as the stations and the stops of the scrubber. */
export function HopRows({ hops, lostHops, hop, masked, ending, onHop }: HopRowsProps) {
  return (
    <ol aria-label="Every hop">
      {hops.map((each, index) => (
        <li key={index} className="border-t border-line first:border-t-0">
          {index < masked ? (
            <HopRow
              hop={each}
              index={index}
              isCurrent={index === hop}
              isAhead={index > hop}
              ending={index === hops.length - 1 ? ending : null}
              onHop={onHop}
            />
          ) : (
            <Hidden index={index} isFirst={index === masked} />
          )}
        </li>
      ))}
      {masked >= hops.length &&
        lostHops.map((_, index) => (
          <li key={`lost ${index}`} className="flex gap-3 border-t border-line px-3 py-1 text-faint">
            <span className="w-5 text-right">{hops.length + index + 1}</span>
            never happens
          </li>
        ))}
    </ol>
  );
}

type HopRowProps = {
  hop: Hop;
  index: number;
  isCurrent: boolean;
  isAhead: boolean;
  ending: string | null;
  onHop: (hop: number) => void;
};

function HopRow({ hop, index, isCurrent, isAhead, ending, onHop }: HopRowProps) {
  const { after, lane, title } = hop;
  const added = addedBytes(after);
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'step' : undefined}
      onClick={() => onHop(index)}
      className={clsx(
        'flex w-full gap-3 border-l-2 px-2.5 py-1 text-left transition-colors duration-200 ease-out',
        isCurrent ? 'border-accent bg-accent-soft' : 'border-transparent hover:bg-row-hover',
      )}
    >
      <span
        className={clsx(
          'w-5 flex-none text-right font-medium',
          isCurrent ? 'text-accent-text' : 'text-muted',
        )}
      >
        {index + 1}
      </span>
      <span className="min-w-0">
        <span
          className={clsx(
            'block text-pretty',
            isCurrent && 'font-semibold',
            ending !== null ? 'font-semibold text-bad' : isAhead && 'text-muted',
          )}
        >
          {lane === 'answer' && '← '}
          {ending ?? title}
        </span>
        <span className="mono block wrap-anywhere text-muted">
          <span className="font-medium text-text">{formatSocketAddress(after.source)}</span> →{' '}
          {formatSocketAddress(after.destination)}
          {added > 0 && <span className="font-medium text-text"> +{added} B</span>}
        </span>
      </span>
    </button>
  );
}

/** As high as a row that tells, so that nothing moves when it is told. */
function Hidden({ index, isFirst }: { index: number; isFirst: boolean }) {
  return (
    <div className="flex min-h-12 gap-3 border-l-2 border-transparent px-2.5 py-1 text-muted">
      <span className="w-5 flex-none text-right font-medium">{index + 1}</span>
      {isFirst ? 'hidden until you predict' : '–'}
    </div>
  );
}
