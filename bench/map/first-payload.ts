import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import type { FrontendPage } from '@/lib/snapshot/live-event';

export type FirstPayload = {
  frontends: number;
  backendSlots: number;
  nodes: number;
  /** As the browser gets it, compressed. */
  wireBytes: number;
  rawBytes: number;
};

const settleTimeoutMs = 300_000;
/** Longer than the 10 s for which the server may hold back that more agents say the same of a row. */
const betweenMs = 12_000;

function get(url: string): Promise<{ body: Buffer; encoding: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ body: Buffer.concat(chunks), encoding: response.headers['content-encoding'] }),
      );
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Waits until every agent's table has been read and nothing has changed between two answers, and measures the answer. */
export async function firstPayload(url: string): Promise<FirstPayload> {
  const deadlineMs = performance.now() + settleTimeoutMs;
  for (let before = ''; ;) {
    const { body, encoding } = await get(`${url}/api/v1/frontends`);
    const raw = encoding === 'gzip' ? gunzipSync(body) : body;
    // Written by our own server from this type.
    const page = JSON.parse(raw.toString()) as FrontendPage;
    const nodes = page.nodeNames.length;
    const backendSlots = page.items.reduce((sum, { backends }) => sum + backends.length, 0);
    // The revision also counts the times of answers, which never rest.
    const changed = page.items.reduce((last, { changedTimestamp: at }) => (at > last ? at : last), '');
    // Names come from the API and date no row.
    const now = `${page.total} frontends, ${backendSlots} slots, ${nodes} nodes, ${raw.length} bytes, changed ${changed}`;
    if (nodes >= 100 && now === before) {
      return { frontends: page.total, backendSlots, nodes, wireBytes: body.length, rawBytes: raw.length };
    }
    if (performance.now() > deadlineMs) {
      throw new Error(`The large cluster did not settle in ${settleTimeoutMs / 1000} s; last seen: ${now}`);
    }
    before = now;
    await sleep(betweenMs);
  }
}
