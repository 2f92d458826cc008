'use client';

import { clsx } from 'clsx';
import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { DiffSign, ObjectDiff } from '@/lib/cilium/plan/plan';

const signs: Record<DiffSign, { sign: string; tone: string; word: string }> = {
  same: { sign: ' ', tone: '', word: '' },
  removed: { sign: '−', tone: 'bg-bad-soft', word: 'removed: ' },
  added: { sign: '+', tone: 'bg-accent-soft', word: 'added: ' },
  gap: { sign: '⋯', tone: 'text-muted', word: 'lines left out' },
};

/** What would be written, line by line, one object at a time. */
export function PlanDiff({ diff }: { diff: readonly ObjectDiff[] }) {
  const [kind, setKind] = useState(diff[0]?.kind ?? 'ConfigMap');
  const shown = diff.find((one) => one.kind === kind) ?? diff[0];
  if (shown === undefined) return null;
  return (
    <section aria-label="Text diff" className="min-w-0">
      <SegmentedControl
        label="Object"
        className="mb-2"
        segments={diff.map((one) => ({ value: one.kind, label: one.kind }))}
        value={shown.kind}
        onValueChange={setKind}
      />
      <div
        tabIndex={0}
        role="region"
        aria-label={`Changes of ${shown.kind} ${shown.object}`}
        className="mono overflow-x-auto border-t border-b border-line bg-surface leading-4.75"
      >
        <div className="w-max min-w-full">
          <div className="bg-sunken px-3 text-muted">
            {shown.kind} {shown.object}
          </div>
          {shown.lines.map(({ sign, number, text }, index) => (
            <div
              key={index}
              className={clsx('grid grid-cols-[2.25rem_1rem_1fr] whitespace-pre', signs[sign].tone)}
            >
              <span className="pr-2.5 text-right text-label text-muted">{number ?? ''}</span>
              <span aria-hidden>{signs[sign].sign}</span>
              <span className={clsx('pr-3', sign !== 'same' && 'font-medium')}>
                <span className="sr-only">{signs[sign].word}</span>
                {text}
              </span>
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}
