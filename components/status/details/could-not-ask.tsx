import type { ReactNode } from 'react';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { TextButton } from '@/components/ui/text-link';
import { ApiError } from '@/lib/queries/api-error';
import type { Problem } from '@/lib/snapshot/source-view';

type CouldNotAskProps = {
  /** Our own server did not answer. */
  error: Error | null;
  /** The agent did not. */
  problem: Problem | null;
  onRetry?: () => void;
  /** What to say where neither failed. */
  children?: ReactNode;
};

/** Why there is no answer, in words: what failed, what to do, and the exact message. */
export function CouldNotAsk({ error, problem, onRetry, children }: CouldNotAskProps) {
  const api = error instanceof ApiError ? error : null;
  const fact = error !== null ? (api?.title ?? 'Something went wrong here') : (problem?.title ?? null);
  const exact = error !== null ? (api === null ? error.message : api.detail) : (problem?.detail ?? null);
  const hint = error !== null ? api?.hint : problem?.hint;
  if (fact === null) return <p className="text-muted">{children}</p>;
  return (
    <div role="alert" className="flex gap-2.5">
      <span className="flex h-5 items-center">
        <StateMark mark="leftover" label="could not ask" />
      </span>
      <PanelMessage fact={`${fact.replace(/\.$/, '')}.`} exact={exact}>
        {hint} {onRetry !== undefined && <TextButton onClick={onRetry}>Ask again</TextButton>}
      </PanelMessage>
    </div>
  );
}
