'use client';

import { useQuery } from '@tanstack/react-query';
import { memo, useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { DetailFrame } from './detail/detail-frame';
import { FrontendPanel } from './detail/frontend-panel';
import { noTrace, useTraceUrl } from './detail/trace/trace-url';
import { ServicesExport } from './export/services-export';
import { FilterBar } from './filter/filter-bar';
import { toggled } from './filter/filter-choices';
import type { SortOrder } from './filter/services-url';
import { frontendKeyOf } from './frontend-key-of';
import { zoomBy } from './group/zoom';
import { ListMessage } from './list-message';
import { listState } from './list-state';
import { ListUnavailable } from './list-unavailable';
import { ServicesHead } from './services-head';
import { ServicesList } from './services-list';
import { useHydrated } from '@/components/state/use-hydrated';
import { useChangedRows } from './use-changed-rows';
import { useCopyRow } from './use-copy-row';
import { useFolds } from './use-folds';
import { usePageKeys } from './use-page-keys';
import { usePhone } from './use-phone';
import { useServicesModel } from './use-services-model';
import { noFilter, useServicesUrl } from './use-services-url';
import { useSteadyAgents } from './use-steady-agents';

const noFrontends: FrontendView[] = [];
const noAgents: AgentView[] = [];

/** The Services page: filters, the map or the table, and the selected frontend. All of it is in the URL. */
export function ServicesPage() {
  const hydrated = useHydrated();
  const { data, error, refetch } = useQuery(frontendsQuery());
  const agents = useSteadyAgents();
  return (
    <ServicesOfCluster
      frontends={hydrated ? (data?.items ?? null) : null}
      agents={(hydrated ? agents : null) ?? noAgents}
      error={hydrated ? error : null}
      hydrated={hydrated}
      refetch={refetch}
    />
  );
}

type ServicesOfClusterProps = {
  /** null while there is no answer. */
  frontends: readonly FrontendView[] | null;
  agents: readonly AgentView[];
  error: Error | null;
  hydrated: boolean;
  refetch: () => unknown;
};

/**
 * The page for what is known. It asks for nothing itself: React draws a list anew from the start when a query it was
 * drawn from hears something in the middle, be it but the time of an answer.
 */
const ServicesOfCluster = memo(function ServicesOfCluster(props: ServicesOfClusterProps) {
  const { agents, error, hydrated, refetch } = props;
  const { url: asked, setUrl } = useServicesUrl();
  const phone = usePhone();
  const filterRef = useRef<HTMLInputElement>(null);
  const frontends = props.frontends ?? noFrontends;
  const f = asked.f === null ? null : frontendKeyOf(frontends, asked.f);
  const url = useMemo(() => ({ ...asked, f }), [asked, f]);
  // Long lists: what is typed and what is pushed must not wait for each other.
  const listed = useDeferredValue(frontends);
  const model = useServicesModel(listed, agents, useDeferredValue(url));
  // A long list takes a moment from its arrival to its drawing: until then it is not "nothing".
  const known = props.frontends !== null && (listed.length > 0 || frontends.length === 0);
  const { view, sort, group, zoom, closed, open, unfold, fold, hide } = url;
  const folds = useFolds({ frontends: listed, selectedKey: url.f, phone, unfold, fold, setUrl });
  const openings = useMemo(() => ({ zoom, closed, open }), [zoom, closed, open]);
  // One element while what it takes away stays the same: a key typed does not draw the head again.
  const exporting = useMemo(
    () =>
      known && (
        <ServicesExport
          model={model}
          view={view}
          sort={sort}
          openings={openings}
          agents={agents.length}
          isFoldOpen={folds.isFoldOpen}
        />
      ),
    [known, model, view, sort, openings, agents.length, folds],
  );
  const changed = useChangedRows(props.frontends ?? undefined);
  const { message, copyRow } = useCopyRow();
  const onSelect = useCallback((key: string) => void setUrl({ f: key }), [setUrl]);
  const onSort = useCallback((sort: SortOrder) => void setUrl({ sort }), [setUrl]);
  const onToggleGroup = useCallback(
    (value: string) =>
      void setUrl(({ zoom, closed, open }) =>
        zoom === 'totals' ? { open: toggled(open, value) } : { closed: toggled(closed, value) },
      ),
    [setUrl],
  );
  const onOpenBlock = useCallback(
    (block: string) => void setUrl(({ open }) => ({ open: toggled(open, block) })),
    [setUrl],
  );
  const { url: trace, setUrl: setTrace } = useTraceUrl();
  const onClose = () => {
    void setUrl({ f: null });
    void setTrace(noTrace);
  };

  usePageKeys((event) => {
    switch (event.key) {
      case '/':
        filterRef.current?.focus();
        return true;
      case 'm':
      case 'M':
        void setUrl({ view: url.view === 'map' ? 'table' : 'map' });
        return true;
      case '+':
      case '-':
        if (url.view === 'map')
          void setUrl({ zoom: zoomBy(url.zoom, event.key === '+' ? 1 : -1), open: null });
        return url.view === 'map';
      case 'p':
      case 'P':
        void setUrl({ problems: !url.problems });
        return true;
      case 'Escape':
        if (url.f !== null && trace.trace !== null) {
          void setTrace(noTrace);
          return true;
        }
        onClose();
        return url.f !== null;
      default:
        return false;
    }
  });

  const state = listState(agents, listed.length, model.counts.shown, model.counts.checked);
  const selectedView = url.f === null ? undefined : frontends.find(({ key }) => key === url.f);
  return (
    <div className="flex flex-col desk:h-[calc(100dvh-var(--bar)-var(--presenter-bar))]">
      <ServicesHead
        ns={url.ns}
        node={url.node}
        view={url.view}
        group={group}
        zoom={zoom}
        sort={sort}
        hide={hide}
        phone={phone}
        setUrl={setUrl}
        facets={model.facets}
        counts={known ? model.counts : null}
        exporting={exporting}
      />
      <FilterBar url={url} setUrl={setUrl} facets={model.facets} inputRef={filterRef} />
      <div data-tour="services" data-present="Services" className="relative flex min-h-0 flex-1">
        {!known ? (
          <ListUnavailable error={error} onRetry={() => void refetch()} />
        ) : state.kind !== 'rows' ? (
          <ListMessage
            state={state}
            onClearFilter={() => void setUrl(noFilter)}
            onShowAll={() => void setUrl({ problems: null })}
          />
        ) : (
          <ServicesList
            model={model}
            folds={folds}
            view={url.view}
            sort={url.sort}
            hide={hide}
            openings={openings}
            selectedKey={url.f}
            phone={phone}
            changed={changed}
            onSelect={onSelect}
            onCopy={copyRow}
            onSort={onSort}
            onToggleGroup={onToggleGroup}
            onOpenBlock={onOpenBlock}
          />
        )}
        {hydrated && url.f !== null && (
          <DetailFrame
            label={`Frontend ${url.f}`}
            phone={phone}
            beside={url.view === 'table'}
            wide={trace.trace !== null}
          >
            <FrontendPanel
              key={url.f}
              frontendKey={url.f}
              view={selectedView}
              owner={model.ownerByKey.get(url.f)}
              onClose={onClose}
            />
          </DetailFrame>
        )}
        <p
          role="status"
          className={
            message === null
              ? 'sr-only'
              : 'absolute bottom-12 left-1/2 z-5 -translate-x-1/2 rounded-control border border-line-strong bg-raised px-3 py-1.5 text-small'
          }
        >
          {message}
        </p>
      </div>
    </div>
  );
});
