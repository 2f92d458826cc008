'use client';

import { useRef, useState } from 'react';
import { saveFile } from '@/components/export/save-file';
import { TextButton } from '@/components/ui/text-link';
import { formatMinutes, type PathOverview } from '@/lib/learn/lesson/path-overview';
import { noProgress, readProgress, writeProgress } from '@/lib/learn/lesson/progress';
import { useProgress } from './use-progress';

/** How much of the path is done, and the ways to take it along, bring it back, or begin anew. */
export function PathProgress({ overview }: { overview: PathOverview }) {
  const { progress, replace } = useProgress();
  const fileRef = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { done, total, minutesToGo, stages } = overview;
  const entries = stages.flatMap((stage) => stage.entries);

  async function bringBack(file: File | undefined) {
    if (file === undefined) return;
    const read = file.size > 256 * 1024 ? null : readProgress(await file.text());
    if (read === null) return setSaid(`${file.name} holds no progress: nothing was changed.`);
    replace(read);
    setSaid(`Progress read from ${file.name}.`);
  }

  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pb-3">
      <svg
        viewBox={`0 0 ${total * 20} 12`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${done} of ${total} lessons done`}
        className="h-3 w-60 flex-none max-desk:w-full"
      >
        {entries.map(({ number, state, isCurrent }) => (
          <rect
            key={number}
            x={(number - 1) * 20 + 0.5}
            y="0.5"
            width="18"
            height="11"
            className={
              state === 'done'
                ? 'fill-text stroke-text'
                : isCurrent && state === 'started'
                  ? 'fill-accent stroke-accent'
                  : 'fill-none stroke-line-strong'
            }
          />
        ))}
      </svg>
      <span>
        <b className="font-semibold">
          {done} of {total}
        </b>{' '}
        done
      </span>
      <span className="text-muted">
        {done === total ? 'the whole path is walked' : `about ${formatMinutes(minutesToGo)} to go`}
      </span>
      <span className="ml-auto flex flex-wrap gap-x-4">
        <TextButton
          onClick={() =>
            saveFile(
              new Blob([writeProgress(progress)], { type: 'application/json' }),
              'kpr-explorer-progress.json',
            )
          }
        >
          Export
        </TextButton>
        <TextButton onClick={() => fileRef.current?.click()}>Import</TextButton>
        <input
          ref={fileRef}
          type="file"
          accept="application/json,.json"
          aria-label="A file of progress"
          className="hidden"
          onChange={(event) => {
            void bringBack(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        {isAsked ? (
          <span className="flex gap-x-3">
            <span className="text-muted max-desk:self-center">Forget all progress?</span>
            <TextButton
              onClick={() => {
                replace(noProgress);
                setAsked(false);
                setSaid('Progress is forgotten. Export keeps a copy the next time.');
              }}
            >
              Forget it
            </TextButton>
            <TextButton onClick={() => setAsked(false)}>Keep it</TextButton>
          </span>
        ) : (
          <TextButton onClick={() => setAsked(true)}>Start over</TextButton>
        )}
      </span>
      <p role="status" className="w-full text-small text-muted empty:hidden">
        {said}
      </p>
    </div>
  );
}
