'use client';

import { clsx } from 'clsx';
import { useId, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { DetailsLine } from '@/lib/cilium/fields/details-block';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { lineAfterKey } from './line-keys';
import { lineLook, valueLook } from './line-look';
import type { LineRemark } from './line-remark';
import { useRest } from './use-rest';

type DetailsLinesProps = {
  lines: readonly DetailsLine[];
  selected: string;
  remarkOf: (line: DetailsLine) => LineRemark | null;
  stale: boolean;
  onSelect: (field: FieldId, by: 'pointer' | 'keyboard') => void;
  /** The field under the pointer, null when it leaves. */
  onRest: (field: FieldId | null) => void;
};

/** The agent’s block, byte for byte; each line that is understood can be chosen by pointer, J/K or arrows. */
export function DetailsLines({ lines, selected, remarkOf, stale, onSelect, onRest }: DetailsLinesProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [head, ...body] = lines;
  const choices = body.filter((line) => line.field !== null && line.kind === 'field');
  const current = choices.findIndex(({ field }) => field === selected);

  const rest = useRest<FieldId>(onRest);
  function onKeyDown(event: KeyboardEvent) {
    const to = lineAfterKey(event, choices.length, current);
    const line = to === null ? undefined : choices[to];
    if (line?.field === undefined || line.field === null) return;
    event.preventDefault();
    onSelect(line.field, 'keyboard');
    list.current?.querySelector(`[data-line="${line.line}"]`)?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <div className={clsx('overflow-x-auto py-2', stale && 'text-faint [&_.text-muted]:text-faint')}>
      <div className="w-max min-w-full">
        {head !== undefined && (
          <div className="flex h-6 items-center pr-3 pl-3.5 whitespace-pre text-faint max-desk:h-7.5">
            {head.label}
          </div>
        )}
        <ul
          ref={list}
          role="listbox"
          aria-label="Lines of KubeProxyReplacement Details"
          aria-activedescendant={current < 0 ? undefined : `${id}${choices[current]?.line}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          onPointerLeave={rest.out}
          className="focus-visible:-outline-offset-2"
        >
          {body.map((line) => (
            <Line
              key={line.line}
              id={`${id}${line.line}`}
              line={line}
              selected={line.field === selected && line.kind === 'field'}
              remark={remarkOf(line)}
              onSelect={() => line.field !== null && onSelect(line.field, 'pointer')}
              onRest={(event) => rest.over(line.field, event)}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

type LineProps = {
  id: string;
  line: DetailsLine;
  selected: boolean;
  remark: LineRemark | null;
  onSelect: () => void;
  onRest: (event: PointerEvent) => void;
};

function Line({ id, line, selected, remark, onSelect, onRest }: LineProps) {
  const known = line.field !== null;
  return (
    // The keyboard moves through the list as a whole: see onKeyDown there.
    <li
      id={id}
      role="option"
      data-line={line.line}
      aria-selected={selected}
      aria-disabled={!known}
      onClick={onSelect}
      onPointerMove={onRest}
      className={clsx(
        'group relative flex h-6 items-center pr-3 pl-3.5 whitespace-pre max-desk:h-11',
        lineLook({ known, selected }),
      )}
    >
      <span className={clsx(!selected && (known ? 'text-muted' : 'text-text'))}>{line.label}</span>
      <span className={valueLook(selected)}>{line.value}</span>
      {remark !== null && (
        <span
          title={remark.title}
          className={clsx(
            'sticky right-0 -mr-3 ml-auto inline-flex h-full items-center gap-1.5 pr-3 pl-2 font-sans text-label font-medium text-warn',
            selected ? 'bg-accent-soft' : 'bg-sunken',
          )}
        >
          <StateMark mark={remark.kind === 'differs' ? 'differs' : 'unknown'} tone="warn" label={null} />
          {remark.text}
        </span>
      )}
    </li>
  );
}
