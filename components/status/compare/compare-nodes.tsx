'use client';

import { clsx } from 'clsx';
import { useMemo } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { agentAnswer } from '../context/agent-problem';
import { CouldNotAsk } from '../details/could-not-ask';
import type { AgentOutput } from '../details/use-agent-output';
import { useAgentOutput } from '../details/use-agent-output';
import { CompareFrame } from './compare-frame';
import type { ComparedRow } from './compared-rows';
import { comparedRows } from './compared-rows';
import type { CompareProps } from './compare-props';

/** The text says more than the sweep’s JSON (devices of masquerading, cluster health), so it is compared where it came. */
const statusOf = (agent: AgentView, { block, status }: AgentOutput) =>
  (block === null ? null : status) ?? agent.status;

/** Two agents side by side, every field as each prints it. */
export function CompareNodes({
  agent,
  other,
  output,
  ...frame
}: CompareProps & { agent: AgentView; other: AgentView; output: AgentOutput }) {
  const otherOutput = useAgentOutput(other.node);
  const left = statusOf(agent, output);
  const right = statusOf(other, otherOutput);
  const rows = useMemo(() => comparedRows(left, right), [left, right]);
  if (left === null || right === null) {
    const silent = left === null ? agent : other;
    const answer = agentAnswer(silent);
    return answer.state === 'pending' ? (
      <PendingBars row="h-6" widths={[80, 90, 84, 88, 92, 86, 90]} />
    ) : (
      <CouldNotAsk error={null} problem={answer.problem}>
        Nothing is known of {silent.node} yet.
      </CouldNotAsk>
    );
  }
  return (
    <CompareFrame
      label="Two nodes"
      left={<Side agent={agent} />}
      right={<Side agent={other} />}
      rows={rows}
      isDifferent={({ verdict }) => verdict === 'differs' || verdict === 'one-sided'}
      {...frame}
    >
      {(row) => <Row row={row} selected={row.id === frame.selected} />}
    </CompareFrame>
  );
}

function Side({ agent }: { agent: AgentView }) {
  const { answeredTimestamp } = agent.answers.status;
  const { state } = agentAnswer(agent);
  return (
    <span className="min-w-0 truncate" title={agent.node}>
      <NodeName name={agent.node} form="short" className="font-medium" />{' '}
      <span className={clsx('text-label', state === 'stale' ? 'text-warn' : 'text-faint')}>
        {agent.version ?? 'version not known'}
        {answeredTimestamp !== null && (
          <>
            {' · '}
            <Age timestamp={answeredTimestamp} />
          </>
        )}
      </span>
    </span>
  );
}

function Row({ row: { id, left, right, verdict }, selected }: { row: ComparedRow; selected: boolean }) {
  const differs = verdict === 'differs' || verdict === 'one-sided';
  return (
    <>
      <span className={clsx('flex items-baseline gap-1.5 max-desk:col-span-2', !selected && 'text-muted')}>
        {differs && <StateMark mark="differs" tone="warn" label="differs" size={11} className="flex-none" />}
        {fields[id].title}
      </span>
      {[left, right].map((text, side) => (
        <span
          key={side}
          className={clsx(
            'mono min-w-0 leading-5 wrap-anywhere',
            text === null
              ? 'font-sans text-faint'
              : differs
                ? 'font-medium text-warn'
                : !selected && 'text-text',
          )}
        >
          {text ?? 'not reported'}
        </span>
      ))}
    </>
  );
}
