'use client';

import { clsx } from 'clsx';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { ShortValue } from '@/lib/cilium/fields/short-value';
import { formatCount } from '@/lib/format';
import { agentAnswer } from '../context/agent-problem';
import type { DesiredCell } from './desired-cells';
import { StripDesiredRow } from './desired-row';
import { stripColumns } from './strip-columns';
import type { StripMajority, StripRow } from './strip-rows';
import { stripMajority } from './strip-rows';

type SettingsStripProps = {
  /** What `cilium-config` wants; null where that is not known. */
  desired: readonly DesiredCell[] | null;
  rows: readonly StripRow[];
  node: string;
  /** What is chosen; a line that is no setting stands in no column. */
  field: string;
  onNode: (node: string) => void;
  onField: (field: FieldId) => void;
};

/** What every agent says it runs, a row each, or a row for each set of values: the odd ones out stand out. */
export function SettingsStrip({ desired, rows, node, field, onNode, onField }: SettingsStripProps) {
  const majorities = stripColumns.map((_, column) => stripMajority(rows, column));
  const selected = (column: number) => stripColumns[column]?.field === field;
  return (
    <div
      role="region"
      aria-label="Settings of all agents"
      tabIndex={0}
      className="overflow-x-auto px-4 focus-visible:-outline-offset-2 desk:px-6"
    >
      <table className="w-full border-collapse text-small leading-4 whitespace-nowrap">
        <thead>
          <tr className="h-6.5">
            <th scope="col" className="sticky left-0 w-32 bg-bg text-left">
              <span className="sr-only">Agent</span>
            </th>
            {stripColumns.map(({ field: of, head }, column) => {
              const differs = majorities[column]?.differs === true;
              return (
                <th
                  key={of}
                  scope="col"
                  className={clsx(
                    'p-0 text-left text-label font-medium text-faint',
                    selected(column) && 'bg-accent-soft text-accent-text',
                    differs && !selected(column) && 'text-warn',
                    !selected(column) && !differs && 'max-desk:hidden',
                  )}
                >
                  <button
                    type="button"
                    onClick={() => onField(of)}
                    className="target inline-flex h-6.5 items-center px-2.5 hover:underline"
                  >
                    {differs && (
                      <StateMark
                        mark="differs"
                        tone="warn"
                        label="agents differ"
                        size={11}
                        className="mr-1.25"
                      />
                    )}
                    {head}
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {desired !== null && (
            <StripDesiredRow
              cells={desired}
              isNarrow={(column) => selected(column) || majorities[column]?.differs === true}
              selected={selected}
            />
          )}
          {rows.map((row) => (
            <Row
              key={row.agents[0].node}
              row={row}
              current={row.agents.some((agent) => agent.node === node)}
              majorities={majorities}
              selected={selected}
              onNode={onNode}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  row: StripRow;
  current: boolean;
  majorities: readonly StripMajority[];
  selected: (column: number) => boolean;
  onNode: (node: string) => void;
};

function Row({ row, current, majorities, selected, onNode }: RowProps) {
  const [agent] = row.agents;
  const many = row.agents.length > 1;
  const { answeredTimestamp } = agent.answers.status;
  const { state, label } = agentAnswer(agent);
  return (
    <tr className="h-6 border-t border-line max-desk:h-11">
      <th
        scope="row"
        className={clsx('sticky left-0 bg-bg pr-2.5 text-left', current ? 'font-semibold' : 'font-normal')}
      >
        <button
          type="button"
          aria-current={current ? 'true' : undefined}
          title={row.agents.map((one) => one.node).join('\n')}
          onClick={() => onNode(agent.node)}
          className="target inline-flex items-center hover:underline"
        >
          {many ? `${formatCount(row.agents.length)} nodes` : <NodeName name={agent.node} form="short" />}
        </button>
        {!many && answeredTimestamp !== null && (
          <Age
            timestamp={answeredTimestamp}
            form="bare"
            className={clsx('ml-1.5 text-label font-normal', state === 'stale' ? 'text-warn' : 'text-faint')}
          />
        )}
      </th>
      {row.cells === null ? (
        <td colSpan={stripColumns.length} className="px-2.5">
          <span className="inline-flex items-center gap-1.5 text-muted">
            <StateMark mark={state === 'silent' ? 'leftover' : 'unknown'} label={null} />
            {state === 'fresh' ? 'answers, but its status was not understood' : label}
          </span>
        </td>
      ) : (
        row.cells.map((cell, column) => (
          <Cell
            key={stripColumns[column]?.field}
            cell={cell}
            majority={majorities[column]}
            selected={selected(column)}
            stale={state === 'stale'}
          />
        ))
      )}
    </tr>
  );
}

type CellProps = { cell: ShortValue; majority: StripMajority | undefined; selected: boolean; stale: boolean };

function Cell({ cell, majority, selected, stale }: CellProps) {
  const reported = cell.state !== 'not-reported';
  const differs = majority?.differs === true;
  // With a tie nobody is the odd one out: every cell of the column differs.
  const tie = differs && majority.count * 2 <= majority.answered;
  const odd = differs && reported && (tie || cell.text !== majority.text);
  const title = odd ? `differs: ${majority.count} of ${majority.answered} say ${majority.text}` : undefined;
  return (
    <td
      title={title}
      className={clsx(
        'px-2.5',
        selected && 'bg-accent-soft',
        !selected && !differs && 'max-desk:hidden',
        odd
          ? 'font-medium text-warn'
          : selected
            ? 'text-accent-text'
            : !reported || stale
              ? 'text-faint'
              : 'text-text',
      )}
    >
      {odd && <StateMark mark="differs" tone="warn" label="differs" size={11} className="mr-1.25" />}
      {cell.text}
    </td>
  );
}
