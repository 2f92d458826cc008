'use client';

import { useQuery } from '@tanstack/react-query';
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

/** What the first agent of this cluster prints, now: the lines that a card is about. */
export function OutputView({ command, match }: OutputViewProps) {
  const { data: agent, isError } = useQuery({
    ...agentsQuery(),
    select: ({ items }) => items[0] ?? null,
  });
  if (agent === undefined || agent === null) {
    return (
      <p className="text-muted">
        {isError
          ? 'The cluster could not be asked.'
          : agent === null
            ? 'This cluster has no agent.'
            : 'Asking an agent.'}
      </p>
    );
  }
  return <OutputOf node={agent.node} version={agent.version} command={command} match={match} />;
}

type OutputOfProps = OutputViewProps & { node: string; version: string | null };

function OutputOf({ node, version, command, match }: OutputOfProps) {
  const { data, isError } = useQuery(rawQuery(node, command));
  const all = splitLines(data?.stdout ?? '');
  const found = matchedLines(all, match);
  const lines = found.slice(0, mostLines).map(shownLine);
  const left = all.length - lines.length;
  return (
    <div className="space-y-2">
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
