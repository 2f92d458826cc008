import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { end, hasEnded, urlPrintedBy, type RunningProduct } from './product';

/** Starts the built product as somebody who has no cluster does: on a training cluster of its own. */
export async function startTrainingProduct(
  scenario: string,
  more: readonly string[] = [],
): Promise<RunningProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kpr-training-'));
  const args = [
    ...['bin/kpr-explorer.mjs', 'start', '--training', scenario, '--port', '0', '--no-browser'],
    ...['--sweep-interval', '2', '--data-dir', folder, ...more],
  ];
  const child = spawn(process.execPath, args, {
    cwd: process.cwd(),
    env: { ...process.env, KUBECONFIG: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return {
    url: await urlPrintedBy(child),
    // It printed its URL, so it runs.
    pid: child.pid ?? NaN,
    hasEnded: () => hasEnded(child),
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
