'use client';

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { lineAfterKey } from '../details/line-keys';
import { lineLook } from '../details/line-look';
import { clsx } from 'clsx';

type CompareFrameProps<Row extends { id: FieldId }> = {
  label: string;
  /** The heads of the two sides. */
  left: ReactNode;
  right: ReactNode;
  rows: readonly Row[];
  isDifferent: (row: Row) => boolean;
  only: 'all' | 'differing';
  selected: string;
  onOnly: (only: 'all' | 'differing') => void;
  onSelect: (field: FieldId, by: 'pointer' | 'keyboard') => void;
  children: (row: Row) => ReactNode;
};

/** Title, left, right: on a phone the two sides stand below the title. */
export const compareColumns =
  'grid grid-cols-2 gap-x-3 desk:grid-cols-[9.5rem_minmax(0,1fr)_minmax(0,1fr)] px-3.5 max-desk:px-4';

/** Two sides field by field; the chosen field is explained beside it. */
export function CompareFrame<Row extends { id: FieldId }>(props: CompareFrameProps<Row>) {
  const { label, left, right, rows, isDifferent, only, selected, onOnly, onSelect, children } = props;
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const different = rows.filter(isDifferent);
  const shown = only === 'differing' ? different : rows;
  const current = shown.findIndex((row) => row.id === selected);
  function onKeyDown(event: KeyboardEvent) {
    const to = lineAfterKey(event, shown.length, current);
    const row = to === null ? undefined : shown[to];
    if (to === null || row === undefined) return;
    event.preventDefault();
    onSelect(row.id, 'keyboard');
    list.current?.children[to]?.scrollIntoView({ block: 'nearest' });
  }
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-2 max-desk:px-4">
        <h2 className="text-body font-semibold">{label}</h2>
        <span className="text-small text-faint">
          {different.length === 0 ? 'nothing differs' : `${different.length} of ${rows.length} differ`}
        </span>
        <SegmentedControl
          label="Fields"
          className="ml-auto"
          segments={[
            { value: 'differing', label: 'Differing' },
            { value: 'all', label: 'All' },
          ]}
          value={only}
          onValueChange={onOnly}
        />
      </div>
      <div className="overflow-hidden rounded-control border border-line max-desk:rounded-none max-desk:border-x-0">
        <div
          className={clsx(
            compareColumns,
            'min-h-7.5 items-center border-b border-line bg-sunken py-1 text-small',
          )}
        >
          <span className="text-label text-faint max-desk:hidden">Field</span>
          {left}
          {right}
        </div>
        {shown.length === 0 ? (
          <p className="px-3.5 py-3 text-muted">Nothing differs in what either of them reports.</p>
        ) : (
          <ul
            ref={list}
            role="listbox"
            aria-label={label}
            aria-activedescendant={current < 0 ? undefined : `${id}${selected}`}
            tabIndex={0}
            onKeyDown={onKeyDown}
            className="py-1 focus-visible:-outline-offset-2"
          >
            {shown.map((row) => (
              // The keyboard moves through the list as a whole.
              <li
                key={row.id}
                id={`${id}${row.id}`}
                role="option"
                aria-selected={row.id === selected}
                onClick={() => onSelect(row.id, 'pointer')}
                className={clsx(
                  compareColumns,
                  'relative min-h-6.5 items-start gap-y-0.5 py-0.75 max-desk:min-h-11 max-desk:py-1.5',
                  lineLook({ known: true, selected: row.id === selected }),
                )}
              >
                {children(row)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
