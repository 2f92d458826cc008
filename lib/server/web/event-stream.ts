import type { Collector } from '@/lib/server/collector/collector';
import type { LiveEvent } from '@/lib/snapshot/live-event';

/** Shorter than the 30 to 60 s after which proxies give up a silent connection. */
const heartbeatIntervalMs = 15_000;
/** What may wait for a slow reader. Beyond it the stream ends, and the reader resumes from the last event it got. */
const maxPendingBytes = 32 * 1024 * 1024;
/** How long a browser waits before it comes back. */
const retryMs = 2_000;

const encoder = new TextEncoder();
const encoded = new WeakMap<LiveEvent, Uint8Array>();

/** One event as it is written on the wire; made once, however many readers get it. */
function encode(event: LiveEvent): Uint8Array {
  const known = encoded.get(event);
  if (known) return known;
  // JSON has no line break outside of escapes, so one `data:` line holds it.
  const bytes = encoder.encode(
    `id: ${event.revision}\nevent: ${event.event}\ndata: ${JSON.stringify(event)}\n\n`,
  );
  encoded.set(event, bytes);
  return bytes;
}

/** The revision a reader has: `Last-Event-ID`, else `?lastEventId=`; null where it names none, or none of ours. */
export function readerRevision(request: Request): number | null {
  const given =
    request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('lastEventId') ?? '';
  return /^\d{1,15}$/.test(given) ? Number(given) : null;
}

/**
 * The events after a revision as a stream of server-sent events, with a heartbeat each 15 s.
 * It ends when the reader goes, when `signal` aborts, or when more than 32 MiB wait for the reader.
 */
export function eventStream(
  collector: Pick<Collector, 'subscribe'>,
  afterRevision: number | null,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let ended = false;
        let revision = afterRevision ?? 0;
        let unsubscribe = () => {};
        const send = (bytes: Uint8Array) => {
          if (ended) return;
          const pendingBytes = maxPendingBytes - (controller.desiredSize ?? 0);
          if (pendingBytes > maxPendingBytes) end();
          else controller.enqueue(bytes);
        };
        const heartbeat = setInterval(() => {
          const timestamp = new Date().toISOString();
          send(encode({ event: 'heartbeat', revision, timestamp }));
        }, heartbeatIntervalMs);
        end = () => {
          if (ended) return;
          ended = true;
          clearInterval(heartbeat);
          unsubscribe();
          signal.removeEventListener('abort', end);
          // Closing throws when the reader has cancelled already, and then nothing is left to close.
          try {
            controller.close();
          } catch {}
        };
        signal.addEventListener('abort', end);
        controller.enqueue(encoder.encode(`retry: ${retryMs}\n\n`));
        unsubscribe = collector.subscribe(afterRevision, (event) => {
          revision = event.revision;
          send(encode(event));
        });
        // The subscription may have ended the stream before its own end was known.
        if (ended || signal.aborted) {
          unsubscribe();
          end();
        }
      },
      cancel() {
        end();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: maxPendingBytes }),
  );
}

/**
 * Headers of an event stream: kept by no cache, held back by no proxy. Next compresses it, flushing each event (without
 * `no-transform`): what an earlier event said, such as the names of a hundred nodes, costs the next a few bytes.
 */
export const eventStreamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};
