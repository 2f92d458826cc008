'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { rolloutsQuery } from '@/lib/queries/rollouts';
import { sourceQuery } from '@/lib/queries/source';
import { RestartButton } from './restart-button';

/** The ways back from what a task changed in the cluster: the page of the last change, or the training cluster begun anew. */
export function TaskWaysBack({ onRestarted }: { onRestarted: () => void }) {
  const { data: source } = useQuery(sourceQuery());
  const [resetTo, setResetTo] = useState<string | null>(null);
  const { data: rollouts } = useQuery(rolloutsQuery());
  if (source?.kind !== 'training' || source.scenario === null) return null;
  const { scenario } = source;
  const last = rollouts?.items.find(({ phase }) => phase === 'done');
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <RestartButton
        scenario={scenario}
        words="Reset the training cluster"
        question={{
          what: `The training cluster ${scenario} begins anew, as it was at first, and so does this task. What was changed in it is gone then, for all who look at this server.`,
          confirm: 'Reset it',
          keep: 'Keep it as it is',
        }}
        onDone={() => {
          setResetTo(scenario);
          onRestarted();
        }}
      />
      {last !== undefined && (
        // Nothing is undone by a click here: the way back is on the rollout's own page.
        <TextLink href={paths.rollout(last.id)} target="_blank" rel="noopener">
          Open the last change, to roll it back<span className="sr-only"> (in a tab of its own)</span>
        </TextLink>
      )}
      <p role="status" className="w-full text-small text-muted empty:hidden">
        {resetTo !== null &&
          `The training cluster is reset: it is ${resetTo} again, as it was at first. The task begins anew.`}
      </p>
    </div>
  );
}
