'use client';

import { clsx } from 'clsx';
import { useId, useRef, type KeyboardEvent } from 'react';
import { StateMark } from '@/components/ui/state-mark';
import type { DetailsLine } from '@/lib/cilium/fields/details-block';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { LineRemark } from './line-remark';

type DetailsLinesProps = {
  lines: readonly DetailsLine[];
  selected: FieldId;
  remarkOf: (line: DetailsLine) => LineRemark | null;
  stale: boolean;
  onSelect: (field: FieldId, by: 'pointer' | 'keyboard') => void;
};

const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** The agent’s block, byte for byte; each line that is understood can be chosen by pointer, J/K or arrows. */
export function DetailsLines({ lines, selected, remarkOf, stale, onSelect }: DetailsLinesProps) {
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const [head, ...body] = lines;
  const choices = body.filter((line) => line.field !== null && line.kind === 'field');
  const current = choices.findIndex(({ field }) => field === selected);

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? choices.length - 1
          : step === undefined
            ? null
            : current + step;
    if (to === null || event.metaKey || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    const line = choices[Math.min(choices.length - 1, Math.max(0, to))];
    if (line?.field === undefined || line.field === null) return;
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
};

function Line({ id, line, selected, remark, onSelect }: LineProps) {
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
      className={clsx(
        'group relative flex h-6 items-center pr-3 pl-3.5 whitespace-pre max-desk:h-11',
        known ? 'cursor-pointer' : 'cursor-default',
        selected
          ? 'bg-accent-soft text-accent-text before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent'
          : known && 'hover:bg-row-hover',
      )}
    >
      <span className={clsx(!selected && (known ? 'text-muted' : 'text-text'))}>{line.label}</span>
      <span
        className={clsx(
          selected
            ? 'font-medium'
            : 'decoration-1 underline-offset-4 group-hover:underline group-hover:decoration-dotted',
        )}
      >
        {line.value}
      </span>
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
