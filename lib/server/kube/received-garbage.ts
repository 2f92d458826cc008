import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * TLS hands over what it receives in chunks of 16 KB, each with memory of its own, garbage as soon as its frame is
 * read. V8 sees little garbage in them, as that memory lies outside its heap, and lets them grow old, until they are so
 * many that it walks the whole heap for them: for a hundred tables of ten megabytes six times a sweep, 2.3 s of CPU time.
 * Collecting the young ones in time costs a tenth of that.
 */
const collectEachBytes = 32 << 20;

let collectYoung: (() => void) | null = null;

/** V8's collection of what was made last; a few milliseconds. Node offers it to contexts made after its flag only. */
function youngCollector(): () => void {
  setFlagsFromString('--expose-gc');
  // It is V8's own (src/extensions/gc-extension.cc), and has no types: called with this it collects the young ones only.
  const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;
  return () => collect({ type: 'minor' });
}

let waitingBytes = 0;

/** Counts bytes that came over any connection, and collects the chunks they came in when they are many. */
export function countReceived(sizeBytes: number): void {
  waitingBytes += sizeBytes;
  if (waitingBytes < collectEachBytes) return;
  waitingBytes = 0;
  collectYoung ??= youngCollector();
  collectYoung();
}
