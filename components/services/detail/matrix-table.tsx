import { clsx } from 'clsx';
import { Fragment } from 'react';
import { NodeName } from '@/components/ui/node-name';
import { StateMark, type MarkKind } from '@/components/ui/state-mark';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendTarget } from '@/lib/snapshot/frontend-view';
import { targetText } from '../pod-name';
import type { BackendFacts, FactSources } from './backend-facts';
import { backendFacts } from './backend-facts';
import type { BackendMatrix, MatrixCell, MatrixRow } from './backend-matrix';

/** With more nodes than this the columns are the API, how many agree, and who does not. */
const mostColumns = 4;

const cellMarks: Record<MatrixCell, { mark: MarkKind; label: string }> = {
  has: { mark: 'agrees', label: 'programmed' },
  absent: { mark: 'absent', label: 'not there' },
  missing: { mark: 'differs', label: 'missing: the API has it' },
  leftover: { mark: 'leftover', label: 'programmed, but not in the API' },
  unknown: { mark: 'unknown', label: 'could not ask the API' },
};

/** Every backend, and who has it: the API and each node. */
export function MatrixTable({
  matrix: { nodes, rows },
  sources,
}: {
  matrix: BackendMatrix;
  sources: FactSources;
}) {
  const wide = nodes.length <= mostColumns;
  return (
    <table className="w-full">
      <thead>
        <tr className="text-label text-faint">
          <th scope="col" className="pt-3.5 pb-1 text-left text-body font-semibold text-text">
            Backends
          </th>
          <th scope="col" className="w-9 pb-1 align-bottom font-medium">
            API
          </th>
          {wide ? (
            nodes.map((node) => (
              <th key={node} scope="col" className="w-12.5 pb-1 align-bottom font-medium">
                <NodeName name={node} form="short" className="text-label tracking-[-0.02em]" />
              </th>
            ))
          ) : (
            <th scope="col" className="w-26 pb-1 text-right align-bottom font-medium">
              Nodes agree
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Fragment key={row.key}>
            <tr className="border-t border-line">
              <BackendCell row={row} />
              <MarkCell cell={row.api} />
              {wide ? (
                nodes.map((node) => <MarkCell key={node} cell={row.nodes[node] ?? 'absent'} />)
              ) : (
                <AgreeCell row={row} />
              )}
            </tr>
            <FactsRow facts={backendFacts(row, sources)} columns={2 + (wide ? nodes.length : 1)} />
          </Fragment>
        ))}
        {rows.length === 0 && (
          <tr className="border-t border-line">
            <td colSpan={2 + (wide ? nodes.length : 1)} className="py-1.5 text-muted">
              None: neither the agents nor the API have one.
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function FactsRow({ facts: { facts, meaning }, columns }: { facts: BackendFacts; columns: number }) {
  if (facts.length === 0 && meaning === null) return null;
  return (
    <tr>
      <td colSpan={columns} className="pb-1 pl-4.75 text-label leading-3.75 text-faint">
        {facts.join(' · ')}
        {meaning !== null && <span className="block text-muted">{meaning}</span>}
      </td>
    </tr>
  );
}

function BackendCell({ row: { ip, port, mark, backend, api } }: { row: MatrixRow }) {
  const bad = mark === 'leftover';
  return (
    <th scope="row" className={clsx('pt-0.75 pb-1 text-left leading-4.5 font-normal', bad && 'text-bad')}>
      <span className="flex items-center gap-1.75">
        <StateMark mark={mark} label={backend === null ? 'in the API only' : undefined} />
        <span
          className="mono whitespace-nowrap"
          title={formatL3n4Addr({ ip, port, protocol: null, scope: 'external' })}
        >
          {formatL3n4Addr({ ip, port, protocol: backend?.protocol ?? null, scope: 'external' })}
        </span>
      </span>
      <span
        className={clsx('ml-4.75 block text-label leading-3.75 font-normal', bad ? 'text-bad' : 'text-faint')}
        title={backend === null ? undefined : targetText(backend.target)}
      >
        {backend === null ? (
          'in the API, programmed on no node'
        ) : (
          <>
            <Target target={backend.target} />
            {bad
              ? `, programmed as ${backend.state ?? 'no state'}`
              : stateRemark(backend.state, backend.statesDiffer, api)}
          </>
        )}
      </span>
    </th>
  );
}

function Target({ target: { kind, name, node } }: { target: BackendTarget }) {
  if (kind === 'unknown') return 'no such pod';
  return (
    <>
      {name ?? 'outside the cluster'}
      {node !== null && (
        <>
          {' on\u00a0'}
          <NodeName name={node} form="short" className="font-sans text-label" />
        </>
      )}
    </>
  );
}

function stateRemark(state: string | null, differs: boolean, api: MatrixCell): string {
  const parts = [
    state !== null && state !== 'active' ? state.replaceAll('-', ' ') : '',
    differs ? 'nodes print different states' : '',
    api === 'absent' ? 'not in the API' : '',
  ].filter(Boolean);
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}

function MarkCell({ cell }: { cell: MatrixCell }) {
  const { mark, label } = cellMarks[cell];
  return (
    <td className="pt-1.5 text-center align-top">
      <StateMark mark={mark} label={label} />
    </td>
  );
}

function AgreeCell({ row: { agree, of, nodes } }: { row: MatrixRow }) {
  const deviating = Object.entries(nodes).filter(([, cell]) => cell === 'missing' || cell === 'leftover');
  return (
    <td className="pt-1 text-right align-top text-small">
      <span className={clsx(agree < of && 'font-medium text-bad')}>
        {agree}/{of}
      </span>
      {deviating.slice(0, 3).map(([node]) => (
        <NodeName key={node} name={node} form="short" className="block text-label text-bad" />
      ))}
      {deviating.length > 3 && (
        <span className="block text-label text-muted">and {deviating.length - 3} more</span>
      )}
    </td>
  );
}
