'use client';

import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { SettingsRow } from './settings-rows';
import { statusHref } from './status-href';

/** So many nodes are named; the matrix has the rest. */
const mostNamed = 6;

/** The fields in which agents differ: what most say, and who says something else. */
export function OddOnes({ rows }: { rows: readonly SettingsRow[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id} className="grid gap-x-4 gap-y-0.5 py-1.75 desk:grid-cols-[11rem_minmax(0,1fr)]">
          <span className="flex items-center gap-1.75 font-medium">
            <StateMark mark="differs" tone="warn" label={null} />
            {row.title}
          </span>
          <ul className="flex min-w-0 flex-wrap gap-x-5 gap-y-0.5">
            {row.majority.values.map(({ text, nodes }) => (
              <li key={text} className="min-w-0 wrap-anywhere">
                <b className="font-medium">{text}</b> <Nodes row={row} nodes={nodes} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Nodes({ row, nodes }: { row: SettingsRow; nodes: readonly string[] }) {
  if (nodes.length > mostNamed)
    return <span className="text-muted">on {formatPlural(nodes.length, 'node')}</span>;
  return (
    <span className="text-muted">
      on{' '}
      {nodes.map((node, index) => (
        <span key={node}>
          {index > 0 && ', '}
          <TextLink href={statusHref(row, node)} className="font-normal">
            <NodeName name={node} form="short" />
          </TextLink>
        </span>
      ))}
    </span>
  );
}

/** Why they differ is told where problems are told. */
export function WhyTheyDiffer({ count }: { count: number }) {
  return (
    <p className="mt-2 text-small text-muted">
      {formatCount(count)} {count === 1 ? 'field differs' : 'fields differ'}. Why agents came to run with
      another forwarding mode, algorithm or acceleration, and since when, is told under{' '}
      <TextLink href={paths.agreement}>Agreement</TextLink>.
    </p>
  );
}
