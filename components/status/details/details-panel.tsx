'use client';

import { useMemo, type ReactNode } from 'react';
import { OutputLines } from '@/components/raw/output-lines';
import { splitLines } from '@/components/raw/split-lines';
import { PendingBars } from '@/components/state/pending-bars';
import { Age } from '@/components/ui/age';
import { CopyButton } from '@/components/ui/copy-button';
import { TextButton, TextLink } from '@/components/ui/text-link';
import type { DetailsLine } from '@/lib/cilium/fields/details-block';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { UnparsedLine } from '@/lib/cilium/unparsed-line';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { AgentView, RawAnswerView } from '@/lib/snapshot/agent-view';
import { CouldNotAsk } from './could-not-ask';
import { DetailsLines } from './details-lines';
import { lineRemark } from './line-remark';
import { OutputFrame } from './output-frame';
import { StructuredDetails } from './structured-details';
import type { AgentOutput } from './use-agent-output';

type DetailsPanelProps = {
  agent: AgentView;
  output: AgentOutput;
  agents: readonly AgentView[];
  field: FieldId;
  whole: boolean;
  nameOf: (node: string) => string;
  onField: (field: FieldId, by: 'pointer' | 'keyboard') => void;
  onWhole: (whole: boolean) => void;
};

/** The agent’s own text, untouched; where it gave none, its values in our words. */
export function DetailsPanel(props: DetailsPanelProps) {
  const { agent, output, field, onField } = props;
  const { answer, block, status: read } = output;
  if (answer !== undefined && block !== null && read !== null)
    return <AnnotatedOutput {...props} answer={answer} block={block} unparsed={read.unparsed} />;
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
  unparsed: readonly UnparsedLine[];
};

function AnnotatedOutput({
  answer,
  block,
  unparsed,
  agent,
  agents,
  field,
  whole,
  nameOf,
  onField,
  onWhole,
}: AnnotatedOutputProps) {
  const { stdout } = answer;
  const lines = useMemo(() => splitLines(stdout), [stdout]);
  const stale = answer.problem !== null || agent.answers.status.stale;
  const body = block.filter(({ kind }) => kind !== 'head' && kind !== 'blank');
  const remarks = new Map(
    block.map((line) => [line.line, lineRemark(line, { agents, node: agent.node, unparsed, nameOf })]),
  );
  const unknown = body.filter(({ line }) => remarks.get(line)?.kind === 'not-understood').length;
  const count = `${formatPlural(body.length, 'line')}, ${unknown === 0 ? 'all known' : `${formatCount(unknown)} not understood`}`;
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
            label={whole ? 'the whole output' : 'the block as printed'}
            text={() => (whole ? stdout : block.map(({ label, value }) => label + value).join('\n'))}
          />
        }
      >
        {whole ? (
          <OutputLines
            lines={lines}
            unparsed={unparsed}
            line={block.find((line) => line.field === field)?.line ?? null}
            className="h-[70vh]"
          />
        ) : (
          <DetailsLines
            lines={block}
            selected={field}
            stale={stale}
            remarkOf={({ line }) => remarks.get(line) ?? null}
            onSelect={onField}
          />
        )}
      </OutputFrame>
      <Foot left={count}>
        <TextButton aria-expanded={whole} onClick={() => onWhole(!whole)}>
          {whole ? 'Only the block' : `Whole output, ${formatPlural(lines.length, 'line')}`}
        </TextButton>
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
