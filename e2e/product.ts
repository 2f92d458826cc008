import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';

/** The built product, running. */
export type RunningProduct = { url: string; pid: number; hasEnded(): boolean; stop(): Promise<void> };

/** The same against a training cluster whose faults the test holds in its hand. */
export type Product = RunningProduct & { cluster: TrainingCluster };

const startTimeoutMs = 120_000;

/** Waits for the one URL that `kpr-explorer start` prints. */
export function urlPrintedBy(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(
      () => reject(new Error(`no URL after ${startTimeoutMs} ms:\n${said}`)),
      startTimeoutMs,
    );
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.on('exit', (code) => reject(new Error(`the product ended with code ${code}:\n${said}`)));
  });
}

/** True once the process is gone. */
export const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;

/** Ends it, and waits until it is gone. */
export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (hasEnded(child)) return resolve();
    child.on('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export type ProductOptions = {
  sweepInterval?: string;
  allowChanges?: boolean;
  /** Where its journal is kept; default: a directory that ends with it. */
  dataDirectory?: string;
  /** More options of the command. */
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
};

/** Starts the built product in a process of its own, as the user of a kubeconfig, given as text. */
export async function startProductOn(
  kubeconfigText: string,
  options: ProductOptions = {},
): Promise<RunningProduct> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kpr-e2e-'));
  const kubeconfig = path.join(folder, 'kubeconfig');
  writeFileSync(kubeconfig, kubeconfigText, { mode: 0o600 });
  const args = [
    'bin/kpr-explorer.mjs',
    'start',
    '--kubeconfig',
    kubeconfig,
    '--port',
    '0',
    '--no-browser',
    '--sweep-interval',
    options.sweepInterval ?? '2',
    // What is kept of changes belongs to this test, not to who runs it.
    '--data-dir',
    options.dataDirectory ?? path.join(folder, 'data'),
    ...(options.allowChanges ? ['--allow-changes'] : []),
    ...(options.args ?? []),
  ];
  const child = spawn(process.execPath, args, {
    cwd: process.cwd(),
    env: { ...process.env, KUBECONFIG: '', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await urlPrintedBy(child).catch((error: unknown) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  return {
    url,
    // It printed its URL, so it runs.
    pid: child.pid ?? NaN,
    hasEnded: () => hasEnded(child),
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a training cluster in this process and the built product in another, joined by a kubeconfig as any cluster is. */
export async function startProduct(
  scenario: string,
  options: { sizeNodes?: number; sizeServices?: number; sizeReplicas?: number; sweepInterval?: string } = {},
): Promise<Product> {
  const cluster = await startTrainingCluster({ scenario, ...options });
  const product = await startProductOn(cluster.kubeconfig, { ...options, allowChanges: true });
  return {
    url: product.url,
    pid: product.pid,
    hasEnded: product.hasEnded,
    cluster,
    async stop() {
      await product.stop();
      await cluster.stop();
    },
  };
}
