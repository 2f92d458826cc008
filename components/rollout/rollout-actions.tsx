'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { actOnRollout } from '@/lib/queries/rollouts';
import type { RolloutAction, RolloutView } from '@/lib/snapshot/rollout-view';
import { Refusal } from './refusal';
import { actionWords } from './rollout-words';
import { useSentOnce } from './use-sent-once';

/** What is offered: while it runs every action keeps its place, afterwards only what there still is. */
export function offeredActions(view: RolloutView): { action: RolloutAction; possible: boolean }[] {
  if (view.endedTimestamp !== null) return view.actions.map((action) => ({ action, possible: true }));
  const all: RolloutAction[] = [view.paused ? 'resume' : 'pause', 'rollback', 'abort'];
  return all.map((action) => ({ action, possible: view.actions.includes(action) }));
}

/** The buttons of a rollout; each says what it will do before it does it. */
export function RolloutActions({ view }: { view: RolloutView }) {
  const [asked, setAsked] = useState<RolloutAction | null>(null);
  const mutation = useMutation(actOnRollout(useQueryClient(), view.id));
  const send = useSentOnce(mutation, { again: true });
  const words = asked === null ? null : actionWords(view, asked);

  function ask(action: RolloutAction) {
    mutation.reset();
    setAsked(action);
  }

  return (
    <div className="flex flex-wrap gap-2 max-desk:w-full">
      {offeredActions(view).map(({ action, possible }, place) => (
        <Button
          // By its place: the focus stays where pause becomes resume.
          key={place}
          disabled={!possible}
          onClick={() => ask(action)}
          className={
            action === 'abort'
              ? 'border-bad text-bad max-desk:h-11 max-desk:flex-auto'
              : 'max-desk:h-11 max-desk:flex-auto'
          }
        >
          {action === 'pause' && <Pause aria-hidden size={14} strokeWidth={1.6} />}
          {action === 'resume' && <Play aria-hidden size={14} strokeWidth={1.6} />}
          {actionWords(view, action).button}
        </Button>
      ))}
      <Dialog
        open={words !== null}
        onOpenChange={(open) => !open && !mutation.isPending && setAsked(null)}
        title={words?.title ?? ''}
      >
        {words !== null && asked !== null && (
          <div className="space-y-4">
            <p className="text-pretty">{words.what}</p>
            {!view.actions.includes(asked) && (
              <p role="status" className="text-warn">
                The rollout has moved on meanwhile: this is not possible any more.
              </p>
            )}
            {mutation.error !== null && <Refusal error={mutation.error} />}
            <div className="flex flex-wrap justify-end gap-2">
              <Button disabled={mutation.isPending} onClick={() => setAsked(null)}>
                Go on watching
              </Button>
              <Button
                kind={words.grave ? 'plain' : 'primary'}
                className={words.grave ? 'border-bad text-bad' : undefined}
                disabled={mutation.isPending || !view.actions.includes(asked)}
                onClick={() => send(asked, { onSuccess: () => setAsked(null) })}
              >
                {mutation.isPending ? 'Asking …' : words.confirm}
              </Button>
            </div>
          </div>
        )}
      </Dialog>
    </div>
  );
}
