import { createHash } from 'node:crypto';
import { wait } from '@/lib/server/kube/wait';
import { changedValues, undoneValues } from '@/lib/server/helm/changed-values';
import type { HelmClient } from '@/lib/server/helm/helm-client';
import { ChartDiffersError, HelmMissingError, ReleaseStateError } from '@/lib/server/helm/helm-error';
import { releaseHindrance } from '@/lib/server/helm/release-hindrance';
import { renderedChange } from '@/lib/server/helm/rendered-change';
import type { ReleaseState, Revision, StoredRelease } from '@/lib/server/helm/stored-release';
import { readReleaseState, releaseText } from '@/lib/server/helm/stored-release';
import type { RolloutChange } from '@/lib/snapshot/rollout-view';
import { configFromList, configVersionsSince } from './config-history';
import type { ConfigMapNow } from './config-writer';
import { says, undone } from './config-writer';
import { persist } from './persist';
import type { RolloutContext } from './rollout-context';
import { EditOverwrittenError, UpgradeWithoutEffectError, valuesOf } from './rollout-error';
import type { HelmStart, StepData } from './rollout-journal';
import { InterruptedError } from './step-runner';

/** Helm ends within its time limit (see `HelmClient`), also where we were killed meanwhile. */
const pendingMaxMs = 320_000;
const pendingEachMs = 1_000;

type Side = 'from' | 'to';

