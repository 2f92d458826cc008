'use client';

import type { AgentView } from '@/lib/snapshot/agent-view';
import type { ComparedVersion } from './compared-versions';
import { comparedVersions } from './compared-versions';

type CompareSelectProps = {
  agents: readonly AgentView[];
  agent: AgentView;
  compare: string | null;
  version: ComparedVersion | null;
  onCompare: (to: { compare: string | null; version: ComparedVersion | null }) => void;
};

const nodeMark = 'node:';

/** What stands beside the agent: nothing, another agent, or another version of Cilium. */
export function CompareSelect({ agents, agent, compare, version, onCompare }: CompareSelectProps) {
  const others = agents.filter(({ node }) => node !== agent.node);
  const mixed = new Set(agents.map((one) => one.version)).size > 1;
  return (
    <select
      aria-label="Compare with"
      value={compare !== null ? `${nodeMark}${compare}` : (version ?? '')}
      onChange={(event) => {
        const { value } = event.target;
        onCompare({
          compare: value.startsWith(nodeMark) ? value.slice(nodeMark.length) : null,
          version: comparedVersions.find((one) => one === value) ?? null,
        });
      }}
      className="target h-7 max-w-48 rounded-control border border-line bg-surface px-2 text-small max-desk:max-w-36"
    >
      <option value="">
        {compare === null && version === null ? 'Compare with…' : 'Compare with nothing'}
      </option>
      {others.length > 0 && (
        <optgroup label="Another node">
          {others.map((other) => (
            <option key={other.node} value={`${nodeMark}${other.node}`}>
              {other.node}
              {mixed && other.version !== null ? ` · ${other.version}` : ''}
            </option>
          ))}
        </optgroup>
      )}
      <optgroup label="Another version of Cilium">
        {comparedVersions.map((one) => (
          <option key={one} value={one}>
            Cilium {one}
            {one === comparedVersions.at(-1) ? ' (main)' : ''}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
