'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import Link from 'next/link';
import { groupFrontends, owners, type Owner } from '@/components/services/map/service-block';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { StateMark, stateMarkKind, type StateMarkKind } from '@/components/ui/state-mark';
import { PanelMessage } from '@/components/ui/panel-message';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { filterFrontends } from '@/lib/snapshot/filter-frontends';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';

const rowPx = 26;
const overscanRows = 16;
const columns =
  'grid grid-cols-[minmax(9rem,1.1fr)_minmax(11rem,1fr)_5.5rem_minmax(0,1.4fr)] gap-x-3 max-desk:grid-cols-[minmax(0,1fr)_auto]';

/** One agent’s own table of frontends: only the rows in view are in the document. */
export function NodeFrontends({ frontends, node }: { frontends: readonly FrontendView[]; node: string }) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed);
  const ownerByKey = useMemo(() => owners(frontends), [frontends]);
  const rows = useMemo(
    () => rowsOfNode(filterFrontends(frontends, { node: [node], q }), ownerByKey),
    [frontends, node, q, ownerByKey],
  );
  const scroller = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer re-renders this component itself
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: overscanRows,
  });
  return (
    <>
      <div className="mb-1.5 flex items-center gap-3">
        <input
          type="search"
          aria-label="Filter the frontends of this node"
          placeholder="Service, address, pod, label"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          className="target h-7 w-64 max-w-full rounded-control border border-line bg-surface px-2.5 placeholder:text-faint"
        />
        <span className="text-small text-faint" aria-live="polite">
          {q === '' ? '' : `${formatCount(rows.length)} match`}
        </span>
      </div>
      {rows.length === 0 ? (
        <PanelMessage fact={q === '' ? 'No frontends.' : 'Nothing matches.'}>
          {q === '' ? 'The agent’s table is empty.' : `No frontend of this node holds “${q}”.`}
        </PanelMessage>
      ) : (
        <div role="table" aria-label="Frontends of this node" aria-rowcount={rows.length + 1}>
          <div
            role="row"
            className={`${columns} h-7 items-center border-b border-line label max-desk:hidden`}
          >
            {['Service', 'Frontend', 'Type', 'Backends'].map((head) => (
              <span key={head} role="columnheader">
                {head}
              </span>
            ))}
          </div>
          <div
            ref={scroller}
            tabIndex={0}
            role="rowgroup"
            aria-label="Rows"
            className="max-h-[max(24rem,calc(100dvh-14rem))] overflow-y-auto focus-visible:-outline-offset-2"
          >
            <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
              {virtualizer.getVirtualItems().map(({ index, start, key }) => {
                const row = rows[index];
                return row === undefined ? null : (
                  <Row
                    key={key}
                    row={row}
                    node={node}
                    index={index}
                    start={start}
                    measure={virtualizer.measureElement}
                  />
                );
              })}
            </div>
          </div>
        </div>
      )}
    </>
  );
}

/** A row with the owner the map gives it; the name stands once, on the first row of its owner. */
type NodeRow = { frontend: FrontendView; owner: Owner; named: boolean };

function rowsOfNode(frontends: readonly FrontendView[], ownerByKey: ReadonlyMap<string, Owner>): NodeRow[] {
  return groupFrontends(frontends, ownerByKey).flatMap(({ blocks }) =>
    blocks.flatMap(({ frontends: ofBlock, namespace, name, kind }) =>
      ofBlock.map((frontend, index) => ({
        frontend,
        owner: { namespace, name, kind },
        named: index === 0,
      })),
    ),
  );
}

type RowProps = {
  row: NodeRow;
  node: string;
  index: number;
  start: number;
  measure: (element: HTMLElement | null) => void;
};

function Row({ row: { frontend, owner, named }, node, index, start, measure }: RowProps) {
  const backends = frontend.backends.filter(({ nodes }) => nodes.includes(node));
  const problem = frontend.problems.find(({ nodes }) => nodes.includes(node));
  return (
    <div
      ref={measure}
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      className={`${columns} absolute inset-x-0 top-0 min-h-6.5 items-center max-desk:gap-y-0.5 max-desk:py-1.5 ${named && index > 0 ? 'border-t border-line' : ''}`}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span
        role="cell"
        className={named ? 'truncate max-desk:col-span-2' : 'max-desk:sr-only'}
        title={owner.kind === 'none' ? undefined : `${owner.namespace}/${owner.name}`}
      >
        <span className={named ? undefined : 'desk:sr-only'}>
          {owner.kind === 'none' ? (
            <span className="text-faint">no Service</span>
          ) : (
            <>
              <span className="text-faint">{owner.namespace}/</span>
              <span className="font-medium">{owner.name}</span>
              {owner.kind === 'pod' && <span className="text-small text-muted"> pod</span>}
            </>
          )}
        </span>
      </span>
      <span role="cell" className="flex min-w-0 items-center gap-1.5">
        <Link
          href={`${paths.services}?f=${encodeURIComponent(frontend.key)}`}
          className="mono whitespace-nowrap underline-offset-3 hover:underline max-desk:py-2"
        >
          {frontend.key}
        </Link>
        {problem !== undefined && (
          <StateMark mark={problem.kind === 'no-backends' ? 'none' : 'differs'} label={problem.text} />
        )}
      </span>
      <span role="cell" className="text-small text-muted">
        {frontend.type ?? '–'}
      </span>
      <span role="cell" className="flex min-w-0 flex-wrap items-center gap-x-2.5 max-desk:col-span-2">
        <Backends backends={backends} />
      </span>
    </div>
  );
}

const mostNamed = 2;

function Backends({ backends }: { backends: readonly BackendView[] }) {
  if (backends.length === 0) return <span className="text-small text-faint">none</span>;
  const shown = backends.length > mostNamed ? backends.slice(0, 1) : backends;
  const rest = backends.slice(shown.length);
  const states = new Map<StateMarkKind, number>();
  for (const { state } of rest) states.set(stateMarkKind(state), (states.get(stateMarkKind(state)) ?? 0) + 1);
  return (
    <>
      {shown.map((backend) => {
        const address = formatL3n4Addr({ ...backend, protocol: null, scope: 'external' });
        return (
          <span
            key={address}
            className="inline-flex items-center gap-1.25 whitespace-nowrap"
            title={backend.target.name ?? undefined}
          >
            <StateMark mark={stateMarkKind(backend.state)} />
            <span className="mono text-muted">{address}</span>
          </span>
        );
      })}
      {rest.length > 0 && (
        <span className="inline-flex items-center gap-1.5 text-label whitespace-nowrap text-faint">
          and {formatCount(rest.length)} more
          {[...states].map(([mark, count]) => (
            <span key={mark} className="inline-flex items-center gap-1">
              <StateMark mark={mark} />
              {formatCount(count)}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
