import { clsx } from 'clsx';
import type { CSSProperties } from 'react';
import { StateMark, type MarkKind } from '@/components/ui/state-mark';
import { isOdd } from '@/lib/cilium/fields/majority';
import type { SettingsColumn } from './settings-columns';
import type { SettingsRow } from './settings-rows';

/** What a cell says: as most, apart from them, a node's own, nothing of this field, or nothing at all. */
export type CellVerdict = 'same' | 'odd' | 'own' | 'not-reported' | 'silent';

export type Cell = { verdict: CellVerdict; text: string };

export const verdictWords: Record<CellVerdict, string> = {
  same: 'as most',
  odd: 'stands apart',
  own: 'its own',
  'not-reported': 'not reported',
  silent: 'never answered',
};

/** The mark of each; what is a node’s own needs none, it is written. */
export const verdictMarks: Record<Exclude<CellVerdict, 'own'>, { mark: MarkKind; tone?: 'warn' }> = {
  same: { mark: 'agrees' },
  odd: { mark: 'differs', tone: 'warn' },
  'not-reported': { mark: 'absent' },
  silent: { mark: 'unknown', tone: 'warn' },
};

/** Gives what the agents of a column say of a field; in a group each says the same, or has its own. */
export function cellOf(row: SettingsRow, { agents }: SettingsColumn): Cell {
  const value = row.cells.get(agents[0].node) ?? null;
  if (value === null) return { verdict: 'silent', text: 'never answered' };
  if (value.state === 'not-reported') return { verdict: 'not-reported', text: 'not reported' };
  if (!row.compared) {
    const texts = new Set(agents.map(({ node }) => row.cells.get(node)?.text));
    return { verdict: 'own', text: texts.size > 1 ? `${texts.size} different` : value.text };
  }
  return { verdict: isOdd(value, row.majority) ? 'odd' : 'same', text: value.text };
}

/** What a cell adds to its value for those who do not see it. */
const remarks: Partial<Record<CellVerdict, string>> = { odd: ', stands apart', own: ', its own' };

type SettingsCellProps = {
  id: string;
  cell: Cell;
  /** Whose cell it is. */
  name: string;
  colIndex: number;
  marksOnly: boolean;
  isHere: boolean;
  style: CSSProperties;
  onClick: () => void;
};

/** One field of one column: its value, or a mark where there is no room. */
export function SettingsCell({
  id,
  cell,
  name,
  colIndex,
  marksOnly,
  isHere,
  style,
  onClick,
}: SettingsCellProps) {
  const { verdict, text } = cell;
  return (
    <span
      id={id}
      role="gridcell"
      aria-colindex={colIndex}
      aria-selected={isHere}
      aria-label={`${name}: ${text}${remarks[verdict] ?? ''}`}
      title={text}
      onClick={onClick}
      className={clsx(
        'absolute top-0 flex items-center',
        marksOnly ? 'justify-center' : 'px-2.5',
        isHere && 'bg-accent-soft ring-1 ring-accent ring-inset',
        verdict === 'odd'
          ? 'font-medium text-warn'
          : verdict === 'same' || verdict === 'own'
            ? 'text-text'
            : 'text-faint',
      )}
      style={style}
    >
      {marksOnly && verdict === 'own' && <span className="text-[0.625rem] text-faint">own</span>}
      {verdict !== 'own' && (marksOnly || verdict === 'odd' || verdict === 'silent') && (
        <StateMark
          {...verdictMarks[verdict]}
          label={null}
          size={marksOnly ? 12 : 11}
          className={clsx('flex-none', !marksOnly && 'mr-1.25', verdict === 'same' && 'opacity-55')}
        />
      )}
      {!marksOnly && <span className="truncate">{text}</span>}
    </span>
  );
}
