import { vi } from 'vitest';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import type { Collector } from './collector';

/**
 * Resolves once no event that `isNews` counts has come for `quietMs`, which must be longer than whatever might be told
 * again and again; throws with the events that came if they do not end within `timeoutMs`. A fixed wait before
 * listening would be a guess at how fast the machine is.
 */
export async function untilQuiet(
  collector: Collector,
  isNews: (event: LiveEvent) => boolean,
  { quietMs = 8_000, timeoutMs = 45_000 } = {},
): Promise<void> {
  const news: string[] = [];
  let newsMs = performance.now();
  const end = collector.subscribe(collector.agents().revision, (event) => {
    if (!isNews(event)) return;
    news.push(event.event);
    newsMs = performance.now();
  });
  try {
    await vi.waitFor(
      () => {
        if (performance.now() - newsMs < quietMs) throw new Error(`Not quiet for ${quietMs} ms: ${news}`);
      },
      { timeout: timeoutMs, interval: 100 },
    );
  } finally {
    end();
  }
}