/** Hash of what a ConfigMap says, with changes made. */
function configHash({ data }: ConfigMapNow, changes: readonly RolloutChange[]): string {
  const all = Object.entries({ ...data, ...valuesOf(changes, 'to') }).filter(([, value]) => value !== null);
  return createHash('sha256')
    .update(JSON.stringify(all.sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('hex');
}

/** What a step must know of the ConfigMap: the version it looked at, and what is to stand there after. */
function expected(now: ConfigMapNow, changes: readonly RolloutChange[]): StepData {
  return { resourceVersion: now.resourceVersion, config: configHash(now, changes) };
}

/**
 * Writes a change through the Helm release that owns the ConfigMap: its own chart, its own values, and those that change.
 * Helm knows no resourceVersion; that it is done once is known by its revisions, each of which has our words.
 */
export class HelmUpgrade {
  constructor(
    private readonly context: RolloutContext,
    private readonly start: HelmStart,
  ) {}

  /** The step of the way forward. */
  async step(): Promise<void> {
    await this.context.runner.step(
      'helm-upgrade',
      async () => ({ what: `${this.name} upgraded`, data: await this.plan() }),
      (data) => this.upgrade(data),
    );
  }

  /** The step of the way back. */
  async stepBack(key: string): Promise<void> {
    const { runner, source } = this.context;
    await runner.step(
      key,
      async () => {
        const pods = Object.fromEntries(source.agents().items.map(({ node, pod }) => [node, pod]));
        return { what: `${this.name} upgraded back`, data: { ...(await this.planBack()), pods } };
      },
      (data) => this.upgradeBack(data),
    );
  }

  /** True where the upgrade gave the DaemonSet another template, as charts do that hash the ConfigMap into it: its controller restarts the agents already. */
  async restarts(): Promise<boolean> {
    const before = this.context.runner.dataOf('helm-upgrade')?.template;
    return before !== undefined && (await this.context.daemonSet.read()).template !== before;
  }

  private get name(): string {
    return releaseText(this.start.release);
  }

  private get client(): HelmClient {
    if (this.context.helm === null) throw new HelmMissingError(this.name);
    return this.context.helm;
  }

  private description(side: Side): string {
    const { id, changes } = this.context.runner.record;
    const ways = changes.map(({ key, from, to }) => {
      const [a, b] = side === 'to' ? [from, to] : [to, from];
      return `${key}: ${a ?? 'not set'} -> ${b ?? 'not set'}`;
    });
    const word = side === 'to' ? 'rollout' : 'rollback';
    return `KPR Explorer ${word} ${id}: ${ways.join(', ')}`.slice(0, 400);
  }

  private async state(): Promise<ReleaseState> {
    const { connection, runner } = this.context;
    const { signal } = runner;
    const state = await persist(() => readReleaseState(connection, this.start.release, signal), { signal });
    if (state === null) {
      throw new ReleaseStateError(
        `${this.name} is gone.`,
        'Plan again: the change can be made in the ConfigMap.',
      );
    }
    return state;
  }

  /** What an upgrade starts from, where Helm would take one now. Throws ReleaseStateError. */
  private async ready(): Promise<{ latest: Revision; deployed: StoredRelease }> {
    const { latest, deployed } = await this.state();
    const hindrance = releaseHindrance(this.start.release, { latest, deployed });
    if (hindrance === null && deployed !== null) return { latest, deployed };
    throw new ReleaseStateError(hindrance?.detail ?? `${this.name} is not deployed.`, hindrance?.hint ?? '');
  }

  /** Lets Helm and the API server try it. Throws ChartDiffersError where more than the change would be written. Gives what else would be. */
  async dryRun(): Promise<string | null> {
    const { config, runner } = this.context;
    const { changes, configMap } = runner.record;
    await config.versionFor(changes);
    const { latest, deployed } = await this.ready();
    this.checkRevision(latest);
    const { data: live } = await config.read();
    const after = await this.client.dryRun(this.request(deployed, 'to'), runner.signal);
    const { reasons, others } = renderedChange({
      before: deployed.manifest,
      after,
      configMap,
      live,
      changes,
    });
    if (reasons.length > 0) throw new ChartDiffersError(this.name, reasons);
    return others.length === 0
      ? null
      : `The chart writes these otherwise too: ${others.slice(0, 20).join(', ')}.`;
  }

  /** What the upgrade is begun with. Throws ConfigConflictError where the ConfigMap says something else by now. */
  private async plan(): Promise<StepData> {
    const { config, daemonSet, runner } = this.context;
    const { changes } = runner.record;
    const { latest } = await this.ready();
    this.checkRevision(latest);
    const { template } = await daemonSet.read();
    const now = await this.listed();
    if (!says(now, valuesOf(changes, 'from'))) throw config.conflict(changes, now);
    return { revision: latest.revision, template, ...expected(now, changes) };
  }

  /** Makes the revision with the new values, or sees that it was made. Throws a `KubeError`. */
  private async upgrade(data: StepData): Promise<string | null> {
    return this.make('to', data);
  }

  /** What going back is begun with: whoever made other revisions since keeps them. Throws ConfigConflictError. */
  private async planBack(): Promise<StepData> {
    const { config, runner } = this.context;
    const back = undone(runner.record.changes);
    const latest = await this.settled(this.start.revision);
    const now = await this.listed();
    if (!says(now, valuesOf(back, 'to')) && !says(now, valuesOf(back, 'from')))
      throw config.conflict(back, now);
    return { revision: latest.revision, ...expected(now, back) };
  }

  /** Makes a revision with the values of before. Throws a `KubeError`. */
  private async upgradeBack(data: StepData): Promise<string | null> {
    if (data.revision === this.start.revision) {
      const now = await this.context.config.read();
      if (says(now, valuesOf(this.context.runner.record.changes, 'from'))) return 'It said so already.';
    }
    return this.make('from', data);
  }

  private async listed(): Promise<ConfigMapNow> {
    const { connection, runner } = this.context;
    const { namespace, configMap: name } = runner.record;
    const { signal } = runner;
    return persist(() => configFromList(connection, { namespace, name }, signal), { signal });
  }

  private request(release: StoredRelease, side: Side) {
    const { values: changes } = this.start;
    const values =
      side === 'to'
        ? changedValues(release.values, changes)
        : undoneValues(release.values, changes, release.chart.values ?? {});
    return { release: this.start.release, chart: release.chart, values, description: this.description(side) };
  }

  private checkRevision({ revision }: Revision): void {
    if (revision === this.start.revision) return;
    throw new ReleaseStateError(
      `${this.name} has revision ${revision} now; the rollout began with ${this.start.revision}.`,
      'Somebody else upgraded it meanwhile. Plan again.',
    );
  }

  /** Makes a revision upon one; where it is there already, it is not made again. */
  private async make(side: Side, data: StepData): Promise<string | null> {
    const { revision = this.start.revision } = data;
    const { config, runner } = this.context;
    const { changes } = runner.record;
    const latest = await this.settled(revision);
    const wasMade = latest.revision !== revision;
    if (wasMade && !(latest.status === 'deployed' && latest.description === this.description(side))) {
      throw new ReleaseStateError(
        `${this.name} has revision ${latest.revision} (${latest.status}) now, not ${revision}: ${latest.description.slice(0, 300)}.`,
        'Look at the release with `helm history`, then plan again.',
      );
    }
    if (!wasMade) await this.client.upgrade(this.request((await this.ready()).deployed, side));
    const now = await config.read();
    const wanted = side === 'to' ? changes : undone(changes);
    if (!says(now, valuesOf(wanted, 'to')))
      throw new UpgradeWithoutEffectError(config.object, wanted, now.data);
    if (data.config !== undefined && configHash(now, wanted) !== data.config) {
      return 'Other keys of the ConfigMap were written by somebody else meanwhile; they are as they were left.';
    }
    await this.checkOverwritten(data, now, wanted);
    return wasMade ? 'It had been upgraded before the server stopped.' : null;
  }

  /** Throws EditOverwrittenError where somebody wrote the ConfigMap between our look at it and Helm's write. */
  private async checkOverwritten(
    { resourceVersion }: StepData,
    now: ConfigMapNow,
    wanted: readonly RolloutChange[],
  ): Promise<void> {
    if (resourceVersion === undefined) return;
    const { connection, config, runner } = this.context;
    const { namespace, configMap: name } = runner.record;
    const place = { namespace, name };
    const versions = await configVersionsSince(connection, place, resourceVersion, runner.signal);
    const hash = configHash(now, wanted);
    const edited = versions.find(
      (one) =>
        configHash(one, wanted) !== hash ||
        wanted.some(({ key, from, to }) => ![from, to].includes(one.data[key] ?? null)),
    );
    if (edited !== undefined) throw new EditOverwrittenError(config.object, edited.data, now.data);
  }

  /** The newest revision, once an upgrade upon the given one is not under way any more: ours outlives a server that is killed. */
  private async settled(revision: number): Promise<Revision> {
    const { signal } = this.context.runner;
    const endMs = Date.now() + pendingMaxMs;
    for (;;) {
      const { latest } = await this.state();
      const isUnderWay = latest.status.startsWith('pending-') && latest.revision === revision + 1;
      if (!isUnderWay || Date.now() > endMs) return latest;
      await wait(pendingEachMs, signal);
      if (signal.aborted) throw new InterruptedError('stopped');
    }
  }
}
