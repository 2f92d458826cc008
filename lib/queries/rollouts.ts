import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type {
  AuditEntry,
  ChangePermission,
  RolloutAction,
  RolloutList,
  RolloutRequest,
  RolloutView,
} from '@/lib/snapshot/rollout-view';
import { fetchJson, postJson } from './fetch-json';

/** Steps are pushed; a rollout on screen is asked for as well, so that a stream that is away loses none. */
const whileItRunsMs = 5_000;
/** What a user may, and who holds the lock, changes without a word to us. */
const permissionMs = 15_000;

/** One rollout: pushed, and asked for while it runs. */
export function rolloutQuery(id: string) {
  return queryOptions({
    queryKey: ['rollout', id],
    queryFn: ({ signal }) => fetchJson<RolloutView>(paths.api.rollout(id), signal),
    // Another tab may have sent it on while this page was away from the stream.
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data.endedTimestamp === null ? whileItRunsMs : false,
  });
}

/** Every rollout of this cluster, newest first. */
export function rolloutsQuery() {
  return queryOptions({
    queryKey: ['rollouts'],
    queryFn: ({ signal }) => fetchJson<RolloutList>(paths.api.rollouts, signal),
    staleTime: 0,
  });
}

/** Whether the reader may change anything here. */
export function permissionQuery() {
  return queryOptions({
    queryKey: ['rollout-permission'],
    queryFn: ({ signal }) => fetchJson<ChangePermission>(paths.api.rolloutPermission, signal),
    staleTime: 0,
    refetchInterval: permissionMs,
  });
}

/** What was asked and done, oldest first. */
export function auditQuery() {
  return queryOptions({
    queryKey: ['audit'],
    queryFn: ({ signal }) => fetchJson<{ items: AuditEntry[] }>(paths.api.audit, signal),
    staleTime: 0,
  });
}

function keep(queryClient: QueryClient, rollout: RolloutView): void {
  queryClient.setQueryData(rolloutQuery(rollout.id).queryKey, rollout);
  for (const query of [rolloutsQuery(), permissionQuery(), auditQuery()]) {
    void queryClient.invalidateQueries({ queryKey: query.queryKey });
  }
}

/** Never aborted: what was sent to the cluster is not unsaid by leaving the page. */
const send = <Question>(url: string, question: Question) =>
  postJson<RolloutView>(url, question, new AbortController().signal);

/** Applies a plan. Sent once: a refusal is an answer, and an answer that was lost may have been a yes. */
export function startRollout(queryClient: QueryClient) {
  return mutationOptions({
    mutationKey: ['start-rollout'],
    mutationFn: (request: RolloutRequest) => send(paths.api.rollouts, request),
    retry: false,
    onSuccess: (rollout) => keep(queryClient, rollout),
  });
}

/** Pauses, resumes, aborts or rolls back. */
export function actOnRollout(queryClient: QueryClient, id: string) {
  return mutationOptions({
    mutationKey: ['act-on-rollout', id],
    mutationFn: (action: RolloutAction) => send(paths.api.rolloutAction(id, action), {}),
    retry: false,
    onSuccess: (rollout) => keep(queryClient, rollout),
    // What is on screen was not true any more where it was refused.
    onError: () => queryClient.invalidateQueries({ queryKey: rolloutQuery(id).queryKey }),
  });
}
