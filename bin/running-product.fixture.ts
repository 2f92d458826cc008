import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTrainingCluster } from '@/lib/server/training/training-cluster';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { command } from './run-command.fixture';

export type RunningProduct = {
  url: string;
  cluster: TrainingCluster;
  /** Sends the signal; resolves to the exit code and how long the end took. */
  end: (signal: NodeJS.Signals) => Promise<{ code: number | null; tookMs: number; stderr: string }>;
};

/** The built product in a process of its own, reading a training cluster of this process through a kubeconfig. */
export async function startProduct(scenario: string): Promise<RunningProduct> {
  const cluster = await startTrainingCluster({ scenario });
  const folder = mkdtempSync(path.join(tmpdir(), 'kpr-product-'));
  const kubeconfig = path.join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, cluster.kubeconfig, { mode: 0o600 });
  const options = [
    '--kubeconfig',
    kubeconfig,
    '--port',
    '0',
    '--no-browser',
    '--no-build',
    '--sweep-interval',
    '1',
  ];
  const child = spawn(process.execPath, [command, 'start', ...options], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: folder, CI: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const url = await new Promise<string>((resolve, reject) => {
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const printed = /^http:\S+$/m.exec(stdout)?.[0];
      if (printed) resolve(printed);
    });
    child.once('exit', (code) => reject(new Error(`The product ended with ${code}: ${stderr}`)));
  });
  return {
    url,
    cluster,
    end: async (signal) => {
      const startedMs = performance.now();
      const code = await new Promise<number | null>((resolve) => {
        child.once('exit', resolve);
        child.kill(signal);
      });
      const tookMs = performance.now() - startedMs;
      await cluster.stop();
      rmSync(folder, { recursive: true });
      return { code, tookMs, stderr };
    },
  };
}

export type ServerSentEvent = { id: string; event: string; data: unknown };

/** Reads events from a stream until `enough` says so, then leaves. */
export async function readEvents(
  url: string,
  headers: Record<string, string>,
  enough: (events: ServerSentEvent[]) => boolean,
): Promise<ServerSentEvent[]> {
  const leave = new AbortController();
  const response = await fetch(url, { headers, signal: leave.signal });
  const events: ServerSentEvent[] = [];
  let pending = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      pending += decoder.decode(chunk, { stream: true });
      const blocks = pending.split('\n\n');
      pending = blocks.pop() ?? '';
      for (const block of blocks) {
        const fields = new Map(block.split('\n').map((line) => [line.split(': ', 1)[0], line]));
        const value = (name: string) => fields.get(name)?.slice(name.length + 2) ?? '';
        if (value('data'))
          events.push({ id: value('id'), event: value('event'), data: JSON.parse(value('data')) });
      }
      if (enough(events)) return events;
    }
  } finally {
    leave.abort();
  }
  return events;
}
