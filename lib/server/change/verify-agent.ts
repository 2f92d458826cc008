import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import { reportedValue } from '@/lib/cilium/settings/reported-value';
import { isSameValue } from '@/lib/cilium/settings/same-value';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { SettingsView } from '@/lib/snapshot/settings-view';

export type RealisedValue = { key: string; value: string | null };

/** What an agent reports of each key; null of what it says nothing. */
export function realisedBy({ status }: Pick<AgentView, 'status'>, keys: readonly string[]): RealisedValue[] {
  return keys.map((key) => ({ key, value: status === null ? null : reportedValue(key, status) }));
}

/** What is known of the settings of one node beside its status: values that an object or a rule of its own decides. */
function decidedElsewhere(settings: SettingsView, node: string, key: string, isOfNode: boolean): boolean {
  const group = settings.groups.find(({ nodes }) => nodes.includes(node));
  const setting = group?.settings.find((one) => one.key === key);
  return (!isOfNode && setting?.desired.source.kind === 'node-config') || setting?.verdict === 'overridden';
}

/**
 * The keys of which an agent reports another value than it should. Not among them: what its version does not report,
 * and what a rule of Cilium's overrides; and where the values are the ConfigMap's, not those of this very node
 * (`isOfNode`), what a CiliumNodeConfig decides. The plan says these.
 */
export function wrongValues(
  agent: Pick<AgentView, 'node' | 'status' | 'version'>,
  wanted: Record<string, string | null>,
  settings: SettingsView,
  isOfNode: boolean,
): RealisedValue[] {
  const version = parseAgentVersion(agent.version ?? '');
  return realisedBy(agent, Object.keys(wanted)).filter(({ key, value }) => {
    const knob = version === null ? null : knobOf(key, version);
    if (knob === null || value === null) return false;
    const desired = wanted[key] ?? knob.default;
    return !isSameValue(knob, desired, value) && !decidedElsewhere(settings, agent.node, key, isOfNode);
  });
}
