'use client';

import { useQuery } from '@tanstack/react-query';
import { RolloutList } from '@/components/rollout/rollout-list';
import { Term } from '@/components/learn/glossary/term';
import { PageHead } from '@/components/shell/page-head';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { PanelMessage } from '@/components/ui/panel-message';
import { planQuery } from '@/lib/queries/plans';
import { settingsQuery } from '@/lib/queries/settings';
import { ChangeForm } from './change-form';
import { NodeChoice } from './node-choice';
import { PendingChange } from './pending-change';
import { versionsOf } from './present-value';
import { useChangeUrl } from './use-change-url';

/** The form: what can be changed here, and the plan that grows from it. Nothing is written. */
export function ChangePage() {
  const settings = useQuery(settingsQuery());
  const url = useChangeUrl();
  const plan = useQuery(planQuery(url.request));
  const versions = settings.data === undefined ? [] : versionsOf(settings.data);
  return (
    <>
      <PageHead title="Change settings" />
      <p className="-mt-2 max-w-prose px-4 pb-2 text-pretty text-muted desk:px-6">
        Agents read every value at their start only. Nothing is written here: your choices become a{' '}
        <Term id="plan">plan</Term>, and the plan is checked before anybody applies it.
      </p>
      <div className="grid items-start gap-x-9 px-4 pb-20 desk:px-6 wide:grid-cols-[minmax(0,1fr)_18.5rem]">
        <QueryPanel
          tour="change"
          title="Settings"
          aside={
            versions.length === 0
              ? undefined
              : `as Cilium ${versions.map(({ text }) => text).join(' and ')} has them`
          }
          query={settings}
          className="min-w-0 py-3"
          pending={<PendingBars widths={[60, 90, 80, 60, 90, 80]} row="h-12" ruled />}
          empty={({ groups }) =>
            groups.length > 0 ? null : (
              <PanelMessage fact="There is nothing to change.">
                No agent is known with its version and its configuration.
              </PanelMessage>
            )
          }
        >
          {(view) => <ChangeForm view={view} request={url.request} plan={plan.data} onChange={url.change} />}
        </QueryPanel>
        <aside
          className="wide:sticky wide:top-14 wide:max-h-[calc(100dvh-4rem)] wide:overflow-y-auto"
          aria-label="Your change"
        >
          {settings.data !== undefined && settings.data.groups.length > 0 && (
            <>
              <PendingChange
                request={url.request}
                onUndo={(key) => url.change(key, undefined)}
                onDiscard={url.discard}
              />
              <NodeChoice view={settings.data} request={url.request} onChoose={url.choose} />
            </>
          )}
          <RolloutList className="pt-6" />
        </aside>
      </div>
    </>
  );
}
