'use client';

import { useQueryStates } from 'nuqs';
import { useMemo, type ReactNode } from 'react';
import { CouldNotAsk } from '@/components/status/details/could-not-ask';
import { Age } from '@/components/ui/age';
import { CopyButton } from '@/components/ui/copy-button';
import { PanelMessage } from '@/components/ui/panel-message';
import { TextButton } from '@/components/ui/text-link';
import { formatBytes, formatClock, formatCount, formatDuration, formatPlural } from '@/lib/format';
import type { AgentCommand, RawAnswerView } from '@/lib/snapshot/agent-view';
import { OutputLines } from './output-lines';
import { rawParams } from './raw-url';
import { mostLines, splitLines } from './split-lines';
import { unparsedOf } from './unparsed-of';

type RawAnswerProps = {
  answer: RawAnswerView;
  command: AgentCommand;
  /** The cluster exists inside the product only, and so does the command's context. */
  training: boolean;
  error: Error | null;
  /** A large output is not replaced under the reader's eyes: a newer one waits to be asked for. */
  newer: { isThere: boolean; isFetching: boolean; show: () => void };
};

/** One answer: the command as typed, how it ended, its output line by line, and what it said on stderr. */
export function RawAnswer({ answer, command, training, error, newer }: RawAnswerProps) {
  const [{ line }, setUrl] = useQueryStates(rawParams, { history: 'replace' });
  const { stdout, stderr, problem, exitCode } = answer;
  const all = useMemo(() => splitLines(stdout), [stdout]);
  const lines = all.length > mostLines ? all.slice(0, mostLines) : all;
  const unparsed = useMemo(() => unparsedOf(command, stdout), [command, stdout]);
  const [first] = unparsed;
  return (
    <>
      <div className="mono flex items-center gap-2 rounded-control border border-line bg-sunken pr-1 pl-3">
        <span aria-hidden className="text-faint select-none">
          $
        </span>
        <code
          tabIndex={0}
          aria-label="Command"
          role="region"
          className="min-w-0 flex-1 overflow-x-auto py-1.5 leading-5 whitespace-nowrap"
        >
          {answer.kubectl}
        </code>
        <CopyButton text={answer.kubectl} label="the command" />
      </div>
      {training && (
        <p className="pt-1.5 text-small text-muted">
          The training cluster exists inside KPR Explorer only: your kubectl does not know this{' '}
          <code className="mono">--context</code>. On a cluster of your own the line runs as it stands.
        </p>
      )}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 py-2.5 text-small">
        <Fact word="exit code">
          <b className={exitCode === 0 ? 'font-medium' : 'font-medium text-bad'}>
            {exitCode ?? 'none: it did not end'}
          </b>
        </Fact>
        <Fact word="took">{formatDuration(answer.durationMs)}</Fact>
        <Fact word="answered">
          <span className={problem === null ? undefined : 'text-warn'}>
            {formatClock(answer.answeredTimestamp)}, <Age timestamp={answer.answeredTimestamp} />
          </span>
          {newer.isThere && (
            <>
              {' '}
              {newer.isFetching ? (
                <span className="text-faint">asking again</span>
              ) : (
                <TextButton onClick={newer.show}>Ask again</TextButton>
              )}
            </>
          )}
        </Fact>
        <Fact word="stdout">
          {formatBytes(new Blob([stdout]).size)}, {formatPlural(all.length, 'line')}
          {answer.truncated && <span className="text-warn"> (cut off at the size limit)</span>}
        </Fact>
        <Fact word="not understood">
          {first === undefined ? (
            'no line'
          ) : (
            <TextButton onClick={() => void setUrl({ line: first.line })}>
              {formatPlural(unparsed.length, 'line')}, first {formatCount(first.line)}
            </TextButton>
          )}
        </Fact>
      </dl>
      {(problem !== null || error !== null) && (
        <div className="mb-3 rounded-control bg-bad-soft px-3 py-2.25">
          <CouldNotAsk problem={problem} error={error} />
        </div>
      )}
      <Stream name="stdout" text={stdout}>
        <OutputLines
          lines={lines}
          unparsed={unparsed}
          line={line}
          onLine={(next) => void setUrl({ line: next })}
          className="max-h-[max(20rem,calc(100dvh-17rem))] py-0"
        />
      </Stream>
      {all.length > lines.length && (
        <p className="pt-1 text-small text-warn">
          {formatCount(all.length - lines.length)} more lines are not shown; Copy gives all of them.
        </p>
      )}
      {stderr !== '' && (
        <div className="mt-3">
          <Stream name="stderr" text={stderr}>
            <OutputLines lines={splitLines(stderr)} unparsed={[]} line={null} className="max-h-60" />
          </Stream>
        </div>
      )}
    </>
  );
}

function Fact({ word, children }: { word: string; children: ReactNode }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-faint">{word}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Stream({ name, text, children }: { name: 'stdout' | 'stderr'; text: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="overflow-hidden rounded-control border border-line bg-sunken">
      <div className="flex h-7.5 items-center border-b border-line pr-1 pl-3 max-desk:h-11">
        <h2 className="mono flex-1 text-muted">{name}</h2>
        <CopyButton text={text} label={`all of ${name}`} word="Copy all" />
      </div>
      {text === '' ? (
        <div className="px-3 py-2.5">
          <PanelMessage fact={`Nothing on ${name}.`}>
            The command ended without printing anything.
          </PanelMessage>
        </div>
      ) : (
        children
      )}
    </section>
  );
}
