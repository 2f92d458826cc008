import type { AgentConfig } from '@/lib/cilium/expected-frontends/settings-of-agent';
import { selects } from '@/lib/cilium/expected-frontends/label-selector';
import type { ConfigLayer } from '@/lib/cilium/settings/config-layers';
import { mergeLayers } from '@/lib/cilium/settings/config-layers';
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
 * What a configuration is made of for a node with these labels: the ConfigMap, then each CiliumNodeConfig that is for
 * it, by name (`cilium-dbg build-config`; cilium-config.md 4.6).
 */
export function configLayers(
  { map, nodeConfigs }: AgentConfiguration,
  labels: Readonly<Record<string, string>>,
): ConfigLayer[] {
  const { writtenTimestamp, keyTimestamps } = map;
  const shared: ConfigLayer = {
    kind: 'config-map',
    object: `ConfigMap ${map.namespace}/${map.name}`,
    data: map.data,
    writtenTimestamp,
    keyTimestamps,
  };
  const ofNode = nodeConfigs
    .filter((one) => isForNode(one, labels))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((one): ConfigLayer => ({
      kind: 'node-config',
      object: `CiliumNodeConfig ${one.namespace}/${one.name}`,
      data: one.defaults,
      writtenTimestamp: one.writtenTimestamp,
      keyTimestamps: one.keyTimestamps,
    }));
  return [shared, ...ofNode];
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
   * The keys an agent found that started at that moment on a node with these labels. null: not known.
   */
  at(startedMs: number, labels: Readonly<Record<string, string>>): AgentConfig {
    const epoch = this.epochs.findLast(({ fromMs }) => fromMs <= startedMs);
    if (epoch === undefined) return null;
    return mergeLayers(configLayers(epoch, labels));
  }
}
