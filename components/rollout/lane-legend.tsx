import { formatCount } from '@/lib/format';
import { lookWords, type NodeLook } from './rollout-look';
import { stateFill } from './state-fill';

type LaneLegendProps = {
  /** What there is to be explained, in the order of the legend. */
  looks: readonly NodeLook[];
  there: number;
  total: number;
  words: string;
};

/** What the patterns mean, and how many nodes are there. */
export function LaneLegend({ looks, there, total, words }: LaneLegendProps) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-muted">
      {looks.map((look) => (
        <span key={look} className="inline-flex items-center gap-1.75">
          <i aria-hidden className="h-2.5 w-5.5" style={stateFill[look]} />
          {lookWords[look]}
        </span>
      ))}
      <span className="ml-auto">
        <b className="font-semibold text-text">{formatCount(there)}</b> of {formatCount(total)} {words}
      </span>
    </div>
  );
}
