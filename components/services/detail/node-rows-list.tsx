'use client';

import { useState } from 'react';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { StateMark, type MarkKind } from '@/components/ui/state-mark';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { NodeRow } from './node-rows';

const fewest = 5;

const marks: Record<NodeRow['verdict'], { mark: MarkKind; words: string }> = {
  agrees: { mark: 'agrees', words: 'same' },
  differs: { mark: 'differs', words: 'other backends' },
  absent: { mark: 'absent', words: 'no row, as expected' },
  missing: { mark: 'leftover', words: 'no row' },
  'no answer': { mark: 'unknown', words: 'no answer yet' },
};

/** The same frontend on every node: whether it has the row, under which number, and the line it stands on. */
export function NodeRowsList({ rows }: { rows: readonly NodeRow[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, fewest);
  return (
    <section aria-label="On every node">
      <h3 className="mt-3.5 mb-1 font-semibold">On every node</h3>
      <table className="w-full text-small">
        <thead className="sr-only">
          <tr>
            <th scope="col">Node</th>
            <th scope="col">Row</th>
            <th scope="col">Number and line</th>
            <th scope="col">Age</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ node, verdict, id, line, answeredTimestamp, stale }) => (
            <tr key={node} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                <TextLink href={paths.node(node)}>
                  <NodeName name={node} form="short" />
                </TextLink>
              </th>
              <td className="py-1 pr-2">
                <span className="inline-flex items-center gap-1.5">
                  <StateMark mark={marks[verdict].mark} label={null} />
                  {marks[verdict].words}
                </span>
              </td>
              <td className="py-1 pr-2 text-muted">
                {id !== null && line !== null && (
                  <>
                    ID <span className="mono">{id}</span>,{' '}
                    <TextLink href={`${paths.raw(node, 'service-list')}#L${line}`}>line {line}</TextLink>
                  </>
                )}
              </td>
              <td className="py-1 text-right whitespace-nowrap text-faint">
                {answeredTimestamp !== null && (
                  <span className={stale ? 'text-warn' : undefined}>
                    <Age timestamp={answeredTimestamp} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > fewest && (
        <p className="mt-1.5 text-small">
          <TextButton onClick={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show ${formatPlural(rows.length - fewest, 'more node')}`}
          </TextButton>
        </p>
      )}
    </section>
  );
}
