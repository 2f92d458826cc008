import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fastClock } from '@/lib/server/training/fast-clock.fixture';
import { article } from '@/lib/server/training/scenarios/article/article';
import { startScenario } from '@/lib/server/training/start-scenario';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { startProductOn, type RunningProduct } from '../product';

/** When the process is to die: around which entry of the next rollout's journal, counted from 1. */
export type Death = { entry: number; when: 'before' | 'after' };

const lookEachMs = 50;
const waitMaxMs = 60_000;

/** Waits until something is so. */
export async function until<Result>(
  what: string,
  look: () => Promise<Result | null | undefined | false> | Result | null | undefined | false,
): Promise<Result> {
  const endMs = Date.now() + waitMaxMs;
  for (;;) {
    const result = await look();
    if (result) return result;
    if (Date.now() > endMs) throw new Error(`never so: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, lookEachMs));
  }
}

async function isReady(url: string): Promise<boolean> {
  const answer = await fetch(`${url}/readyz`).catch(() => null);
  return answer?.ok ?? false;
}

/** The product on a cluster that outlives it, with a data directory that does too: it can be killed and started again. */
export class KillableProduct {
  private product: RunningProduct | null = null;

  private constructor(
    readonly cluster: TrainingCluster,
    private readonly folder: string,
  ) {}

  /** Starts the article's cluster, its time ten times as fast as ours, and the product on it. */
  static async start(): Promise<KillableProduct> {
    const size = article.defaultSize ?? { nodes: 2, services: 10 };
    const cluster = await startScenario(article, {
      ...{ host: '127.0.0.1', port: 0, size, seed: 1 },
      clock: fastClock(10),
    });
    const killable = new KillableProduct(cluster, mkdtempSync(path.join(tmpdir(), 'kpr-killing-')));
    await killable.startAgain();
    return killable;
  }

  get url(): string {
    return this.product?.url ?? '';
  }

  /** Starts the product, for the first time or after it has died, and waits until it knows its agents. */
  async startAgain(): Promise<void> {
    this.product = await startProductOn(this.cluster.kubeconfig, {
      ...{ allowChanges: true, sweepInterval: '1', dataDirectory: path.join(this.folder, 'data') },
      args: ['--no-build'],
      environment: {
        NODE_OPTIONS: `--import=${path.join(import.meta.dirname, 'die-at-entry.mjs')}`,
        KPR_E2E_DEATH: this.orderFile,
      },
    });
    await until('the product is ready', async () => this.isDead() || (await isReady(this.url)));
  }

  private get orderFile(): string {
    return path.join(this.folder, 'death.json');
  }

  /** Orders the death of the process; null takes the order back. */
  order(death: Death | null): void {
    if (death === null) rmSync(this.orderFile, { force: true });
    else writeFileSync(this.orderFile, JSON.stringify(death));
  }

  isDead(): boolean {
    return this.product?.hasEnded() ?? true;
  }

  /** The journal as its file has it now; empty where there is none yet. */
  journalText(): string {
    const root = path.join(this.folder, 'data');
    const [cluster = ''] = existsSync(root) ? readdirSync(root) : [];
    const file = path.join(root, cluster, 'journal.jsonl');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  async stop(): Promise<void> {
    await this.product?.stop();
    await this.cluster.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
