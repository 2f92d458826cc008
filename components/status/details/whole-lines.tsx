'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { clsx } from 'clsx';
import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { shownLine } from '@/components/raw/split-lines';
import { usePhone } from '@/components/services/use-phone';
import { StateMark } from '@/components/ui/state-mark';
import type { OutputLine, Topic } from '@/lib/cilium/fields/output-lines';
import { lineAfterKey } from './line-keys';
import { lineLook, valueLook } from './line-look';
import type { LineRemark } from './line-remark';
import { useRest } from './use-rest';

const rowPx = 20;
/** On a phone a line that can be chosen is a target for a finger. */
const targetPx = 44;
const overscanRows = 24;

type WholeLinesProps = {
  lines: readonly OutputLine[];
  selected: Topic;
  remarkOf: (line: OutputLine) => LineRemark | null;
  stale: boolean;
  onSelect: (topic: Topic, by: 'pointer' | 'keyboard') => void;
  /** The topic under the pointer, null when it leaves. */
  onRest: (topic: Topic | null) => void;
};

/** The agent’s whole answer, byte for byte and numbered; each line is explained by pointer, J/K or arrows. Only what is in view is in the document. */
export function WholeLines({ lines, selected, remarkOf, stale, onSelect, onRest }: WholeLinesProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const isPhone = usePhone();
  const rest = useRest<Topic>(onRest);
  // eslint-disable-next-line react-hooks/incompatible-library -- the virtualizer re-renders this component itself
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (isPhone && lines[index]?.kind === 'topic' ? targetPx : rowPx),
    overscan: overscanRows,
  });
  const choices = useMemo(
    () => lines.filter(({ kind, topic }) => kind === 'topic' && topic !== null),
    [lines],
  );
  // A topic can stand on two lines (the short line repeats Status): the one that was chosen, else that of the details.
  const [chosenLine, setChosenLine] = useState<number | null>(null);
  const chosen = choices.findIndex(({ line, topic }) => line === chosenLine && topic === selected);
  const current = chosen >= 0 ? chosen : choices.findLastIndex(({ topic }) => topic === selected);
  const currentLine = choices[current]?.line ?? null;
  const width = String(lines.length).length;

  useEffect(() => virtualizer.measure(), [isPhone, virtualizer]);
  useEffect(() => {
    if (currentLine !== null) virtualizer.scrollToIndex(currentLine - 1, { align: 'auto' });
    // Scrolls when another line is chosen, not when the output grows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [currentLine]);

  function choose({ line, topic }: OutputLine, by: 'pointer' | 'keyboard') {
    if (topic === null) return;
    setChosenLine(line);
    onSelect(topic, by);
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = lineAfterKey(event, choices.length, current);
    const choice = to === null ? undefined : choices[to];
    if (choice === undefined) return;
    event.preventDefault();
    choose(choice, 'keyboard');
  }

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Every line of the output"
      aria-activedescendant={currentLine === null ? undefined : `${id}${currentLine}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerLeave={rest.out}
      className={clsx(
        'h-[max(20rem,calc(100dvh-19rem))] overflow-auto py-2 focus-visible:-outline-offset-2 [scrollbar-width:thin]',
        stale && 'text-faint [&_.text-muted]:text-faint',
      )}
    >
      <div
        role="presentation"
        className="relative w-max min-w-full"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const { topic, kind } = line;
          return (
            <div
              key={index}
              id={`${id}${line.line}`}
              role="option"
              aria-selected={line.line === currentLine}
              aria-disabled={topic === null}
              data-line={line.line}
              data-kind={kind}
              onClick={() => choose(line, 'pointer')}
              onPointerMove={(event) => rest.over(topic, event)}
              className={clsx(
                'group absolute top-0 left-0 flex w-max min-w-full items-center whitespace-pre',
                lineLook({ known: topic !== null, selected: line.line === currentLine }),
              )}
              style={{ height: size, transform: `translateY(${start}px)` }}
            >
              <LineWords line={line} selected={line.line === currentLine} width={width} />
              <Remark remark={remarkOf(line)} selected={line.line === currentLine} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function LineWords({ line, selected, width }: { line: OutputLine; selected: boolean; width: number }) {
  const { kind, label, value } = line;
  return (
    <>
      <span
        aria-hidden
        className="flex-none pr-3 pl-3 text-right text-faint select-none"
        style={{ minWidth: `calc(${width}ch + 1.5rem)` }}
      >
        {line.line}
      </span>
      <span
        className={clsx(
          !selected && (kind === 'unknown' ? 'text-text' : kind === 'notice' ? 'text-faint' : 'text-muted'),
        )}
      >
        {shownLine(label)}
      </span>
      <span className={clsx('pr-3', valueLook(selected))}>{shownLine(value)}</span>
    </>
  );
}

function Remark({ remark, selected }: { remark: LineRemark | null; selected: boolean }) {
  if (remark === null) return null;
  return (
    <span
      title={remark.title}
      className={clsx(
        'sticky right-0 ml-auto inline-flex h-full items-center gap-1.5 pr-3 pl-2 font-sans text-label font-medium text-warn',
        selected ? 'bg-accent-soft' : 'bg-sunken',
      )}
    >
      <StateMark mark={remark.kind === 'differs' ? 'differs' : 'unknown'} tone="warn" label={null} />
      {remark.text}
    </span>
  );
}
