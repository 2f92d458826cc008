'use client';

import { useNodeNameParts } from '@/components/ui/node-name';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import { cellOf } from './settings-cell';
import type { SettingsColumn } from './settings-columns';
import type { SettingsRow } from './settings-rows';
import { statusHref } from './status-href';

/** The chosen cell in words, with the ways on from it. */
export function CellWords({ row, column }: { row: SettingsRow; column: SettingsColumn }) {
  const partsOf = useNodeNameParts();
  const [{ node }, ...others] = column.agents;
  const { verdict, text } = cellOf(row, column);
  const [most] = row.majority.values;
  const where =
    others.length === 0 ? node : `${partsOf(node).distinct} and ${formatCount(others.length)} more`;
  // Somebody of the majority to look at beside it.
  const [other] = verdict === 'odd' ? (most?.nodes.filter((one) => one !== node) ?? []) : [];
  return (
    <>
      <b className="font-medium text-text">{row.title}</b> on <span className="mono">{where}</span>:{' '}
      <span className={verdict === 'odd' ? 'font-medium text-warn' : 'text-text'}>{text}</span>.
      {row.compared && most !== undefined && verdict !== 'silent' && (
        <>
          {' '}
          {row.majority.differs
            ? `${formatCount(most.nodes.length)} of ${formatCount(row.majority.reported)} say ${most.text}.`
            : `All ${formatCount(row.majority.reported)} that report it say so.`}
        </>
      )}{' '}
      <TextLink href={statusHref(row, node)}>Explain</TextLink>
      {other !== undefined && (
        <>
          {' · '}
          <TextLink href={statusHref(row, node, other)}>Compare with {partsOf(other).distinct}</TextLink>
        </>
      )}
    </>
  );
}
