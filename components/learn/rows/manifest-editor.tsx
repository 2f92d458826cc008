'use client';

import { clsx } from 'clsx';
import { useRef } from 'react';
import type { ManifestProblem } from '@/lib/learn/rows/manifest-problem';
import { manifestMaxChars } from '@/lib/learn/rows/rows-state';
import { ProblemList } from './problem-list';

type ManifestEditorProps = {
  text: string;
  problems: readonly ManifestProblem[];
  /** False while the text is longer than a link takes: what is shown beside it is of an earlier one. */
  fits: boolean;
  onText: (text: string) => void;
};

/** The manifest as text, with its lines numbered and those in error marked. */
export function ManifestEditor({ text, problems, fits, onText }: ManifestEditorProps) {
  const areaRef = useRef<HTMLTextAreaElement>(null);
  const lines = text.split('\n');
  const inError = new Set(problems.filter(({ kind }) => kind === 'error').map(({ line }) => line));
  const showLine = (line: number) => {
    const area = areaRef.current;
    if (area === null) return;
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1] ?? '').length);
  };
  return (
    <div>
      <div
        className={clsx(
          'grid grid-cols-[2.25rem_minmax(0,1fr)] overflow-hidden rounded-control border bg-surface',
          inError.size > 0 || !fits ? 'border-bad/45' : 'border-line-strong',
        )}
      >
        <div
          aria-hidden
          className="mono border-r border-line bg-sunken py-2 text-right leading-5 select-none"
        >
          {lines.map((_, index) => (
            <div
              key={index}
              className={clsx(
                'pr-1.5',
                inError.has(index + 1) ? 'bg-bad-soft font-semibold text-bad' : 'text-faint',
              )}
            >
              {index + 1}
            </div>
          ))}
        </div>
        <textarea
          ref={areaRef}
          aria-label="Manifest of the Service, YAML"
          aria-invalid={inError.size > 0 || !fits}
          aria-describedby="manifest-problems"
          value={text}
          rows={lines.length}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          onChange={(event) => onText(event.target.value)}
          className="mono block resize-none overflow-x-auto overflow-y-hidden bg-transparent px-2.5 py-2 leading-5 text-text outline-offset-[-2px]"
        />
      </div>
      <div id="manifest-problems" aria-live="polite">
        {!fits && (
          <p className="pt-1.5 text-small text-pretty text-bad">
            Longer than a link takes ({manifestMaxChars.toLocaleString('en')} characters as a URL writes
            them). The rows are of the last text that fitted; shorten this one to go on.
          </p>
        )}
        <ProblemList problems={problems} onLine={showLine} />
      </div>
    </div>
  );
}
