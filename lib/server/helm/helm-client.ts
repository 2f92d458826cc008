import { z } from 'zod';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { HelmFailedError } from './helm-error';
import { createHelmFolder } from './helm-folder';
import { runHelm } from './run-helm';
import type { HelmValues, ReleaseName, StoredChart } from './stored-release';
import { releaseText } from './stored-release';

const helmTimeoutSeconds = 180;
/** Beyond Helm's own limit, which is for each of its waits. */
const upgradeLimitMs = 300_000;
const dryRunLimitMs = 120_000;

const dryRunSchema = z.looseObject({ manifest: z.string() });

export type UpgradeRequest = {
  release: ReleaseName;
  chart: StoredChart;
  /** All values that the user gives, as after the upgrade. */
  values: HelmValues;
  /** Kept with the revision, as `helm history` shows it. */
  description: string;
};

/** Upgrades releases with a helm command and the credentials of a connection; no repository, no network but the API server. */
export class HelmClient {
  constructor(
    private readonly binary: string,
    private readonly connection: KubeConnection,
  ) {}

  /** Lets Helm render the chart and the API server check it; gives the manifest. Throws a `KubeError`. */
  async dryRun(request: UpgradeRequest, signal: AbortSignal): Promise<string> {
    const printed = await this.run(request, ['--dry-run=server'], dryRunLimitMs, signal);
    try {
      return dryRunSchema.parse(JSON.parse(printed)).manifest;
    } catch {
      // What it printed may hold secrets.
      throw new HelmFailedError(
        `helm upgrade --dry-run of ${releaseText(request.release)}`,
        'What it printed is no release.',
      );
    }
  }

  /** Makes a new revision. Not ended early: one that is cut off blocks the release. Throws a `KubeError`. */
  async upgrade(request: UpgradeRequest): Promise<void> {
    await this.run(request, [], upgradeLimitMs);
  }

  private async run(
    { release, chart, values, description }: UpgradeRequest,
    more: readonly string[],
    timeLimitMs: number,
    signal?: AbortSignal,
  ): Promise<string> {
    const folder = await createHelmFolder({ chart, values, kubeconfig: await this.connection.kubeconfig() });
    const args = [
      'upgrade',
      release.name,
      folder.chart,
      ...['--namespace', release.namespace],
      ...['-f', folder.values],
      // Without it Helm takes the values of before where the file has none.
      '--reset-values',
      ...['--timeout', `${helmTimeoutSeconds}s`],
      ...['--description', description],
      ...['--output', 'json'],
      ...more,
    ];
    const what = `helm upgrade${more.length > 0 ? ' --dry-run' : ''} of ${releaseText(release)}`;
    try {
      return await runHelm({
        ...{ binary: this.binary, args, folder, what, timeLimitMs },
        ...(signal !== undefined && { signal }),
      });
    } finally {
      await folder.remove();
    }
  }
}
