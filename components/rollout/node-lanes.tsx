'use client';

import { clsx } from 'clsx';
import { NodeName } from '@/components/ui/node-name';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { RolloutNode, RolloutView } from '@/lib/snapshot/rollout-view';
import { Lane } from './lane';
import { formatOffset, laneAxis, percentAt, type LaneAxis } from './lane-axis';
import { lanePieces, stoppedMs as stoppedOf } from './lane-pieces';
import { NodeState } from './node-state';
import { nodeLook } from './rollout-look';
import { useServerNow } from './use-server-now';

const columns =
  'grid grid-cols-[minmax(0,1fr)_auto] desk:grid-cols-[minmax(9rem,14rem)_minmax(0,1fr)_10rem_8rem] desk:gap-x-3';

const mostUnframed = 24;

/** An agent that was read back has said all that it prints: what is missing then, its version does not print. */
function unsaid({ state }: RolloutNode): { word: string; why: string } {
  return state === 'verified' || state === 'reverted'
    ? { word: 'not printed', why: 'not printed by this version; its agent is ready' }
    : { word: '…', why: 'not said yet' };
}

/** What an agent says of the keys of the change: `dsr, maglev`, `…` where it has not said yet. */
function realisedWords(node: RolloutNode): string {
  const { word } = unsaid(node);
  const said = node.realised.map(({ value }) => value ?? word);
  return said.length === 0 ? word : [...new Set(said)].join(', ');
}

/** Each node through time, in the order in which they restart. */
export function NodeLanes({ view }: { view: RolloutView }) {
  const now = useServerNow(view.endedTimestamp === null);
  const untilMs = view.endedTimestamp === null ? now : Date.parse(view.endedTimestamp);
  const axis = laneAxis(view, untilMs);
  const stopped = stoppedOf(view);
  const stoppedMs = stopped !== null && stopped >= axis.fromMs ? stopped : null;
  const startMs = Date.parse(view.startedTimestamp);
  const isFramed = view.nodes.length > mostUnframed;
  const moments = { axis, untilMs, stoppedMs, startMs, ended: view.endedTimestamp !== null, isFramed };
  return (
    <section
      aria-label="Nodes"
      // Many nodes scroll in a frame of their own: why one failed must not lie below a hundred that did not.
      tabIndex={isFramed ? 0 : undefined}
      className={clsx('mt-3', isFramed && 'max-h-[60vh] overflow-y-auto')}
    >
      <LaneHead {...moments} />
      <ol className="border-b border-line">
        {view.nodes.map((node, index) => {
          const look = nodeLook(view, node);
          const hasFailed = node.failure !== null;
          return (
            <li
              key={node.node}
              className={clsx(
                columns,
                'items-center border-t border-line text-small [contain-intrinsic-size:auto_1.75rem] [content-visibility:auto] desk:h-7',
                hasFailed && 'bg-surface shadow-[inset_2px_0_0_var(--bad)]',
              )}
            >
              <span className="flex min-w-0 items-center gap-2 max-desk:pt-1">
                <span className="w-6 flex-none text-right text-label text-muted">
                  {formatCount(index + 1)}
                </span>
                <TextLink
                  href={paths.node(node.node)}
                  className="mono min-w-0 truncate font-normal text-text"
                  title={node.pod === null ? node.node : `${node.node}, pod ${node.pod}`}
                >
                  <NodeName name={node.node} />
                </TextLink>
              </span>
              <div className="relative h-full min-h-4 max-desk:order-3 max-desk:col-span-2 max-desk:mb-1.5 max-desk:h-4">
                <Lane
                  pieces={lanePieces(view, node, untilMs)}
                  axis={axis}
                  untilMs={untilMs}
                  stoppedMs={stoppedMs}
                />
              </div>
              <NodeState look={look} />
              <span
                title={node.realised
                  .map(({ key, value }) => `${key}: ${value ?? unsaid(node).why}`)
                  .join('\n')}
                className="mono truncate text-right text-label text-muted max-desk:hidden"
              >
                {realisedWords(node)}
              </span>
            </li>
          );
        })}
      </ol>
      <LaneFoot {...moments} />
    </section>
  );
}

type Moments = {
  axis: LaneAxis;
  untilMs: number;
  stoppedMs: number | null;
  startMs: number;
  ended: boolean;
  isFramed: boolean;
};

function LaneHead({ axis, startMs, isFramed }: Moments) {
  return (
    <div
      aria-hidden
      className={clsx(columns, 'h-5.5 text-small text-muted', isFramed && 'sticky top-0 z-10 bg-bg')}
    >
      <span className="max-desk:hidden">Node</span>
      <span className="relative max-desk:col-span-2">
        {axis.ticksMs.map((ms, index) => (
          <span
            key={ms}
            className={clsx('absolute text-label', index > 0 && '-translate-x-1/2')}
            style={{ left: `${percentAt(axis, ms)}%` }}
          >
            {formatOffset(ms - startMs)}
          </span>
        ))}
      </span>
      <span className="max-desk:hidden">State</span>
      <span className="text-right max-desk:hidden">agent says</span>
    </div>
  );
}

function LaneFoot({ axis, untilMs, stoppedMs, startMs, ended, isFramed }: Moments) {
  const until = percentAt(axis, untilMs);
  const stop = stoppedMs === null ? null : percentAt(axis, stoppedMs);
  const isTight = stop !== null && until - stop < 14;
  return (
    <div
      aria-hidden
      className={clsx(columns, 'h-5.5 text-label font-semibold', isFramed && 'sticky bottom-0 z-10 bg-bg')}
    >
      <span className="max-desk:hidden" />
      <span className="relative max-desk:col-span-2">
        {stop !== null && stoppedMs !== null && (
          <span
            className={clsx('absolute whitespace-nowrap text-bad', stop > 14 && '-translate-x-full pr-1.5')}
            style={{ left: `${stop}%` }}
          >
            stopped {formatOffset(stoppedMs - startMs)}
          </span>
        )}
        <span
          className={clsx(
            'absolute whitespace-nowrap',
            until > 86 && !isTight ? '-translate-x-full pr-1.5' : 'pl-1.5',
          )}
          style={{ left: `${until}%` }}
        >
          {ended ? 'ended' : 'now'} {formatOffset(untilMs - startMs)}
        </span>
      </span>
    </div>
  );
}
