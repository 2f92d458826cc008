import type { DivergenceView } from '@/lib/snapshot/agreement-view';
import { explainSetting } from '@/lib/snapshot/agreement/explain-setting';
import type { SettingsDifference } from '@/lib/snapshot/agreement/settings-differences';
import { settingsDifferences } from '@/lib/snapshot/agreement/settings-differences';
import { nameNodes } from '@/lib/snapshot/merge/name-nodes';
import type { NameIndex } from '@/lib/snapshot/names/name-index';
import type { AgentRecord } from '../agent-record';
import type { ConfigWatch } from './config-watch';

const consequence =
  'Traffic is treated differently by the node it arrives at: another backend for the same client, or another way back.';

/** Agents that run with other settings than most, since when, and which object makes them. */
export class SettingsWatch {
  private firstSeen = new Map<string, number>();
  private readonly config: ConfigWatch;
  private readonly names: NameIndex;

  constructor(config: ConfigWatch, names: NameIndex) {
    this.config = config;
    this.names = names;
  }

  /** Compares the agents whose last status is their newest. */
  find(agents: readonly AgentRecord[], nowMs: number): DivergenceView[] {
    const fresh = agents.filter(({ answers }) => !answers.status.stale);
    const firstSeen = new Map<string, number>();
    const found = settingsDifferences(fresh).flatMap((difference) => {
      const [most, ...others] = difference.groups;
      if (most === undefined) return [];
      return others.map((group) => {
        const id = `${difference.configKey} ${group.value} ${group.nodes.join(' ')}`;
        const sinceMs = this.firstSeen.get(id) ?? nowMs;
        firstSeen.set(id, sinceMs);
        return this.divergence(difference, most, group, fresh, sinceMs);
      });
    });
    this.firstSeen = firstSeen;
    return found;
  }

  private divergence(
    { name, configKey }: SettingsDifference,
    most: SettingsDifference['groups'][number],
    { value, nodes }: SettingsDifference['groups'][number],
    agents: readonly AgentRecord[],
    sinceMs: number,
  ): DivergenceView {
    const namespace = agents.find(({ node }) => node === nodes[0])?.pod.namespace ?? '';
    const others = most.nodes.length === 1 ? nameNodes(most.nodes) : `the ${most.nodes.length} other nodes`;
    return {
      key: null,
      service: null,
      kind: 'settings-differ',
      severity: 'low',
      nodes,
      difference: `${name} is ${value} on ${nameNodes(nodes)} and ${most.value} on ${others}.`,
      consequence,
      explanation: explainSetting(
        configKey,
        nodes.map((node) => ({
          name: node,
          labels: this.names.nodeByName.get(node)?.labels ?? {},
          realised: value,
        })),
        this.config.historyOf(namespace)?.latest ?? null,
      ),
      since: new Date(sinceMs).toISOString(),
    };
  }
}
