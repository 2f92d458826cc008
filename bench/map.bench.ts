import { chromium } from '@playwright/test';
import { startProduct } from '@/e2e/product';
import type { Figure } from './figure';
import { atMost, told } from './figure';
import { firstPayload } from './map/first-payload';
import { oneBackendChange } from './map/one-backend-change';
import { heapMegabytes, openMap, scrollFramesPerSecond, searchKeystrokes } from './map/browser-figures';

/** 10,000 frontends with 100,000 backend slots on 100 nodes, as the scenario `large` makes them of these. */
const size = { sizeNodes: 100, sizeServices: 8_100, sizeReplicas: 9.9, sweepInterval: '10s' };

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN;

/** The map of a large cluster in Chromium: first paint, search, scrolling, memory, bytes on the wire. */
export async function measure(): Promise<Figure[]> {
  const product = await startProduct('large', size);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--enable-precise-memory-info',
    ],
  });
  try {
    const payload = await firstPayload(product.url);
    console.error(
      `map: ${payload.frontends} frontends, ${payload.backendSlots} backend slots, ${payload.nodes} nodes; ` +
        `${(payload.rawBytes / 1e6).toFixed(1)} MB as JSON`,
    );
    const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    const opened = await openMap(page, product.url);
    const keystrokes = await searchKeystrokes(page);
    const framesPerSecond = await scrollFramesPerSecond(page);
    const heap = await heapMegabytes(page);
    const change = await oneBackendChange(page, product);
    return [
      told('map/frontends', payload.frontends, 'frontends'),
      told('map/backend-slots', payload.backendSlots, 'slots'),
      atMost('map/first-payload', payload.wireBytes / 1e6, 'MB', 2),
      atMost('map/first-paint-after-data', opened.paintAfterDataMs, 'ms', 1_500),
      atMost('map/search-keystroke-p95', percentile(keystrokes.pictureMs, 0.95), 'ms', 50),
      atMost('map/search-longest-task', keystrokes.longestTaskMs, 'ms', 50),
      {
        ...told('map/scroll-frames', framesPerSecond, 'frames/s'),
        limit: '≥ 50',
        isWithin: framesPerSecond >= 50,
      },
      atMost('map/heap', heap, 'MB', 300),
      atMost('map/one-change-bytes', change.bytes / 1e3, 'kB', 2),
      told('map/one-change-messages', change.messages, 'messages'),
      atMost('map/one-change-shown', change.shownMs, 'ms', 1_000),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}
