'use client';

import { parseAsArrayOf, parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useMemo } from 'react';

const networks = ['source', 'options'] as const;

/** What the network between nodes is taken to do: check sources, drop IP options. */
export type NetworkFault = (typeof networks)[number];

const traceParams = {
  /** Where the packet comes from: `outside:node`, `node:node`, `pod:address`; null = nothing is followed. */
  trace: parseAsString,
  /** The backend to follow, `ip:port`. */
  via: parseAsString,
  packet: parseAsStringLiteral(['first', 'full', 'replaced'] as const).withDefault('first'),
  net: parseAsArrayOf(parseAsStringLiteral(networks)).withDefault([]),
  /** Asked for where the agent prints no protocol. */
  l4: parseAsStringLiteral(['TCP', 'UDP'] as const).withDefault('TCP'),
  /** The hop in sight, from 1. */
  hop: parseAsInteger.withDefault(1),
};

/** Nothing is followed. */
export const noTrace = { trace: null, via: null, packet: null, net: null, l4: null, hop: null };

/** Gives what is followed out of the URL, and the way to change it. */
export function useTraceUrl() {
  const [url, setUrl] = useQueryStates(traceParams, { history: 'replace' });
  return useMemo(() => ({ url, setUrl }), [url, setUrl]);
}

export type TraceUrl = ReturnType<typeof useTraceUrl>['url'];
export type SetTraceUrl = ReturnType<typeof useTraceUrl>['setUrl'];
