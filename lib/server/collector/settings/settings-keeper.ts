import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { NameIndex } from '@/lib/snapshot/names/name-index';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import type { AgentBook } from '../agent-book';
import type { AgentRecord } from '../agent-record';
import type { ConfigWatch } from '../agreement/config-watch';
import type { KnownRelease } from './helm-reader';
import { HelmReader } from './helm-reader';
import type { AgentJudgement } from './judge-agent';
import { isOwnAnswer, judgeAgent } from './judge-agent';
import { toConfigurationView, toSettingsGroups } from './to-settings-view';

/** `key` is equal for agents of which the same is to be said. */
type Kept = { inputs: readonly unknown[]; judgement: AgentJudgement; key: string };

/** Keeps what is desired of every agent beside what it reports. Who did not change is not judged again. */
export class SettingsKeeper {
  private kept = new Map<string, Kept>();
  private isStale = true;
  private isNews = true;
  private last: Omit<SettingsView, 'revision'> = { configurations: [], groups: [], unjudged: [] };
  private readonly helm: HelmReader;
  private readonly config: ConfigWatch;
  private readonly agents: Pick<AgentBook, 'all'>;
  private readonly names: NameIndex;

  constructor(
    connection: KubeConnection,
    config: ConfigWatch,
    agents: Pick<AgentBook, 'all'>,
    names: NameIndex,
  ) {
    this.helm = new HelmReader(connection);
    this.config = config;
    this.agents = agents;
    this.names = names;
  }

  /** Says that an agent, a node or a configuration changed. */
  invalidate(): void {
    this.isStale = true;
    this.isNews = true;
  }

  /** Whether something changed since this was asked last; looking at the view does not count. */
  takeNews(): boolean {
    const { isNews } = this;
    this.isNews = false;
    return isNews;
  }

  /** Reads the values of the Helm releases that own configurations, where those changed since. */
  async readReleases(signal: AbortSignal): Promise<void> {
    for (const namespace of new Set(this.agents.all().map(({ pod }) => pod.namespace))) {
      const map = this.config.historyOf(namespace)?.latest?.map;
      if (map !== undefined && (await this.helm.refresh(map, Date.now(), signal))) this.invalidate();
    }
  }

  view(revision: number): SettingsView {
    if (this.isStale) this.last = this.lookAgain();
    this.isStale = false;
    return { revision, ...this.last };
  }

  /** What is known of the Helm release that owns the configuration of a namespace. */
  releaseOf(namespace: string): KnownRelease | null {
    return this.helm.of(namespace);
  }

  private lookAgain(): Omit<SettingsView, 'revision'> {
    const records = this.agents.all().filter(({ goneMs }) => goneMs === null);
    const judged = records.map((record) => ({ record, ...this.judge(record) }));
    this.kept = new Map(judged.map(({ record, ...kept }) => [record.node, kept]));
    const namespaces = [...new Set(records.map(({ pod }) => pod.namespace))].sort();
    return {
      configurations: namespaces.map((namespace) => {
        const labels = records.flatMap(({ pod, node }) => {
          const ofNode = pod.namespace === namespace ? this.nodeOf(node)?.labels : undefined;
          return ofNode === undefined ? [] : [ofNode];
        });
        return toConfigurationView(namespace, this.config, this.helm.of(namespace), labels);
      }),
      groups: toSettingsGroups(judged, (namespace) => this.helm.of(namespace)?.release?.values ?? null),
      unjudged: judged.flatMap(({ record, judgement }) =>
        'unjudged' in judgement ? [{ node: record.node, reason: judgement.unjudged }] : [],
      ),
    };
  }

  private nodeOf(node: string): NodeObject | undefined {
    return this.names.nodeByName.get(node);
  }

  /** Says that an agent answered: what it said may be the same, and still be the first since its start. */
  asked(record: AgentRecord): void {
    const known = this.kept.get(record.node);
    if (known === undefined || !isSame(known.inputs, this.inputsOf(record))) this.invalidate();
  }

  private inputsOf(record: AgentRecord): unknown[] {
    const { pod, status, version, answers } = record;
    const history = this.config.historyOf(pod.namespace);
    return [
      ...[status, version, answers.status.stale, isOwnAnswer(record)],
      ...[pod.ready, pod.startedTimestamp, this.nodeOf(record.node), history?.latest ?? null],
    ];
  }

  private judge(record: AgentRecord): Kept {
    const inputs = this.inputsOf(record);
    const known = this.kept.get(record.node);
    if (known !== undefined && isSame(known.inputs, inputs)) return known;
    const { namespace } = record.pod;
    const history = this.config.historyOf(namespace);
    const judgement = judgeAgent(record, history, this.nodeOf(record.node));
    return { inputs, judgement, key: JSON.stringify([namespace, record.version, judgement]) };
  }
}

function isSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.every((input, index) => input === b[index]);
}
