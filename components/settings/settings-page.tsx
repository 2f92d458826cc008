'use client';

import { useQuery } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { AdvicePanel } from '@/components/advice/advice-panel';
import { usePhone } from '@/components/services/use-phone';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { TextButton } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { OddOnes, WhyTheyDiffer } from './odd-ones-panel';
import { groupedColumns, mostSingleColumns, singleColumns } from './settings-columns';
import { SettingsGrid } from './settings-grid';
import { SettingsLegend } from './settings-legend';
import { settingsRows, unreportedTitles } from './settings-rows';
import { settingsSentence } from './settings-sentence';
import { settingsParams } from './settings-url';

const section = 'border-t border-line px-4 pt-3.5 pb-4 desk:px-6';

/** Every field on every node: what most agents run with, and who runs with something else. */
export function SettingsPage() {
  const isPhone = usePhone();
  const agents = useQuery(agentsQuery());
  const items = agents.data?.items;
  const [url, setUrl] = useQueryStates(settingsParams, { history: 'replace' });
  const rows = useMemo(() => settingsRows(items ?? []), [items]);
  const differing = useMemo(() => rows.filter(({ majority }) => majority.differs), [rows]);
  const shown = url.rows === 'differing' ? differing : rows;
  const few = (items?.length ?? 0) <= mostSingleColumns;
  const by = url.columns ?? (few ? 'nodes' : 'grouped');
  const columns = useMemo(
    () => (by === 'grouped' ? groupedColumns(items ?? [], rows) : singleColumns(items ?? [])),
    [by, items, rows],
  );
  const unreported = unreportedTitles(rows);
  const sentence =
    items === undefined
      ? null
      : settingsSentence(
          items.map(({ node }) => node),
          rows,
        );
  return (
    <>
      <PageHead
        title="Settings"
        facts={
          items !== undefined && (
            <>
              <span>
                <b>{formatCount(items.length)}</b> {items.length === 1 ? 'agent' : 'agents'}
              </span>
              <span>
                <b>{formatCount(differing.length)}</b>{' '}
                {differing.length === 1 ? 'field differs' : 'fields differ'}
              </span>
            </>
          )
        }
      />
      <p className="-mt-2 px-4 pb-4 text-lead text-pretty text-muted desk:px-6">
        {sentence === null ? (
          agents.error === null ? (
            'Asking what each agent runs with.'
          ) : (
            'KPR Explorer could not be asked what it knows.'
          )
        ) : (
          <>
            <strong className="font-medium text-text">{sentence.state}</strong> {sentence.rest}
          </>
        )}
      </p>
      {differing.length > 0 && (
        <section aria-labelledby="odd-ones" className={section}>
          <h2 id="odd-ones" className="mb-2 text-body font-semibold">
            Odd ones out
          </h2>
          <OddOnes rows={differing} />
          <WhyTheyDiffer count={differing.length} />
        </section>
      )}
      <AdvicePanel className={section} />
      <QueryPanel
        title="Field by node"
        aside={
          items === undefined || items.length === 0
            ? undefined
            : by === 'grouped'
              ? `${formatPlural(columns.length, 'set')} of equal settings on ${formatPlural(items.length, 'node')}`
              : `${formatPlural(shown.length, 'field')} on ${formatPlural(items.length, 'node')}`
        }
        end={
          <span className="flex flex-wrap gap-2">
            <SegmentedControl
              label="Columns"
              segments={[
                { value: 'grouped', label: 'Equal ones together' },
                { value: 'nodes', label: 'Each node' },
              ]}
              value={by}
              onValueChange={(value) => void setUrl({ columns: value })}
            />
            <SegmentedControl
              label="Fields"
              segments={[
                { value: 'differing', label: 'Differing' },
                { value: 'all', label: 'All' },
              ]}
              value={url.rows}
              onValueChange={(value) => void setUrl({ rows: value })}
            />
          </span>
        }
        query={agents}
        className={section}
        pending={<PendingBars widths={[88, 92, 84, 90, 86, 90, 82, 88]} row="h-6" />}
        empty={() =>
          shown.length > 0 ? null : url.rows === 'differing' && rows.length > 0 ? (
            <PanelMessage fact="No field differs.">
              <TextButton onClick={() => void setUrl({ rows: 'all' })}>Show all of them</TextButton>
            </PanelMessage>
          ) : (
            <PanelMessage fact="Nothing to compare.">No agent has given its status yet.</PanelMessage>
          )
        }
      >
        {() => (
          <>
            <SettingsGrid
              key={by}
              rows={shown}
              columns={columns}
              marksOnly={by === 'nodes' && !few}
              isPhone={isPhone}
            />
            <SettingsLegend marksOnly={by === 'nodes' && !few} />
            {unreported.length > 0 && (
              <p className="mt-2 text-small text-pretty text-faint">
                No agent here reports {unreported.join(', ')}: their versions have no such line, or print it
                in another state only. Not reported is not the same as off.
              </p>
            )}
          </>
        )}
      </QueryPanel>
    </>
  );
}
