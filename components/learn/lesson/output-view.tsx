'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shownLine, splitLines } from '@/components/raw/split-lines';
import { CopyButton } from '@/components/ui/copy-button';
import { RawBlock } from '@/components/ui/raw-block';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { matchedLines } from '@/lib/learn/lesson/matched-lines';
import { paths } from '@/lib/paths';
import { agentsQuery } from '@/lib/queries/agents';
import { rawQuery } from '@/lib/queries/raw';
import type { AgentCommand } from '@/lib/snapshot/agent-view';

/** What is read in a lesson; the raw page has all of it. */
const mostLines = 60;

type OutputViewProps = { command: AgentCommand; match: readonly string[] };

/** What an agent of this cluster prints, now: the lines that a card is about. The first one's, until another is chosen. */
export function OutputView({ command, match }: OutputViewProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: agents, isError } = useQuery({ ...agentsQuery(), select: ({ items }) => items });
  const agent = agents?.find(({ node }) => node === chosen) ?? agents?.[0];
  if (agents === undefined || agent === undefined) {
    return (
      <p className="text-muted">
        {isError
          ? 'The cluster could not be asked.'
          : agents === undefined
            ? 'Asking an agent.'
            : 'This cluster has no agent.'}
      </p>
    );
  }
  const nodes = agents.map(({ node }) => node);
  return (
    <OutputOf
      {...{ node: agent.node, version: agent.version, nodes, command, match }}
      onNode={(node) => setChosen(node)}
    />
  );
}

type OutputOfProps = OutputViewProps & {
  node: string;
  version: string | null;
  nodes: readonly string[];
  onNode: (node: string) => void;
};

function OutputOf({ node, version, nodes, command, match, onNode }: OutputOfProps) {
  const { data, isError } = useQuery(rawQuery(node, command));
  const all = splitLines(data?.stdout ?? '');
  const found = matchedLines(all, match);
  const lines = found.slice(0, mostLines).map(shownLine);
  const left = all.length - lines.length;
  return (
    <div className="space-y-2">
      {nodes.length > 1 && (
        <label className="flex flex-wrap items-center gap-x-2 text-small text-muted">
          {command === 'service-list'
            ? 'Each node has a table of its own. This is that of'
            : 'Each agent tells its own status. This is that on'}
          <select
            value={node}
            onChange={(event) => onNode(event.target.value)}
            className="target mono max-w-full rounded-control border border-line-strong bg-surface px-1.5 py-1 text-text"
          >
            {nodes.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      )}
      <RawBlock
        command={data?.argv.join(' ') ?? command}
        state={data !== undefined ? (lines.length === 0 ? 'empty' : 'ready') : isError ? 'error' : 'pending'}
        source={node}
        actions={data !== undefined && <CopyButton text={lines.join('\n')} label="these lines" />}
      >
        {data === undefined
          ? 'The agent could not be asked.'
          : lines.length === 0
            ? 'No line of the output is about this.'
            : lines.join('\n')}
      </RawBlock>
      <p className="text-small text-muted">
        This is what the agent on {node}
        {version !== null && `, Cilium ${version},`} prints now
        {left > 0 && `, but for ${formatPlural(left, 'line')}`}.{' '}
        <TextLink href={paths.raw(node, command)}>All of it</TextLink>
      </p>
    </div>
  );
}
