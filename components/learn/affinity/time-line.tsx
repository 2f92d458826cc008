import { clsx } from 'clsx';
import { backendLook } from '@/components/learn/backend/backend-kind';
import {
  affinityStory,
  goneMinute,
  lastMinute,
  type AffinityClient,
} from '@/lib/learn/affinity/affinity-clients';
import type { AffinityParameters } from '@/lib/learn/affinity/affinity-parameters';
import type { AffinityStep } from '@/lib/learn/affinity/affinity-walk';
import { clientKey } from '@/lib/learn/affinity/client-key';
import { memorySpans, type MemorySpan } from '@/lib/learn/affinity/memory-spans';
import { formatMoment } from '@/lib/learn/affinity/time-text';
import { backendIndex } from './backend-of';
import { ConnectionMark } from './connection-mark';
import { placeOf } from './place-of';

type TimeLineProps = {
  parameters: AffinityParameters;
  steps: readonly AffinityStep[];
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

/** Clients one under another, their connections from left to right; lines say how long they are remembered. */
export function TimeLine(props: TimeLineProps) {
  const { parameters, steps, step } = props;
  const { clients } = affinityStory(parameters.place);
  const spans = memorySpans(steps.slice(0, step + 1), parameters);
  const now = steps[step]?.minute ?? 0;
  return (
    <div>
      <ol aria-label="Clients" className="relative">
        {clients.map((client) => (
          <Lane
            key={client.id}
            {...props}
            client={client}
            spans={spans.filter(({ clientKey: text }) => text === clientKey(client, parameters).text)}
            now={now}
          />
        ))}
      </ol>
      <div aria-hidden className="grid border-t border-line-strong desk:grid-cols-[10.5rem_minmax(0,1fr)]">
        <span className="pt-1 text-small text-muted max-desk:hidden">hours since it began</span>
        <span className="relative h-6 text-small text-muted">
          {[0, 2, 4, 6, 8, 10].map((hour) => (
            <span key={hour} style={{ left: placeOf(hour * 60) }} className="absolute top-1 -translate-x-1/2">
              {hour} h
            </span>
          ))}
        </span>
      </div>
    </div>
  );
}

type LaneProps = TimeLineProps & { client: AffinityClient; spans: readonly MemorySpan[]; now: number };

function Lane({ parameters, steps, step, masked, onStep, client, spans, now }: LaneProps) {
  const { gone } = parameters;
  const own = steps.flatMap((each, index) =>
    each.kind === 'connection' && each.clientId === client.id ? [{ connection: each, index }] : [],
  );
  return (
    <li className="grid border-t border-line desk:grid-cols-[10.5rem_minmax(0,1fr)]">
      <div className="min-w-0 py-1.5 max-desk:flex max-desk:flex-wrap max-desk:gap-x-2 max-desk:pb-0">
        <span className="block font-semibold">{client.name}</span>
        <span className="block text-small text-muted">{client.where}</span>
        <span className="mono block truncate text-muted">{client.sourceIP}</span>
      </div>
      <div className="relative h-13 max-desk:h-11">
        <span aria-hidden className="absolute inset-x-0 top-1/2 h-px bg-line" />
        {spans.map((span, index) => (
          <span
            key={index}
            aria-hidden
            style={{
              ...backendLook(backendIndex(span.backend)).style,
              left: placeOf(span.fromMinute),
              width: `${((span.toMinute - span.fromMinute) / lastMinute) * 96}%`,
            }}
            // What node 2 remembers lies a little lower: it may last while node 1 remembers too.
            className={clsx(
              'absolute h-1 -translate-y-1/2 bg-(--c) opacity-60 transition-[width] duration-200 ease-out',
              span.node === 1 ? 'top-1/2' : 'top-[calc(50%+5px)]',
            )}
          />
        ))}
        {gone !== null && (
          <span
            aria-hidden
            title={`${gone} begins to shut down`}
            style={{ left: placeOf(goneMinute) }}
            className="absolute inset-y-0 w-px border-l border-dashed border-text"
          />
        )}
        <span
          aria-hidden
          style={{ left: placeOf(now) }}
          className="absolute inset-y-0 w-px bg-accent transition-[left] duration-200 ease-out"
        />
        {own.map(({ connection, index }) => (
          <ConnectionMark
            key={index}
            connection={connection}
            state={index === step ? 'current' : index < step ? 'done' : index >= masked ? 'masked' : 'ahead'}
            label={`${formatMoment(connection.minute)}, ${client.name}`}
            onChoose={() => onStep(index)}
          />
        ))}
      </div>
    </li>
  );
}
