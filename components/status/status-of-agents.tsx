'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { parseAsString, useQueryState, type UseQueryStatesReturn } from 'nuqs';
import { useMemo, useRef, useState } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { useNodeNameParts } from '@/components/ui/node-name';
import { Notice } from '@/components/ui/notice';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { fields } from '@/lib/cilium/fields/catalogue';
import { isFieldId } from '@/lib/cilium/fields/field-id';
import type { Topic } from '@/lib/cilium/fields/output-lines';
import { outputNotes } from '@/lib/cilium/fields/output-notes';
import { frontendsQuery } from '@/lib/queries/frontends';
import { settingsQuery } from '@/lib/queries/settings';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { CompareNodes } from './compare/compare-nodes';
import { CompareVersions } from './compare/compare-versions';
import { agentAnswer } from './context/agent-problem';
import { fieldContext } from './context/field-context';
import { nameInSentence } from './context/name-in-sentence';
import { SettingsNotice } from './desired/settings-notice';
import { CouldNotAsk } from './details/could-not-ask';
import { DetailsPanel } from './details/details-panel';
import { useAgentOutput } from './details/use-agent-output';
import { fieldAgreement } from './explain/agreement';
import { FieldExplanation } from './explain/field-explanation';
import { NoteExplanation } from './explain/note-explanation';
import type { statusParams } from './status-url';
import { desiredCells } from './strip/desired-cells';
import { SettingsStrip } from './strip/settings-strip';
import { stripRows } from './strip/strip-rows';

type Url = UseQueryStatesReturn<typeof statusParams>;

type StatusOfAgentsProps = {
  agents: readonly AgentView[];
  agent: AgentView;
  url: Url[0];
  setUrl: Url[1];
};

/** So much of a name that the link gives is said again. */
const nameMaxChars = 60;

