'use client';

import { useQuery } from '@tanstack/react-query';
import { PageHead } from '@/components/shell/page-head';
import { CouldNotAsk } from '@/components/state/could-not-ask';
import { PendingBars } from '@/components/state/pending-bars';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextLink } from '@/components/ui/text-link';
import { planQuery as planText } from '@/lib/cilium/plan/plan-text';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { ApiError } from '@/lib/queries/api-error';
import { rolloutQuery } from '@/lib/queries/rollouts';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { formatMoment, formatTook } from './moment';
import { RolloutActions } from './rollout-actions';
import { RolloutBody } from './rollout-body';
import { valueWords } from './rollout-changes';
import { requestOf } from './rule-in-words';
import { useServerNow } from './use-server-now';

const namedInHead = 3;

/** A change while it happens, node by node, and what became of it. */
export function RolloutPage({ id }: { id: string }) {
  const rollout = useQuery(rolloutQuery(id));
  const view = rollout.data;
  const isUnknown = rollout.error instanceof ApiError && rollout.error.status === 404;
  return (
    <>
      <PageHead
        title={`Rollout ${id}`}
        facts={view === undefined ? undefined : <WhoAndWhen view={view} />}
        actions={view === undefined ? undefined : <RolloutActions view={view} />}
      />
      {view !== undefined && (
        <p className="-mt-1 px-4 pb-2 wrap-anywhere text-muted desk:px-6 [&_b]:font-semibold [&_b]:text-text">
          <ChangeWords view={view} />
        </p>
      )}
      <div className="px-4 pb-16 desk:px-6">
        {view !== undefined ? (
          <RolloutBody view={view} />
        ) : rollout.error === null ? (
          <PendingBars widths={[96, 100, 88, 92, 90, 84, 92, 86]} row="h-8" ruled />
        ) : isUnknown ? (
          <PanelMessage fact="There is no rollout of this name here." exact={rollout.error.message}>
            It may belong to another cluster or another data directory.{' '}
            <TextLink href={paths.change}>Rollouts of this cluster</TextLink>
          </PanelMessage>
        ) : (
          <CouldNotAsk error={rollout.error} isAsking={rollout.isFetching} onRetry={rollout.refetch} />
        )}
      </div>
    </>
  );
}

/** The first changes, as the head of a page has room for them. */
function ChangeWords({ view: { changes } }: { view: RolloutView }) {
  return (
    <>
      {changes.slice(0, namedInHead).map(({ key, from, to }, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <span className="mono">
            {key}: {valueWords(from)} → <b>{valueWords(to)}</b>
          </span>
        </span>
      ))}
      {changes.length > namedInHead && ` and ${formatPlural(changes.length - namedInHead, 'more change')}`}
    </>
  );
}

function WhoAndWhen({ view }: { view: RolloutView }) {
  const isOver = view.endedTimestamp !== null;
  const nowMs = useServerNow(!isOver);
  const endMs = view.endedTimestamp === null ? nowMs : Date.parse(view.endedTimestamp);
  const took = formatTook(endMs - Date.parse(view.startedTimestamp));
  return (
    <span className="wrap-anywhere">
      <TextLink
        href={`${paths.changePlan}?${planText(requestOf(view))}`}
        className="max-desk:inline! max-desk:min-h-0!"
      >
        Plan {view.planId}
      </TextLink>
      . Started {formatMoment(view.startedTimestamp, nowMs)} by <b>{view.by}</b>
      {view.fromAddress !== null && <> from {view.fromAddress}</>}.{' '}
      {isOver ? `Took ${took}.` : `Now ${took} in.`}{' '}
      {view.rollsBackOnFailure ? 'Goes back by itself on failure.' : 'Stays where it is on failure.'}
    </span>
  );
}
