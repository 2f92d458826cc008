'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { Age } from '@/components/ui/age';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { rolloutsQuery } from '@/lib/queries/rollouts';
import type { RolloutList as List } from '@/lib/snapshot/rollout-view';
import { valueWords } from './rollout-changes';
import { PhaseMark } from './rollout-verdict';
import { phaseTones, phaseWords } from './rollout-words';

const shownFirst = 5;

/** What was applied from here, newest first. */
export function RolloutList({ className }: { className?: string }) {
  const rollouts = useQuery(rolloutsQuery());
  return (
    <QueryPanel
      title="Rollouts"
      aside={rollouts.data === undefined ? undefined : formatCount(rollouts.data.items.length)}
      end={<TextLink href={paths.audit}>Audit</TextLink>}
      query={rollouts}
      className={className}
      pending={<PendingBars widths={[80, 92, 74]} row="h-12" ruled />}
      empty={({ items }) =>
        items.length > 0 ? null : (
          <PanelMessage fact="Nothing was applied from here yet.">
            A plan is applied on its page.
          </PanelMessage>
        )
      }
    >
      {({ items }) => <Rollouts items={items} />}
    </QueryPanel>
  );
}

function Rollouts({ items }: List) {
  const [all, setAll] = useState(false);
  return (
    <>
      <ul className="border-b border-line">
        {(all ? items : items.slice(0, shownFirst)).map((item) => {
          const paused = item.paused && item.endedTimestamp === null;
          return (
            <li key={item.id} className="border-t border-line py-2">
              <div className="flex items-baseline gap-2">
                <TextLink href={paths.rollout(item.id)} className="min-w-0 truncate">
                  Rollout {item.id}
                </TextLink>
                <span className="ml-auto inline-flex items-center gap-1.5 text-small whitespace-nowrap">
                  <PhaseMark
                    phase={item.phase}
                    paused={paused}
                    tone={paused ? 'warn' : phaseTones[item.phase]}
                    size={13}
                  />
                  {paused ? 'paused' : phaseWords[item.phase]}
                </span>
              </div>
              <p className="mono text-label leading-4.25 wrap-anywhere">
                {item.changes.map(({ key, to }) => `${key}: ${valueWords(to)}`).join(', ')}
              </p>
              <p className="text-small wrap-anywhere text-muted">
                <Age timestamp={item.startedTimestamp} />, by {item.by}
              </p>
            </li>
          );
        })}
      </ul>
      {!all && items.length > shownFirst && (
        <TextButton className="pt-1.5 text-small" onClick={() => setAll(true)}>
          Show all {formatCount(items.length)}
        </TextButton>
      )}
    </>
  );
}
