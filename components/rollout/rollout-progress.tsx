import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { LaneLegend } from './lane-legend';
import { lookWords, nodeLook, progressOf, type NodeLook } from './rollout-look';
import { stateFill } from './state-fill';

const order = Object.keys(lookWords) as NodeLook[];

/** One segment a node, in the order of the list and never sorted anew; below it what the patterns mean. */
export function RolloutProgress({ view }: { view: RolloutView }) {
  const { there, total, words } = progressOf(view);
  const looks = view.nodes.map((node) => nodeLook(view, node));
  const shown = new Set(looks);
  return (
    <div className="pt-4">
      <div
        role="progressbar"
        aria-label={`Nodes ${words}`}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={there}
        aria-valuetext={`${there} of ${total} nodes ${words}`}
        className={total > 60 ? 'flex gap-px' : 'flex gap-0.5'}
      >
        {view.nodes.map(({ node }, index) => {
          const look = looks[index] ?? 'waiting';
          return (
            <i
              key={node}
              title={`${node}: ${lookWords[look]}`}
              className="h-2.5 min-w-0 flex-1"
              // A waiting node is an empty segment here: a dotted line would read as a gap.
              style={stateFill[look === 'waiting' ? 'untouched' : look]}
            />
          );
        })}
      </div>
      <LaneLegend looks={order.filter((look) => shown.has(look))} there={there} total={total} words={words} />
    </div>
  );
}
