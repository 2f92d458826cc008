'use client';

import { PendingBars } from '@/components/state/pending-bars';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { TextButton } from '@/components/ui/text-link';
import { ApiError } from '@/lib/queries/api-error';

const widths = [46, 62, 58, 64, 51, 60, 44, 66, 57, 61, 48, 63, 55, 59, 52, 60];

/** What stands in the list's place while nothing is known: bars while asking, else why it could not be asked. */
export function ListUnavailable({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  if (error === null) {
    return (
      <div className="w-full max-w-3xl px-4 pt-9 desk:px-6">
        <PendingBars widths={widths} row="h-6" />
      </div>
    );
  }
  const api = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="flex gap-3 px-4 py-8 desk:px-6">
      <span className="pt-0.5">
        <StateMark mark="leftover" label="could not ask" />
      </span>
      <PanelMessage
        fact={`${api?.title.replace(/\.$/, '') ?? 'Something went wrong here'}.`}
        exact={api === null ? error.message : api.detail}
      >
        {api?.hint} <TextButton onClick={onRetry}>Ask again</TextButton>
      </PanelMessage>
    </div>
  );
}
