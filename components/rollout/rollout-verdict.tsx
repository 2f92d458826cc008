import { clsx } from 'clsx';
import { Check, CircleStop, CircleX, LoaderCircle, Pause, Undo2, type LucideIcon } from 'lucide-react';
import { TextLink } from '@/components/ui/text-link';
import type { RolloutPhase, RolloutView } from '@/lib/snapshot/rollout-view';
import { rolloutVerdict, type RolloutTone } from './rollout-words';

const frames: Record<RolloutTone, string> = {
  bad: 'border-bad bg-bad-soft',
  ok: 'border-ok bg-surface',
  accent: 'border-accent bg-surface',
  warn: 'border-warn bg-warn-soft',
};
const inks: Record<RolloutTone, string> = {
  bad: 'text-bad',
  ok: 'text-ok',
  accent: 'text-accent-text',
  warn: 'text-warn',
};
const icons: Record<RolloutPhase, LucideIcon> = {
  writing: LoaderCircle,
  restarting: LoaderCircle,
  verifying: LoaderCircle,
  done: Check,
  'rolling-back': Undo2,
  'rolled-back': Undo2,
  aborted: CircleStop,
  failed: CircleX,
};

/** A phase as its shape. */
export function PhaseMark({ phase, paused, tone, size = 16 }: PhaseMarkProps) {
  const Icon = paused ? Pause : icons[phase];
  return (
    <Icon aria-hidden size={size} strokeWidth={1.7} className={clsx('inline-block flex-none', inks[tone])} />
  );
}

type PhaseMarkProps = { phase: RolloutPhase; paused: boolean; tone: RolloutTone; size?: number };

/** Where the rollout stands, in words; what stopped it, whole; and the way to the reason. */
export function RolloutVerdict({ view }: { view: RolloutView }) {
  const { tone, title, detail } = rolloutVerdict(view);
  const { problem } = view;
  const paused = view.paused && view.endedTimestamp === null;
  return (
    <div
      className={clsx('flex flex-wrap items-center gap-x-3 gap-y-2 border-l-3 px-3.5 py-2.5', frames[tone])}
    >
      <span className="self-start pt-0.5">
        <PhaseMark phase={view.phase} paused={paused} tone={tone} size={18} />
      </span>
      <div role="status" className="min-w-0 flex-1">
        <strong className="block font-semibold">{title}</strong>
        {problem !== null && (
          <span className="block text-pretty wrap-anywhere">
            {problem.title.replace(/\.$/, '')}. <span className="text-muted">{problem.detail}</span>
          </span>
        )}
        <span className="text-pretty">{detail}</span>
        {problem !== null && problem.hint !== '' && (
          <span className="block text-pretty text-muted">{problem.hint}</span>
        )}
      </div>
      {view.nodes.some(({ failure }) => failure !== null) && (
        <TextLink href="#why" className="flex-none">
          Why
        </TextLink>
      )}
    </div>
  );
}