/** The settings of all agents, the text of one, and the line of it that is chosen, explained. */
export function StatusOfAgents({ agents, agent, url, setUrl }: StatusOfAgentsProps) {
  const frontends = useQuery(frontendsQuery());
  const partsOf = useNodeNameParts();
  const nameOf = (node: string) => nameInSentence(partsOf(node));
  const shortName = nameOf(agent.node);
  const article = useRef<HTMLElement>(null);
  const context = useMemo(
    () => fieldContext(agent, frontends.data?.items ?? [], nameOf),
    // What short names are cut to changes with the agents, and shows in this one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [agent, shortName, frontends.data],
  );
  const rows = useMemo(() => stripRows(agents), [agents]);
  const settings = useQuery(settingsQuery());
  const desired = useMemo(() => desiredCells(settings.data), [settings.data]);
  const output = useAgentOutput(agent.node);
  // Short text names the mode only; then the sweep's JSON says more.
  const status = (output.block === null ? null : output.status) ?? agent.status;
  // What the pointer rests on is explained while it rests; what is chosen stays, and is in the URL.
  const [rested, setRested] = useState<Topic | null>(null);
  const chosen: Topic =
    url.field ?? (status?.kubeProxyReplacement?.features.nodePort?.enabled === true ? 'mode' : 'status');
  const [named] = useQueryState('field', parseAsString);
  const unknown = url.field === null && named !== null && named !== '' ? named.slice(0, nameMaxChars) : null;
  const field = rested ?? chosen;
  const agreement = useMemo(() => (isFieldId(field) ? fieldAgreement(field, agents) : null), [field, agents]);
  const answer = agentAnswer(agent);
  const missing = url.node !== null && url.node !== agent.node;
  const other = agents.find(({ node }) => node === url.compare && node !== agent.node);
  const comparing =
    other !== undefined || (url.version !== null && context.version !== null && status !== null);
  const compare = {
    only: url.only,
    selected: chosen,
    onOnly: (only: 'all' | 'differing') => void setUrl({ only }),
    onSelect: choose,
  };

  function choose(next: Topic, by: 'pointer' | 'keyboard') {
    setRested(null);
    void setUrl({ field: next });
    // Where the explanation stands below the text, what was tapped must come into sight.
    const below = article.current !== null && article.current.getBoundingClientRect().left < 100;
    if (by === 'pointer' && below) article.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  }

  /** Goes on to a line that the explanation names: the next one is read from its beginning. */
  function follow(next: Topic) {
    setRested(null);
    void setUrl({ field: next });
    const top = article.current?.getBoundingClientRect().top ?? 0;
    if (top < 0) article.current?.scrollIntoView({ block: 'start' });
    article.current?.focus({ preventScroll: true });
  }

  return (
    <>
      <SettingsStrip
        desired={desired}
        rows={rows}
        node={agent.node}
        field={chosen}
        onNode={(node) => void setUrl({ node })}
        onField={(next) => void setUrl({ field: next })}
      />
      <SettingsNotice className="mx-4 mt-2.5 desk:mx-6" total={agents.length} nameOf={nameOf} />
      {missing ? (
        <Notice className="mx-4 mt-2.5 desk:mx-6" tone="warn" title={`No agent runs on ${url.node}.`}>
          The link named that node; this is {agent.node} instead.
        </Notice>
      ) : (
        answer.state === 'stale' &&
        answer.problem !== null && (
          <Notice
            className="mx-4 mt-2.5 desk:mx-6"
            tone="warn"
            title={`${nameOf(agent.node)} does not answer: ${answer.problem.title}.`}
          >
            What is shown is its last answer. {answer.problem.hint}
          </Notice>
        )
      )}
      {unknown !== null && (
        <Notice className="mx-4 mt-2.5 desk:mx-6" tone="warn" title={`No line “${unknown}” is known here.`}>
          The link named it; this is {isFieldId(chosen) ? fields[chosen].title : outputNotes[chosen].label}{' '}
          instead. Any line of the text can be chosen.
        </Notice>
      )}
      {(url.compare !== null && other === undefined) || (url.version !== null && !comparing) ? (
        <Notice className="mx-4 mt-2.5 desk:mx-6" tone="warn" title="There is nothing to compare with.">
          {url.compare !== null
            ? `No other agent runs on ${url.compare}.`
            : 'The version of this agent is not known, so no other can be set beside it.'}
        </Notice>
      ) : null}
      <div
        className={clsx(
          'mt-3.5 border-t border-line min-[65rem]:grid',
          comparing
            ? 'min-[65rem]:grid-cols-[36rem_minmax(0,1fr)] min-[80rem]:grid-cols-[42rem_minmax(0,1fr)]'
            : 'min-[65rem]:grid-cols-[31rem_minmax(0,1fr)] min-[80rem]:grid-cols-[32.5rem_minmax(0,1fr)]',
        )}
      >
        <section
          aria-label="Output of the agent"
          data-tour="details"
          className="pt-4 pb-4 min-[65rem]:sticky min-[65rem]:top-(--bar) min-[65rem]:self-start desk:pb-6 desk:pl-6 max-[65rem]:desk:pr-6"
        >
          {other !== undefined ? (
            <CompareNodes key={agent.node} agent={agent} other={other} output={output} {...compare} />
          ) : url.version !== null && context.version !== null && status !== null ? (
            <CompareVersions
              status={status}
              here={context.version}
              hereText={`${nameOf(agent.node)}, ${agent.version ?? ''}`}
              there={url.version}
              {...compare}
            />
          ) : (
            <>
              <SegmentedControl
                label="Form of the output"
                className="mb-2.5 max-desk:mx-4"
                segments={[
                  { value: 'block', label: 'Details block' },
                  { value: 'whole', label: 'Whole output' },
                  { value: 'table', label: 'Table' },
                ]}
                value={url.view}
                onValueChange={(view) => {
                  setRested(null);
                  void setUrl({ view });
                }}
              />
              <DetailsPanel
                key={agent.node}
                agent={agent}
                output={output}
                agents={agents}
                field={chosen}
                view={url.view}
                nameOf={(node) => partsOf(node).distinct}
                onField={choose}
                onRest={setRested}
              />
            </>
          )}
        </section>
        <article
          ref={article}
          tabIndex={-1}
          aria-label="What the line means"
          className="@container min-w-0 scroll-mt-(--bar) border-t border-line px-4 pt-4 pb-6 outline-none min-[65rem]:border-t-0 min-[65rem]:pl-8 desk:pb-10 desk:pr-6 max-[65rem]:desk:pl-6"
        >
          {!isFieldId(field) ? (
            <NoteExplanation
              id={field}
              printed={status?.sections[outputNotes[field].label] ?? null}
              onField={follow}
            />
          ) : status !== null && agreement !== null ? (
            <FieldExplanation
              id={field}
              node={agent.node}
              printed={
                output.block?.some((line) => line.field === field && line.value.trim() !== '') ?? false
              }
              status={status}
              context={context}
              agreement={agreement}
              versionText={agent.version}
              depth={url.depth}
              l4={url.l4}
              onDepth={(depth) => void setUrl({ depth })}
              onL4={(l4) => void setUrl({ l4 })}
              onField={follow}
            />
          ) : answer.state === 'pending' ? (
            <PendingBars widths={[20, 70, 90, 84, 60]} />
          ) : (
            <CouldNotAsk error={null} problem={answer.problem}>
              Nothing is known of this agent yet.
            </CouldNotAsk>
          )}
        </article>
      </div>
    </>
  );
}
