'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { restartTraining, trainingQuery } from '@/lib/queries/training';

type RestartButtonProps = {
  /** The training cluster to begin. */
  scenario: string;
  words: string;
  onDone?: () => void;
};

/** Begins a training cluster anew; nothing at all where none is looked at. */
export function RestartButton({ scenario, words, onDone }: RestartButtonProps) {
  const queryClient = useQueryClient();
  const { data: training } = useQuery(trainingQuery());
  const restart = useMutation(restartTraining(queryClient));
  if (training === undefined || training.scenario === null) return null;
  const why = training.mayRestart
    ? undefined
    : 'This server makes no changes: it was started with --read-only.';
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        disabled={restart.isPending || !training.mayRestart}
        title={why}
        onClick={() => {
          // What is known is forgotten with the old cluster, and this button with it for a moment: a promise outlives that.
          restart.mutateAsync({ scenario }).then(onDone, () => {});
        }}
      >
        {restart.isPending ? 'It begins anew' : words}
      </Button>
      {restart.isError && (
        <span role="alert" className="text-small text-bad">
          It did not begin anew: {restart.error.message}
        </span>
      )}
    </span>
  );
}
