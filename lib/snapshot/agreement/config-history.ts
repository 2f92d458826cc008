import type { AgentConfig } from '@/lib/cilium/expected-frontends/settings-of-agent';
import { selects } from '@/lib/cilium/expected-frontends/label-selector';
import type { ConfigMapObject } from '../objects/config-map-object';
import type { NodeConfigObject } from '../objects/node-config-object';

/** What agents of one namespace read at their start. */
export type AgentConfiguration = { map: ConfigMapObject; nodeConfigs: readonly NodeConfigObject[] };

type Epoch = AgentConfiguration & { fromMs: number };

const keptMax = 50;

/** True where a CiliumNodeConfig is for a node with these labels. */
export function isForNode(
  { nodeSelector }: NodeConfigObject,
  labels: Readonly<Record<string, string>>,
): boolean {
  return nodeSelector !== null && selects(nodeSelector, labels);
}

/**
 * The configuration as it was over time: an agent reads it once, at its start, and what is written since is not what
 * it runs with.
 */
export class ConfigHistory {
  private epochs: Epoch[] = [];

  /** Notes a configuration that is known to hold from then on (milliseconds since 1970). */
  note(configuration: AgentConfiguration, fromMs: number): void {
    this.epochs.push({ ...configuration, fromMs });
    if (this.epochs.length > keptMax) this.epochs = this.epochs.slice(-keptMax);
  }

  /** What is there now; null before anything was noted. */
  get latest(): AgentConfiguration | null {
    return this.epochs.at(-1) ?? null;
  }

  /**
   * The keys an agent found that started at that moment on a node with these labels: those of the ConfigMap, then those
   * of each CiliumNodeConfig by name, the last one winning (`cilium-dbg build-config`). null: not known.
   */
  at(startedMs: number, labels: Readonly<Record<string, string>>): AgentConfig {
    const epoch = this.epochs.findLast(({ fromMs }) => fromMs <= startedMs);
    if (epoch === undefined) return null;
    const ofNode = epoch.nodeConfigs
      .filter((one) => isForNode(one, labels))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return Object.assign({}, epoch.map.data, ...ofNode.map(({ defaults }) => defaults)) as Record<
      string,
      string
    >;
  }
}
