'use client';

import { useMemo, type ReactNode } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { Age } from '@/components/ui/age';
import { CopyButton } from '@/components/ui/copy-button';
import { TextLink } from '@/components/ui/text-link';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { DetailsLine } from '@/lib/cilium/fields/details-block';
import { isFieldId } from '@/lib/cilium/fields/field-id';
import type { Topic } from '@/lib/cilium/fields/output-lines';
import { readOutputLines } from '@/lib/cilium/fields/output-lines';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AgentView, RawAnswerView } from '@/lib/snapshot/agent-view';
import { CouldNotAsk } from './could-not-ask';
import { DetailsLines } from './details-lines';
import { differingRemark, lineRemark } from './line-remark';
import { OutputFrame } from './output-frame';
import { StructuredDetails } from './structured-details';
import type { AgentOutput } from './use-agent-output';
import { WholeLines } from './whole-lines';

type DetailsPanelProps = {
  agent: AgentView;
  output: AgentOutput;
  agents: readonly AgentView[];
  field: Topic;
  view: 'block' | 'whole' | 'table';
  nameOf: (node: string) => string;
  onField: (field: Topic, by: 'pointer' | 'keyboard') => void;
  /** What the pointer rests on, null when it leaves. */
  onRest: (field: Topic | null) => void;
};

/** The agent’s own text, untouched; where it gave none, its values in our words. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { agent, output, field, onField } = props;
  const { answer, block, status: read } = output;
  if (answer !== undefined && block !== null && read !== null)
    return <AnnotatedOutput {...props} answer={answer} block={block} read={read} />;
  const command = `${agent.binary ?? 'cilium'} status ${answer === undefined ? '--verbose' : answer.argv.slice(2).join(' ')}`;
  const pending = answer === undefined && output.error === null;
  const problem = answer?.problem ?? agent.answers.status.problem;
  return (
    <>
      <OutputFrame command={command} source={agent.pod} stale={problem !== null}>
        {pending ? (
          <div className="px-3.5 py-2">
            <PendingBars
              row="h-6"
              widths={[44, 38, 40, 46, 42, 62, 34, 40, 42, 46, 42, 42, 22, 30, 54, 32, 30, 30]}
            />
          </div>
        ) : (
          <>
            {agent.status?.kubeProxyReplacement !== undefined && (
              <StructuredDetails
                status={agent.status}
                selected={field}
                remarkOf={(id) =>
                  differingRemark(id, { agents: props.agents, node: agent.node, nameOf: props.nameOf })
                }
                onSelect={(chosen) => onField(chosen, 'pointer')}
              />
            )}
            <div className="border-t border-line px-3.5 py-2.5 font-sans text-body first:border-t-0">
              <CouldNotAsk error={output.error} problem={problem} onRetry={output.askAgain}>
                The answer holds no “KubeProxyReplacement Details”
                {answer !== undefined && answer.stdout === '' ? ': it is empty' : ''}.
              </CouldNotAsk>
            </div>
          </>
        )}
      </OutputFrame>
      <Foot
        left={
          pending
            ? 'asking'
            : agent.status === null
              ? 'nothing known'
              : 'from the JSON answer of the last sweep'
        }
      >
        <TextLink href={paths.raw(agent.node, 'status')}>Whole output</TextLink>
      </Foot>
    </>
  );
}

function Foot({ left, children }: { left: string; children: ReactNode }) {
  return (
    <p className="flex items-baseline justify-between gap-4 px-4 pt-2 text-small text-faint desk:px-0.5">
      <span>{left}</span>
      <span className="flex gap-4">{children}</span>
    </p>
  );
}

type AnnotatedOutputProps = DetailsPanelProps & {
  answer: RawAnswerView;
  block: DetailsLine[];
  read: AgentStatus;
};

function AnnotatedOutput(props: AnnotatedOutputProps) {
  const { answer, block, read, agent, agents, field, view, nameOf, onField, onRest } = props;
  const { stdout } = answer;
  const { unparsed } = read;
  const lines = useMemo(() => readOutputLines(stdout, unparsed), [stdout, unparsed]);
  const stale = answer.problem !== null || agent.answers.status.stale;
  const known = { agents, node: agent.node, unparsed, nameOf };
  const remarks = useMemo(
    () => new Map(block.map((line) => [line.line, lineRemark(line, known)])),
    // What is known changes with the agents and the answer.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [block, agents, unparsed],
  );
  const body = view === 'whole' ? lines : block;
  const told = body.filter(({ kind }) => kind !== 'head' && kind !== 'blank' && kind !== 'notice');
  const unknown = told.filter(
    ({ line, kind }) => kind === 'unknown' || unparsed.some((one) => one.line === line),
  );
  const count = `${formatPlural(told.length, 'line')}, ${unknown.length === 0 ? 'all known' : `${formatCount(unknown.length)} not understood`}`;
  return (
    <>
      <OutputFrame
        command={answer.argv.join(' ')}
        source={
          <span>
            {answer.pod} · <Age timestamp={answer.answeredTimestamp} />
          </span>
        }
        stale={stale}
        actions={
          <CopyButton
            label={view === 'block' ? 'the block as printed' : 'the whole output'}
            text={() =>
              view === 'block' ? block.map(({ label, value }) => label + value).join('\n') : stdout
            }
          />
        }
      >
        {view === 'whole' ? (
          <WholeLines
            lines={lines}
            selected={field}
            stale={stale}
            remarkOf={({ line, kind, topic }) =>
              remarks.get(line) ??
              lineRemark(
                {
                  line,
                  kind: kind === 'topic' ? 'field' : kind,
                  field: topic !== null && isFieldId(topic) ? topic : null,
                },
                known,
              )
            }
            onSelect={onField}
            onRest={onRest}
          />
        ) : view === 'table' ? (
          <StructuredDetails
            status={read}
            selected={field}
            remarkOf={(id) => differingRemark(id, known)}
            onSelect={(chosen) => onField(chosen, 'pointer')}
          />
        ) : (
          <DetailsLines
            lines={block}
            selected={field}
            stale={stale}
            remarkOf={({ line }) => remarks.get(line) ?? null}
            onSelect={onField}
            onRest={onRest}
          />
        )}
      </OutputFrame>
      <Foot left={view === 'table' ? 'the same answer, in our words' : count}>
        <TextLink href={paths.raw(agent.node, 'status')}>Raw</TextLink>
      </Foot>
      {answer.problem !== null && agent.answers.status.problem === null && (
        <div className="mt-3 px-4 desk:px-0.5">
          <CouldNotAsk problem={answer.problem} error={null} />
        </div>
      )}
    </>
  );
}
