import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { LessonTexts } from '@/lib/snapshot/lesson-list-view';
import type { SourceView } from '@/lib/snapshot/source-view';
import type { TrainingRequest, TrainingView } from '@/lib/snapshot/training-view';
import { fetchJson, postJson } from './fetch-json';
import { sourceQuery } from './source';

/** Which training clusters there are, and whether they may be begun anew from here. */
export function trainingQuery() {
  return queryOptions({
    queryKey: ['training'],
    queryFn: ({ signal }) => fetchJson<TrainingView>(paths.api.training, signal),
  });
}

/** The lessons that the cluster holds in ConfigMaps. */
export function lessonTextsQuery() {
  return queryOptions({
    queryKey: ['lesson-texts'],
    queryFn: ({ signal }) => fetchJson<LessonTexts>(paths.api.lessons, signal),
    staleTime: 0,
  });
}

/** Under which it is known that a training cluster is being begun anew. */
export const restartKey = ['restart-training'];

/** Begins a training cluster anew. Sent once, and not taken back by leaving the page. */
export function restartTraining(queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: restartKey,
    mutationFn: (request: TrainingRequest) =>
      postJson<SourceView>(paths.api.training, request, new AbortController().signal),
    retry: false,
    onSuccess: async (source) => {
      // What was known is of a cluster that is gone: nothing of it may be shown, or judged on.
      await queryClient.resetQueries();
      queryClient.setQueryData(sourceQuery().queryKey, source);
    },
  });
}
