'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ClusterAround } from '@/lib/learn/rows/cluster-around';
import { fitsLink } from '@/lib/learn/rows/rows-state';
import { agentsQuery } from '@/lib/queries/agents';
import { frontendQuery, frontendsQuery } from '@/lib/queries/frontends';
import { clusterService, liveServices } from './cluster-service';

const mostProposed = 500;

type UseMyServiceProps = { onUse: (text: string, around: ClusterAround) => void };

/** Fills the simulator with a Service of this cluster: its manifest, its pods, the nodes and their version. */
export function UseMyService({ onUse }: UseMyServiceProps) {
  const agents = useQuery(agentsQuery());
  const frontends = useQuery(frontendsQuery());
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const services = useMemo(() => liveServices(frontends.data?.items ?? []), [frontends.data]);
  const isKnown = services.length > 0 && (agents.data?.items ?? []).some(({ status }) => status !== null);

  async function take(name: string) {
    const service = services.find((candidate) => candidate.name === name);
    if (service === undefined) return;
    try {
      const details = await Promise.all(service.keys.map((key) => client.fetchQuery(frontendQuery(key))));
      const found = clusterService(name, details, agents.data?.items ?? []);
      if (found === null) return setProblem('The API says nothing of this Service.');
      if (!fitsLink(found.text)) return setProblem('Its manifest is longer than a link takes.');
      setProblem(null);
      setOpen(false);
      onUse(found.text, found.around);
    } catch {
      setProblem('The cluster could not be asked.');
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      {isOpen && (
        <label className="flex items-center gap-2 text-small text-muted">
          Service
          <input
            // The field comes because it was asked for: what is typed next belongs to it.
            autoFocus
            list={id}
            placeholder="namespace/name"
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => void take(target.value)}
            className="target mono h-7.5 w-60 min-w-0 rounded-control border border-line-strong bg-surface px-2 text-text"
          />
          <datalist id={id}>
            {services.slice(0, mostProposed).map(({ name }) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
      )}
      {problem !== null && (
        <span role="status" className="text-small text-bad">
          {problem}
        </span>
      )}
      <Button
        disabled={!isKnown}
        aria-expanded={isOpen}
        title={
          isKnown
            ? 'A Service of this cluster, its pods, and the nodes with their version'
            : agents.isError || frontends.isError
              ? 'The cluster could not be asked.'
              : 'No agent has listed a Service of the API yet.'
        }
        onClick={() => setOpen(!isOpen)}
      >
        Use my cluster
      </Button>
    </div>
  );
}
