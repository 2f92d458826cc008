'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect } from 'react';
import { IconButton } from '@/components/ui/button';
import { NodeName } from '@/components/ui/node-name';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { StateMark } from '@/components/ui/state-mark';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { agentAnswer } from './context/agent-problem';
import type { AgentAnswer } from './context/agent-problem';

const marks = { fresh: 'agrees', stale: 'unknown', pending: 'unknown', silent: 'leftover' } as const;

/** How an agent answers, as a mark. */
export function AgentMark({ answer }: { answer: AgentAnswer }) {
  return (
    <StateMark
      mark={marks[answer.state]}
      tone={answer.state === 'stale' ? 'warn' : undefined}
      label={answer.label}
    />
  );
}

/** Moves through the nodes with [ and ], unless the reader is typing. */
function useNodeKeys(onStep: (by: 1 | -1) => void) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const typing =
        event.target instanceof HTMLElement &&
        event.target.closest('input, textarea, select, [contenteditable]') !== null;
      if (typing || event.metaKey || event.ctrlKey) return;
      if (event.key === '[') onStep(-1);
      if (event.key === ']') onStep(1);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onStep]);
}

const mostInSight = 4;

type NodeSwitchProps = { agents: readonly AgentView[]; node: string; onNode: (node: string) => void };

/** Which agent is looked at: all of them in sight while they are few, else a list and two arrows. */
export function NodeSwitch({ agents, node, onNode }: NodeSwitchProps) {
  const index = agents.findIndex((agent) => agent.node === node);
  function step(by: 1 | -1) {
    const next = agents[(index + by + agents.length) % agents.length];
    if (next !== undefined && next.node !== node) onNode(next.node);
  }
  useNodeKeys(step);
  if (agents.length <= mostInSight)
    return (
      <SegmentedControl
        label="Node"
        segments={agents.map((agent) => ({
          value: agent.node,
          icon: <AgentMark answer={agentAnswer(agent)} />,
          label: (
            <>
              <NodeName name={agent.node} className="font-sans max-desk:hidden" />
              <NodeName name={agent.node} form="short" className="font-sans desk:hidden" />
            </>
          ),
        }))}
        value={node}
        onValueChange={onNode}
      />
    );
  const current = agents[index];
  return (
    <div className="flex items-center gap-1">
      {current !== undefined && <AgentMark answer={agentAnswer(current)} />}
      <select
        aria-label="Node"
        value={node}
        onChange={(event) => onNode(event.target.value)}
        className="target mono h-7 max-w-72 rounded-control border border-line bg-surface px-2"
      >
        {agents.map((agent) => (
          <option key={agent.node} value={agent.node}>
            {agent.node}
          </option>
        ))}
      </select>
      <IconButton label="Previous node ([)" onClick={() => step(-1)}>
        <ChevronLeft aria-hidden size={16} />
      </IconButton>
      <IconButton label="Next node (])" onClick={() => step(1)}>
        <ChevronRight aria-hidden size={16} />
      </IconButton>
    </div>
  );
}
