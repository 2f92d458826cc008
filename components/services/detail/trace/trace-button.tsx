'use client';

import { useQuery } from '@tanstack/react-query';
import { Route } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { formatTraceSource, tracePods } from '@/lib/snapshot/trace/trace-source';
import { firstSource } from './first-source';
import { useTraceUrl } from './trace-url';

type TraceButtonProps = {
  frontend: FrontendView;
  agents: readonly AgentView[];
  /** The reader comes back from the trace. */
  takesFocus: boolean;
  onOpen: () => void;
};

/** Opens the trace, from where a packet to this frontend most likely comes. */
export function TraceButton({ frontend, agents, takesFocus, onOpen }: TraceButtonProps) {
  const all = useQuery(frontendsQuery()).data?.items ?? [];
  const { setUrl } = useTraceUrl();
  const answering = agents.flatMap(({ node, status }) => (status === null ? [] : [node]));
  return (
    <Button
      kind="primary"
      autoFocus={takesFocus}
      disabled={answering.length === 0}
      title={answering.length === 0 ? 'No agent has reported its settings yet.' : undefined}
      onClick={() => {
        onOpen();
        const source = firstSource(frontend, tracePods(all, frontend.ip), answering);
        if (source !== null) void setUrl({ trace: formatTraceSource(source), hop: null });
      }}
    >
      <Route aria-hidden size={15} strokeWidth={1.7} />
      Trace a packet from…
    </Button>
  );
}
