import type { MutateOptions, UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';

/**
 * Gives a `mutate` that is not sent again before it was answered: of a double click the second half comes before
 * `isPending` has reached the page. After a refusal it may be sent anew, after a success only where `again` says so.
 */
export function useSentOnce<Answer, Question>(
  { mutate }: Pick<UseMutationResult<Answer, Error, Question>, 'mutate'>,
  { again }: { again: boolean },
) {
  const isSent = useRef(false);
  return (question: Question, { onSuccess }: Pick<MutateOptions<Answer, Error, Question>, 'onSuccess'>) => {
    if (isSent.current) return;
    isSent.current = true;
    mutate(question, {
      onSuccess,
      onSettled: (_answer, error) => {
        if (error !== null || again) isSent.current = false;
      },
    });
  };
}
