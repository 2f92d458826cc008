import type { QueryClient } from '@tanstack/react-query';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { unpackFrontends } from '@/lib/snapshot/pack-frontends';
import { applyFrontendPatch } from '@/lib/snapshot/patch/apply-frontend-patch';
import type { RowDelta } from '@/lib/snapshot/patch/pack-delta';
import { unpackDelta } from '@/lib/snapshot/patch/pack-delta';
import { adviceQuery } from './advice';
import { agentsQuery } from './agents';
import { agreementQuery, convergenceQuery, mergeConvergence } from './agreement';
import { frontendQuery, frontendsQuery } from './frontends';
import { rawQuery } from './raw';
import { addChanges, changesBetween, recentChangesQuery } from './recent-changes';
import { auditQuery, permissionQuery, rolloutQuery, rolloutsQuery } from './rollouts';
import { learnServerClock, serverNowMs } from './server-clock';
import { settingsQuery } from './settings';
import { sourceQuery } from './source';

/** Larger outputs (in characters) stay as they are until the reader asks for the new one. */
const LARGEST_FOLLOWED = 1_000_000;

function askRawAgain(queryClient: QueryClient, before: readonly AgentView[], after: readonly AgentView[]) {
  const known = new Map(before.map((agent) => [agent.node, agent]));
  for (const agent of after) {
    for (const command of ['status', 'service-list'] as const) {
      const was = known.get(agent.node)?.answers[command];
      const now = agent.answers[command];
      if (was?.answeredTimestamp === now.answeredTimestamp && was.problem?.code === now.problem?.code)
        continue;
      const { queryKey } = rawQuery(agent.node, command);
      const shown = queryClient.getQueryData(queryKey);
      const isLarge = shown !== undefined && shown.stdout.length > LARGEST_FOLLOWED;
      void queryClient.invalidateQueries({ queryKey, refetchType: isLarge ? 'none' : 'active' });
    }
  }
}

function noteChanges(
  queryClient: QueryClient,
  before: readonly FrontendView[],
  after: readonly FrontendView[],
) {
  const byKey = (items: readonly FrontendView[]) => new Map(items.map((item) => [item.key, item]));
  const changes = changesBetween(byKey(before), byKey(after), new Date(serverNowMs()).toISOString());
  if (changes.length === 0) return;
  queryClient.setQueryData(recentChangesQuery().queryKey, (old) => addChanges(old ?? [], changes));
}

function applyDelta(queryClient: QueryClient, revision: number, { added, patched, removed }: RowDelta) {
  const { queryKey } = frontendsQuery();
  const list = queryClient.getQueryData(queryKey);
  // The rows may have been asked for after the agents, from whose revision on the stream is read.
  if (list === undefined || revision <= list.revision) return;
  const gone = new Set(removed);
  const patches = new Map(patched.map((patch) => [patch.key, patch]));
  const came = new Map(added.map((row) => [row.key, row]));
  const before: FrontendView[] = [];
  const after: FrontendView[] = [];
  const items = list.items.flatMap((row) => {
    const patch = patches.get(row.key);
    const isTouched = patch !== undefined || gone.has(row.key) || came.has(row.key);
    if (!isTouched) return row;
    before.push(row);
    if (patch === undefined) return [];
    const now = applyFrontendPatch(row, patch);
    after.push(now);
    return now;
  });
  after.push(...added);
  noteChanges(queryClient, before, after);
  queryClient.setQueryData(queryKey, { revision, items: added.length === 0 ? items : [...items, ...added] });
  for (const key of [...patches.keys(), ...came.keys(), ...gone]) {
    void queryClient.invalidateQueries({ queryKey: frontendQuery(key).queryKey });
  }
}

/** Brings the cache of a page to where one event of the stream says the cluster is. */
export function applyToCache(queryClient: QueryClient, event: LiveEvent): void {
  const { revision } = event;
  const agentsKey = agentsQuery().queryKey;
  const frontendsKey = frontendsQuery().queryKey;
  switch (event.event) {
    case 'snapshot': {
      const before = queryClient.getQueryData(frontendsKey);
      const items = unpackFrontends(event.frontends);
      if (before !== undefined) noteChanges(queryClient, before.items, items);
      queryClient.setQueryData(sourceQuery().queryKey, event.source);
      queryClient.setQueryData(agentsKey, { revision, items: event.agents, facts: event.facts });
      queryClient.setQueryData(frontendsKey, { revision, items });
      const asked = [agreementQuery(), convergenceQuery(), settingsQuery(), adviceQuery()].map(
        (query) => query.queryKey,
      );
      for (const queryKey of [['frontend'], ['rollout'], rolloutsQuery().queryKey, ...asked]) {
        void queryClient.invalidateQueries({ queryKey });
      }
      return;
    }
    case 'delta':
      applyDelta(queryClient, revision, unpackDelta(event));
      return;
    case 'agent': {
      const before = queryClient.getQueryData(agentsKey)?.items ?? [];
      const changed = new Map(event.agents.map((agent) => [agent.node, agent]));
      const removed = new Set(event.removed);
      queryClient.setQueryData(agentsKey, (list) => {
        if (list === undefined) return undefined;
        const kept = list.items.filter((agent) => !removed.has(agent.node) && !changed.has(agent.node));
        const items = [...kept, ...changed.values()].sort((a, b) => (a.node < b.node ? -1 : 1));
        return { ...list, revision, items };
      });
      askRawAgain(queryClient, before, event.agents);
      return;
    }
    case 'answers': {
      const before = queryClient.getQueryData(agentsKey)?.items ?? [];
      const changed = before.flatMap((agent) => {
        const answers = event.answers[agent.node];
        return answers === undefined ? [] : [{ ...agent, ...answers }];
      });
      queryClient.setQueryData(
        agentsKey,
        (list) =>
          list && {
            ...list,
            revision,
            items: list.items.map((agent) => {
              const answers = event.answers[agent.node];
              return answers === undefined ? agent : { ...agent, ...answers };
            }),
          },
      );
      askRawAgain(queryClient, before, changed);
      return;
    }
    case 'agreement':
      queryClient.setQueryData(agreementQuery().queryKey, { ...event.agreement, revision });
      return;
    case 'settings':
      queryClient.setQueryData(settingsQuery().queryKey, { ...event.settings, revision });
      return;
    case 'advice':
      queryClient.setQueryData(adviceQuery().queryKey, { ...event.advice, revision });
      return;
    case 'convergence':
      // Who has not asked for the list yet gets it whole when they do.
      queryClient.setQueryData(
        convergenceQuery().queryKey,
        (list) => list && { revision, changes: mergeConvergence(list.changes, event.changes) },
      );
      return;
    case 'rollout':
      queryClient.setQueryData(rolloutQuery(event.rollout.id).queryKey, event.rollout);
      for (const query of [rolloutsQuery(), permissionQuery(), auditQuery()]) {
        void queryClient.invalidateQueries({ queryKey: query.queryKey });
      }
      return;
    case 'facts':
      queryClient.setQueryData(agentsKey, (list) => list && { ...list, revision, facts: event.facts });
      return;
    case 'source':
      queryClient.setQueryData(sourceQuery().queryKey, event.source);
      return;
    case 'heartbeat':
      learnServerClock(event.timestamp);
  }
}
