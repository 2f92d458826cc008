import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { newestRollout } from '@/lib/learn/lesson/judge-cluster';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { rolloutsQuery } from '@/lib/queries/rollouts';
import { useProgress } from './use-progress';

/** Notes, once a lesson that asks for a rollout is begun, which was the newest until then. */
export function useRolloutsBefore({ task }: Lesson, progressId: string): void {
  const { progress, tell } = useProgress();
  const isNeeded =
    task.goals.some(({ judge }) => judge.on === 'rollout') &&
    progress[progressId]?.newestRolloutBefore === undefined;
  const { data: rollouts, isFetching } = useQuery({ ...rolloutsQuery(), enabled: isNeeded });
  useEffect(() => {
    // What was known from before may lack the newest.
    if (isNeeded && rollouts !== undefined && !isFetching)
      tell(progressId, { kind: 'rollouts-seen', newest: newestRollout(rollouts.items) });
  }, [isNeeded, rollouts, isFetching, progressId, tell]);
}
