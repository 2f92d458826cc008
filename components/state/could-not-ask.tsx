'use client';

import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { TextButton } from '@/components/ui/text-link';
import { ApiError } from '@/lib/queries/api-error';

type CouldNotAskProps = { error: Error; isAsking: boolean; onRetry: () => unknown };

/** What stands in a panel that has nothing because its question failed: what, why, what to do. */
export function CouldNotAsk({ error, isAsking, onRetry }: CouldNotAskProps) {
  const api = error instanceof ApiError ? error : null;
  const title = api === null ? 'Something went wrong here' : api.title.replace(/\.$/, '');
  return (
    <div role="alert" className="flex gap-3">
      <span className="pt-0.5">
        <StateMark mark="leftover" label="could not ask" />
      </span>
      <PanelMessage fact={`${title}.`} exact={api?.detail ?? (api === null ? error.message : null)}>
        {api?.hint}{' '}
        <TextButton disabled={isAsking} onClick={() => onRetry()}>
          Ask again
        </TextButton>
      </PanelMessage>
    </div>
  );
}
