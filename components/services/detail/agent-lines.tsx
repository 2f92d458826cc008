'use client';

import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import { Age } from '@/components/ui/age';
import { CopyButton } from '@/components/ui/copy-button';
import { NodeName } from '@/components/ui/node-name';
import { RawBlock } from '@/components/ui/raw-block';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { FrontendLinesView, FrontendView } from '@/lib/snapshot/frontend-view';
import { isLeftover } from '../backend-mark';
import { concernedFirst } from '../concerned-first';
import { foldLines, namesBackend } from './fold-lines';

type AgentLinesProps = {
  frontend: FrontendView;
  perNode: readonly FrontendLinesView[];
  /** The agent's own command on a node, `cilium-dbg` or `cilium`. */
  binaryOf: (node: string) => string;
};

/** The row as each agent printed it: those something is wrong with first, the others on request. */
export function AgentLines({ frontend, perNode, binaryOf }: AgentLinesProps) {
  const [all, setAll] = useState(false);
  const { ordered, concerned } = concernedFirst(frontend, perNode);
  const first = Math.min(3, Math.max(1, concerned));
  const shown = all ? ordered : ordered.slice(0, first);
  const bad = namesBackend(frontend.backends.filter((backend) => isLeftover(frontend, backend)));
  return (
    <section aria-label="From the agents">
      <h3 className="mt-3.5 mb-1 font-semibold">From the agents</h3>
      {ordered.length === 0 && <p className="text-muted">No agent prints this row now.</p>}
      <div className="flex flex-col gap-2">
        {shown.map((lines) => (
          <Lines key={lines.node} lines={lines} bad={bad} binary={binaryOf(lines.node)} />
        ))}
      </div>
      {ordered.length > first && (
        <p className="mt-1.5 text-small">
          <TextButton onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${formatPlural(ordered.length - first, 'more node')}`}
          </TextButton>
        </p>
      )}
    </section>
  );
}

type LinesProps = { lines: FrontendLinesView; bad: (line: string) => boolean; binary: string };

function Lines({ lines: { node, line, lines, stale, answeredTimestamp }, bad, binary }: LinesProps) {
  return (
    <RawBlock
      command={`${binary} service list`}
      className="leading-4.5"
      state={stale ? 'stale' : 'ready'}
      source={
        <span>
          <TextLink
            href={`${paths.raw(node, 'service-list')}#L${line}`}
            title={`Line ${line} of the output of ${node}`}
          >
            <NodeName name={node} form="short" className="text-label" />
            <span className="mono text-label">:{line}</span>
          </TextLink>
          {' · '}
          <Age timestamp={answeredTimestamp} />
        </span>
      }
      actions={<CopyButton text={`${lines.join('\n')}\n`} label={`the lines of ${node}`} />}
    >
      {foldLines(lines, bad).map((folded, index) => (
        <div key={index} className={folded.bad ? 'font-medium text-bad' : undefined}>
          {folded.text}
          {folded.folded && (
            <span
              title="One line in the output; folded here to fit. Copy gives the agent’s own bytes."
              className="text-faint"
            >
              <CornerDownLeft aria-label="folded" size={11} strokeWidth={1.6} className="ml-2 inline" />
            </span>
          )}
        </div>
      ))}
    </RawBlock>
  );
}
