'use client';

import { clsx } from 'clsx';
import Link from 'next/link';
import { memo, type RefObject } from 'react';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { NodeFacts } from '../node-facts';
import { rem } from '../use-root-scale';
import { AnswerAge } from './answer-age';
import type { NodeColumn, NodeDensity, NodeEnd, NodeEndId } from './node-column';

type NodeColumnViewProps = {
  column: NodeColumn;
  facts: ReadonlyMap<string, NodeFacts>;
  /** Backend addresses without an object in the API. */
  goneCount: number;
  left: number;
  width: number;
  viewHeight: number;
  /** Ends of the path the reader points at. */
  pointed: ReadonlySet<NodeEndId>;
  scrollerRef: RefObject<HTMLElement | null>;
  onPoint: (id: NodeEndId | null) => void;
};

/** Where backends run: one bar a node, in view while the rows scroll. */
export function NodeColumnView(props: NodeColumnViewProps) {
  const { column, facts, left, width, viewHeight, pointed, scrollerRef, onPoint } = props;
  return (
    <nav
      aria-label="Nodes the backends run on"
      ref={scrollerRef}
      className={clsx('absolute top-0', column.density === 'row' ? 'overflow-y-auto' : 'overflow-hidden')}
      style={{ left: rem(left), width: rem(width), height: rem(viewHeight), scrollbarWidth: 'thin' }}
    >
      <ul
        className="relative"
        style={{
          height: rem(Math.min(column.height, column.density === 'row' ? column.height : viewHeight)),
        }}
      >
        {column.ends.map((end) => (
          <NodeEndView
            key={end.id}
            end={end}
            density={column.density}
            facts={end.node === null ? undefined : facts.get(end.node)}
            goneCount={end.id === 'gone' ? props.goneCount : 0}
            lit={pointed.has(end.id)}
            onPoint={onPoint}
          />
        ))}
      </ul>
    </nav>
  );
}

type NodeEndProps = {
  end: NodeEnd;
  density: NodeDensity;
  facts: NodeFacts | undefined;
  goneCount: number;
  lit: boolean;
  onPoint: (id: NodeEndId | null) => void;
};

/** One end with its bar. A hundred of them stand there while rows come and go: only those that change are made anew. */
const NodeEndView = memo(function NodeEndView({
  end,
  density,
  facts,
  goneCount,
  lit,
  onPoint,
}: NodeEndProps) {
  return (
    <li
      className={clsx('absolute flex w-full gap-3', density === 'row' && 'items-center')}
      style={{ top: rem(end.top), height: rem(end.height) }}
      onPointerEnter={() => onPoint(end.id)}
      onPointerLeave={() => onPoint(null)}
      onFocus={() => onPoint(end.id)}
      onBlur={() => onPoint(null)}
    >
      <span
        aria-hidden
        className={clsx(
          'h-full w-0.5 flex-none rounded-[1px]',
          end.id === 'gone' ? 'bg-bad' : lit ? 'bg-accent' : 'bg-line-strong',
        )}
      />
      <EndText end={end} density={density} facts={facts} goneCount={goneCount} />
    </li>
  );
});

function EndText({ end, density, facts, goneCount }: Omit<NodeEndProps, 'lit' | 'onPoint'>) {
  if (end.id === 'gone') {
    return (
      <div className="text-label font-normal">
        <p className="font-medium whitespace-nowrap text-bad">no such pod</p>
        {density !== 'row' && <p className="text-muted">{formatPlural(goneCount, 'address', 'addresses')}</p>}
      </div>
    );
  }
  if (end.node === null) {
    return (
      <div className="text-label font-normal">
        <p className="text-small leading-4 font-semibold">Outside</p>
        {density !== 'row' && <p className="text-muted">not on a node</p>}
      </div>
    );
  }
  return <NodeText node={end.node} facts={facts} density={density} />;
}

function NodeText({
  node,
  facts,
  density,
}: {
  node: string;
  facts: NodeFacts | undefined;
  density: NodeDensity;
}) {
  const answer = facts?.agent?.answers['service-list'];
  const differing = facts?.differing ?? 0;
  return (
    <div
      className={clsx(
        'min-w-0 flex-1 pr-4 text-label font-normal',
        density === 'row' && 'flex items-center gap-2',
      )}
    >
      <p className="truncate leading-4">
        <Link href={paths.node(node)} className="font-semibold hover:text-accent-text hover:underline">
          <NodeName name={node} form="short" />
        </Link>
      </p>
      {density === 'row' && differing > 0 && (
        <StateMark mark="differs" label={`${formatPlural(differing, 'row')} differ`} />
      )}
      {density === 'row' && answer?.stale && <StateMark mark="unknown" tone="warn" label="does not answer" />}
      {density !== 'row' && (
        <p className="truncate text-muted">{facts?.zone ?? (facts?.agent ? '' : 'no agent')}</p>
      )}
      {density === 'full' && facts && (
        <dl className="mt-1.5 grid max-w-29.5 grid-cols-[1fr_auto] gap-x-2 [&_dd]:text-right [&_dd]:whitespace-nowrap [&_dt]:text-faint">
          <dt>frontends</dt>
          <dd>{facts.frontends === null ? '?' : formatCount(facts.frontends)}</dd>
          <dt>backends</dt>
          <dd>{formatCount(facts.backends)}</dd>
          <dt>{answer?.stale ? 'silent for' : 'answered'}</dt>
          <dd className={clsx(answer?.stale && 'text-warn')}>
            <AnswerAge node={node} />
          </dd>
        </dl>
      )}
      {density !== 'row' && differing > 0 && (
        <p className="flex items-center gap-1 font-medium whitespace-nowrap text-bad">
          <StateMark mark="differs" label={null} /> {formatPlural(differing, 'row')}{' '}
          {differing === 1 ? 'differs' : 'differ'}
        </p>
      )}
    </div>
  );
}
