import { selects } from '@/lib/cilium/expected-frontends/label-selector';
import type { AgentConfiguration } from './config-history';

type Labels = Readonly<Record<string, string>>;

/**
 * Says why agents on some nodes run with another value of a setting than most: the CiliumNodeConfig that gives it to
 * them, or a ConfigMap that was changed after they started. null: no object that may be read tells.
 */
export function explainSetting(
  configKey: string,
  nodes: readonly { name: string; labels: Labels; realised: string }[],
  configuration: AgentConfiguration | null,
): string | null {
  if (configuration === null) return null;
  const { map, nodeConfigs } = configuration;
  for (const { namespace, name, nodeSelector, defaults } of nodeConfigs) {
    const value = defaults[configKey];
    if (value === undefined || nodeSelector === null) continue;
    if (nodes.some(({ labels }) => selects(nodeSelector, labels))) {
      return `CiliumNodeConfig ${namespace}/${name} sets ${configKey} to ${value} for ${nodes.length === 1 ? 'this node' : 'these nodes'}.`;
    }
  }
  const wanted = map.data[configKey];
  if (wanted === undefined || nodes.some(({ realised }) => isSameValue(realised, wanted))) return null;
  return `ConfigMap ${map.namespace}/${map.name} says ${configKey}: ${wanted}, which agents read at their start only: a restart is pending.`;
}

/** A status writes values its own way: `Maglev`, `SNAT`, `Best-Effort`. */
function isSameValue(realised: string, wanted: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return plain(realised) === plain(wanted);
}
