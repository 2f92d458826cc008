import type { CSSProperties, ReactNode } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import { backendStateMeanings } from '@/lib/cilium/backend-state';
import type { PodPhase } from '@/lib/learn/termination/pod-life';
import type { Conditions } from '@/lib/learn/termination/slice-conditions';
import type { TableRow } from '@/lib/learn/termination/table-row';
import { conditionsText } from '@/lib/learn/termination/termination-steps';
import type { TerminationRun } from '@/lib/learn/termination/termination-run';
import { InlineMark, NewMarks, OpenMarks } from './connection-marks';
import { Lane } from './lane';
import { SpanLane, type SpanTone } from './span-lane';
import { percentAt } from './time-scale';
import { TimeSlider } from './time-slider';

type TerminationStageProps = {
  run: TerminationRun;
  at: number;
  /** From this second on nothing is shown; Infinity where all may be seen. */
  maskedAt: number;
  last: number;
  title: string;
  onAt: (at: number) => void;
};

const processWords: Record<PodPhase, { words: string; tone: SpanTone }> = {
  serves: { words: 'serves', tone: 'solid' },
  pauses: { words: 'preStop', tone: 'hatched' },
  drains: { words: 'finishes what is open', tone: 'hatched' },
  ignores: { words: 'goes on', tone: 'solid' },
  gone: { words: 'gone', tone: 'absent' },
  lost: { words: 'gone with its node', tone: 'lost' },
};

/** The seconds as lanes: the process, its endpoint, the agent’s row, connections. The list of events says the same in words. */
export function TerminationStage({ run, at, maskedAt, last, title, onAt }: TerminationStageProps) {
  const { end, process, slice, row, open, tried } = run;
  const seen = { at, end, maskedAt };
  const nobody = tried.filter(({ pod }) => pod === null);
  const style: CSSProperties & { '--label': string } = { '--label': '8.75rem' };
  return (
    <div style={style} className="relative">
      <div className="desk:pl-(--label)">
        <TimeSlider at={at} end={end} last={last} title={title} onAt={onAt} />
      </div>
      <div aria-hidden className="border-b border-line">
        <Lane name="Pod 1" remark="its process">
          <SpanLane
            spans={process}
            {...seen}
            look={(phase) => ({
              ...processWords[phase],
              title: processWords[phase].words,
              words: phase === 'gone' && run.life.isKilled ? 'killed' : processWords[phase].words,
            })}
          />
        </Lane>
        <Lane name="EndpointSlice" remark="its conditions">
          <SpanLane spans={slice} {...seen} look={conditionsLook} />
        </Lane>
        <Lane name="Cilium’s row" remark="for pod 1, on node 1">
          <SpanLane spans={row} {...seen} look={rowLook} />
        </Lane>
        <Lane name="Open" remark="four, to pod 1">
          <OpenMarks open={open} {...seen} />
        </Lane>
        <Lane name="New, to pod 1">
          <NewMarks tried={tried.filter(({ pod }) => pod === 0)} {...seen} />
        </Lane>
        <Lane name="New, to pod 2">
          <NewMarks tried={tried.filter(({ pod }) => pod === 1)} {...seen} />
        </Lane>
        {nobody.some((each) => each.at < maskedAt) && (
          <Lane name="New, to nobody">
            <NewMarks tried={nobody} {...seen} />
          </Lane>
        )}
      </div>
      <Overlay at={at} end={end} maskedAt={maskedAt} />
      <p aria-hidden className="flex flex-wrap gap-x-4 pt-1.5 text-label text-muted">
        <span>
          <InlineMark kind="dot" /> finished
        </span>
        <span>
          <InlineMark kind="stroke" /> answered
        </span>
        <span>
          <InlineMark kind="cross" /> broken or refused
        </span>
        <span>
          <InlineMark kind="ring" /> no answer
        </span>
      </p>
    </div>
  );
}

/** The second in sight through all lanes, and what is hidden until it is predicted. */
function Overlay({ at, end, maskedAt }: { at: number; end: number; maskedAt: number }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 bottom-6 desk:left-(--label)">
      <div className="relative mx-[7px] h-full">
        {maskedAt < end && (
          <div
            style={{ left: `${percentAt(maskedAt, end)}%` }}
            className="absolute top-11 right-0 bottom-0 flex items-center justify-center overflow-hidden border-l border-line-strong bg-[repeating-linear-gradient(135deg,transparent_0_7px,var(--line)_7px_8px)]"
          >
            <span className="bg-bg px-2 text-small text-muted">hidden until you predict</span>
          </div>
        )}
        <div style={{ left: `${percentAt(at, end)}%` }} className="absolute top-4 bottom-0 w-px bg-accent" />
      </div>
    </div>
  );
}

function conditionsLook(conditions: Conditions): { words: ReactNode; title: string; tone: SpanTone } {
  const title = conditionsText(conditions);
  if (conditions === null) return { words: 'not in it', title, tone: 'absent' };
  const named = (['ready', 'serving', 'terminating'] as const).filter((name) => conditions[name]);
  return {
    words: <span className="mono">{named.length === 0 ? 'none true' : named.join(' ')}</span>,
    title,
    tone: 'quoted',
  };
}

function rowLook({ states }: TableRow): { words: ReactNode; title: string; tone: SpanTone } {
  const state = states[0] ?? null;
  if (state === null) return { words: 'not listed', title: 'The row does not list it', tone: 'absent' };
  return {
    words: (
      <span className="flex items-center gap-1.5">
        <StateMark mark={state} label={null} className="flex-none" />
        {state}
      </span>
    ),
    title: `${state}: ${backendStateMeanings[state]}`,
    tone: 'solid',
  };
}
