import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createGunzip } from 'node:zlib';
import type { Page } from '@playwright/test';
import type { Product } from '@/e2e/product';

/** What one backend's new state costs a reader. */
export type OneBackendChange = {
  /** Compressed bytes of the events that tell of it, until every agent's table has followed. */
  bytes: number;
  /** In how many pieces they came. */
  messages: number;
  /** From the first such event on the wire until the page shows the state. */
  shownMs: number;
};

type Chunk = { text: string; bytes: number; atMs: number };

const followTimeoutMs = 90_000;

/** Reads the event stream as a browser does, compressed; `chunks` grows. */
function openStream(url: string): { chunks: Chunk[]; close: () => void } {
  const chunks: Chunk[] = [];
  const request = get(`${url}/api/v1/events`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
    const gunzip = createGunzip({ finishFlush: constants.Z_SYNC_FLUSH });
    let text = '';
    gunzip.on('data', (part: Buffer) => (text += part.toString()));
    response.on('data', (part: Buffer) => {
      const atMs = performance.now();
      gunzip.write(part, () => {
        chunks.push({ text, bytes: part.length, atMs });
        text = '';
      });
    });
  });
  request.on('error', () => {});
  return { chunks, close: () => request.destroy() };
}

/** Lets one endpoint of one Service start to terminate and watches the news of it travel. */
export async function oneBackendChange(page: Page, product: Product): Promise<OneBackendChange> {
  const { cluster, url } = product;
  const slice = cluster.api
    .list('EndpointSlice')
    .find(({ endpoints, metadata }) => (endpoints ?? []).length >= 8 && metadata.namespace === 'payments');
  const service = slice?.metadata.labels?.['kubernetes.io/service-name'];
  const address = slice?.endpoints?.[0]?.addresses?.[0];
  if (slice === undefined || service === undefined || address === undefined) {
    throw new Error('The large cluster has no Service with eight endpoints in its namespace payments.');
  }
  const { namespace = '', name = '' } = slice.metadata;
  await page.goto(`${url}/services?q=${encodeURIComponent(`${namespace}/${service} ${address}`)}`);
  await page.locator('[data-frontend]').first().waitFor();
  await page.waitForTimeout(2_000);

  const { chunks, close } = openStream(url);
  while (chunks.length === 0) await sleep(100);
  await sleep(3_000);
  const before = chunks.length;
  const endpoints = slice.endpoints?.map((endpoint, index) =>
    index === 0 ? { ...endpoint, conditions: { ready: false, serving: true, terminating: true } } : endpoint,
  );
  cluster.api.patch('EndpointSlice', name, namespace, { endpoints });
  const shown = page
    .locator(`[data-backend^="${address}:"] [aria-label*="terminating" i]`)
    .first()
    .waitFor({ timeout: followTimeoutMs })
    .then(() => performance.now());
  const shownAtMs = await shown;

  // Times of answers come whether anything changed or not; all else is news of this change.
  const told = () =>
    chunks
      .slice(before)
      .filter(({ text }) => [...text.matchAll(/^event: (.*)$/gm)].some(([, kind]) => isNews(kind)));
  // Every agent has followed once nothing was said of it for two sweeps.
  for (let count = -1; told().length !== count;) {
    count = told().length;
    await sleep(22_000);
  }
  close();
  const news = told();
  sayWhatWasTold(news);
  // The state that most agents print is the one shown: before that, only some nodes differ. A row that was known is
  // told as what changed of it.
  const says = /"fields":\{[^{}]*"state":"terminating"/;
  const firstMs = news.find(({ text }) => says.test(text))?.atMs ?? NaN;
  return {
    bytes: news.reduce((sum, { text, bytes }) => sum + bytes * partOfNews(text), 0),
    messages: news.length,
    shownMs: shownAtMs - firstMs,
  };
}

const isNews = (kind: string | undefined) =>
  kind !== undefined && !['answers', 'heartbeat', 'snapshot'].includes(kind);

/** How much of a piece of the stream is news: the network may bring it together with times of answers. */
function partOfNews(text: string): number {
  const events = [...text.matchAll(/^event: (.*)\ndata: (.*)$/gm)];
  const length = (of: typeof events) => of.reduce((sum, [all]) => sum + all.length, 0);
  return length(events.filter(([, kind]) => isNews(kind))) / Math.max(1, length(events));
}

/** Says on stderr which events there were, and how long they are before they are compressed. */
function sayWhatWasTold(news: readonly Chunk[]): void {
  const sizes = new Map<string, number[]>();
  for (const [, kind = '', data = ''] of news
    .map(({ text }) => text)
    .join('')
    .matchAll(/^event: (.*)\ndata: (.*)$/gm)) {
    sizes.set(kind, [...(sizes.get(kind) ?? []), data.length]);
  }
  for (const [kind, of] of sizes)
    console.error(`map: told ${of.length} × ${kind}, of ${of.join(', ')} characters`);
}
