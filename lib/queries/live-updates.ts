import type { QueryClient } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import { applyToCache } from './apply-to-cache';
import { agentsQuery } from './agents';
import { frontendsQuery } from './frontends';
import { sourceQuery } from './source';

/** How the page and the server are connected. Times are milliseconds since 1970, on the browser's clock. */
export type LiveState =
  | { phase: 'connecting' }
  | { phase: 'live'; lastEventMs: number }
  | { phase: 'retrying'; attempt: number; retryAtMs: number; sinceMs: number }
  | { phase: 'paused'; sinceMs: number };

/** True when the server is away for longer than one attempt to reach it again: a blink is not worth a word. */
export function isCutOff(live: LiveState): live is Extract<LiveState, { phase: 'retrying' }> {
  return live.phase === 'retrying' && live.attempt > 1;
}

export type LiveUpdates = {
  /** Opens the stream; the function given back closes it. */
  start: () => () => void;
  /** Holds the page still: the stream is closed until `resume`. */
  pause: () => void;
  resume: () => void;
  subscribe: (listener: () => void) => () => void;
  getState: () => LiveState;
};

const EVENTS: LiveEvent['event'][] = [
  'snapshot',
  'delta',
  'agent',
  'answers',
  'agreement',
  'convergence',
  'settings',
  'advice',
  'rollout',
  'source',
  'facts',
  'heartbeat',
];
const FIRST_BACKOFF_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;
/** A server that says nothing for so long is not there: heartbeats come far more often. */
const SILENCE_MS = 45_000;

/** Where to go on after what the cache holds: the older of its two lists, or undefined for all anew. */
function lastRevision(queryClient: QueryClient): number | undefined {
  const agents = queryClient.getQueryData(agentsQuery().queryKey);
  const frontends = queryClient.getQueryData(frontendsQuery().queryKey);
  if (agents === undefined || frontends === undefined) return undefined;
  return Math.min(agents.revision, frontends.revision);
}

/**
 * Keeps the cache of a page as the server's event stream says, and says how the connection is.
 * A broken stream is opened again after 1 s, 2 s, … 30 s, from the last revision seen.
 */
export function createLiveUpdates(
  queryClient: QueryClient,
  openEventSource: (url: string) => EventSource = (url) => new EventSource(url),
): LiveUpdates {
  const listeners = new Set<() => void>();
  let state: LiveState = { phase: 'connecting' };
  let stream: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let seen: number | undefined;

  function setState(next: LiveState) {
    state = next;
    listeners.forEach((listener) => listener());
  }

  function close() {
    clearTimeout(timer);
    stream?.close();
    stream = undefined;
  }

  function retry() {
    close();
    const backoffMs = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt);
    attempt += 1;
    const now = Date.now();
    const sinceMs = state.phase === 'retrying' ? state.sinceMs : now;
    setState({ phase: 'retrying', attempt, retryAtMs: now + backoffMs, sinceMs });
    timer = setTimeout(open, backoffMs);
  }

  function expectMore() {
    clearTimeout(timer);
    timer = setTimeout(retry, SILENCE_MS);
  }

  function receive(message: MessageEvent<string>) {
    // Written by our own server from the same type.
    const event = JSON.parse(message.data) as LiveEvent;
    if (event.event !== 'heartbeat') seen = event.revision;
    applyToCache(queryClient, event);
    attempt = 0;
    expectMore();
    setState({ phase: 'live', lastEventMs: Date.now() });
  }

  function open() {
    close();
    const after = seen ?? lastRevision(queryClient);
    const opened = openEventSource(
      after === undefined ? paths.api.events : `${paths.api.events}?lastEventId=${after}`,
    );
    stream = opened;
    for (const name of EVENTS) opened.addEventListener(name, receive);
    opened.addEventListener('open', () => {
      expectMore();
      setState({ phase: 'live', lastEventMs: Date.now() });
    });
    opened.addEventListener('error', retry);
    expectMore();
  }

  return {
    start() {
      let ended = false;
      setState({ phase: 'connecting' });
      // The first answers come compressed and at once; the stream goes on from their revision.
      void Promise.all([
        queryClient.prefetchQuery(sourceQuery()),
        queryClient.prefetchQuery(agentsQuery()),
        queryClient.prefetchQuery(frontendsQuery()),
      ]).then(() => {
        if (!ended && state.phase === 'connecting') open();
      });
      return () => {
        ended = true;
        close();
      };
    },
    pause() {
      close();
      setState({ phase: 'paused', sinceMs: Date.now() });
    },
    resume() {
      attempt = 0;
      setState({ phase: 'connecting' });
      open();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getState: () => state,
  };
}
