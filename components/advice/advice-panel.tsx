'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryState } from 'nuqs';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextButton } from '@/components/ui/text-link';
import { formatCount, formatPlural, formatWordList } from '@/lib/format';
import { adviceQuery } from '@/lib/queries/advice';
import type { AdviceGap, AdviceItem, AdviceView } from '@/lib/snapshot/advice/advice-view';
import { silencedParam } from './advice-url';
import { AdviceRow } from './advice-row';
import { silencedName } from './silenced-advice';
import { useSilencedAdvice } from './use-silenced-advice';

const gapWords: Record<AdviceGap, string> = {
  services: 'Services',
  pods: 'pods',
  nodes: 'nodes',
  configuration: 'the agents’ configuration',
};

/** What rules have to say of how this cluster is set up; what the reader silenced stands apart. */
export function AdvicePanel({ className }: { className?: string }) {
  const query = useQuery(adviceQuery());
  const { silenced, silence, bringBack } = useSilencedAdvice();
  const [showsSilenced, setShowsSilenced] = useQueryState('silenced', silencedParam);
  const isSilenced = (item: AdviceItem): boolean => silenced.has(silencedName(item));
  const items = query.data?.items ?? [];
  const quiet = items.filter(isSilenced);
  const spoken = items.filter((item) => !isSilenced(item));
  return (
    <QueryPanel
      title="Advice"
      aside={spoken.length > 0 ? formatCount(spoken.length) : undefined}
      end={
        quiet.length > 0 && (
          <TextButton aria-expanded={showsSilenced} onClick={() => void setShowsSilenced(!showsSilenced)}>
            {showsSilenced ? 'Hide silenced' : `Show silenced (${formatCount(quiet.length)})`}
          </TextButton>
        )
      }
      query={query}
      className={className}
      pending={<PendingBars widths={[48, 92, 40, 84]} row="h-6" />}
    >
      {(view) => (
        <>
          {spoken.length === 0 ? (
            <Nothing view={view} silencedCount={quiet.length} />
          ) : (
            <ul className="divide-y divide-line border-y border-line">
              {spoken.map((item) => (
                <AdviceRow key={item.id} item={item} isSilenced={false} onSwitch={() => silence(item)} />
              ))}
            </ul>
          )}
          {spoken.length > 0 && <Unseen view={view} />}
          {showsSilenced && quiet.length > 0 && (
            <section aria-labelledby="silenced-advice" className="mt-3">
              <h3 id="silenced-advice" className="text-small text-muted">
                Silenced in this browser until the evidence changes
              </h3>
              <ul className="divide-y divide-line">
                {quiet.map((item) => (
                  <AdviceRow key={item.id} item={item} isSilenced onSwitch={() => bringBack(item)} />
                ))}
              </ul>
            </section>
          )}
        </>
      )}
    </QueryPanel>
  );
}

function Nothing({ view, silencedCount }: { view: AdviceView; silencedCount: number }) {
  const { agents, ruleCount } = view;
  if (agents.known === 0)
    return (
      <PanelMessage fact="Nothing to go by.">
        {agents.total === 0 ? 'No agent was found yet.' : 'No agent has said yet what it runs with.'}
      </PanelMessage>
    );
  return (
    <>
      <PanelMessage fact={silencedCount === 0 ? 'No advice:' : 'No other advice:'}>
        {formatPlural(ruleCount, 'rule')} were looked at
        {silencedCount > 0 && `, and what ${formatCount(silencedCount)} of them say is silenced`}.
      </PanelMessage>
      <Unseen view={view} />
    </>
  );
}

/** What rules could not look at: their silence says nothing. */
function Unseen({ view: { agents, gaps } }: { view: AdviceView }) {
  const silent = agents.total - agents.known;
  const sentences = [
    ...(silent > 0
      ? [`${formatPlural(silent, 'agent')} of ${formatCount(agents.total)} did not say what they run with.`]
      : []),
    ...(gaps.length > 0
      ? [
          `Not readable: ${formatWordList(gaps.map((gap) => gapWords[gap]))}. Rules that need them say nothing.`,
        ]
      : []),
  ];
  if (sentences.length === 0) return null;
  return <p className="mt-2 text-small text-pretty text-warn">{sentences.join(' ')}</p>;
}
