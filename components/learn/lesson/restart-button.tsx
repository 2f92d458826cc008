'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { restartTraining, trainingQuery } from '@/lib/queries/training';

type RestartButtonProps = {
  /** The training cluster to begin. */
  scenario: string;
  words: string;
  /** What is asked before; nothing is where the page has told already. */
  question?: { what: string; confirm: string; keep: string };
  onDone?: () => void;
};

/** Begins a training cluster anew; nothing at all where none is looked at. */
export function RestartButton({ scenario, words, question, onDone }: RestartButtonProps) {
  const queryClient = useQueryClient();
  const { data: training } = useQuery(trainingQuery());
  const [isAsked, setAsked] = useState(false);
  const restart = useMutation(restartTraining(queryClient));
  if (training === undefined || training.scenario === null) return null;
  const why = training.mayRestart
    ? undefined
    : 'This server makes no changes: it was started with --read-only.';
  const begin = () => {
    setAsked(false);
    // What is known is forgotten with the old cluster, and this button with it for a moment: a promise outlives that.
    restart.mutateAsync({ scenario }).then(onDone, () => {});
  };
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button
        disabled={restart.isPending || !training.mayRestart}
        title={why}
        onClick={question === undefined ? begin : () => setAsked(true)}
      >
        {restart.isPending ? 'It begins anew' : words}
      </Button>
      {question !== undefined && (
        <Dialog open={isAsked} onOpenChange={setAsked} title={`${words}?`}>
          <div className="space-y-4">
            <p className="text-pretty">{question.what}</p>
            <div className="flex flex-wrap justify-end gap-2">
              <Button onClick={() => setAsked(false)}>{question.keep}</Button>
              <Button className="border-bad text-bad" onClick={begin}>
                {question.confirm}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
      {restart.isError && (
        <span role="alert" className="text-small text-bad">
          It did not begin anew: {restart.error.message}
        </span>
      )}
    </span>
  );
}
