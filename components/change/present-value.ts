import type { Release } from '@/lib/cilium/agent-version';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import type { SettingsView } from '@/lib/snapshot/settings-view';

/** What a setting is now, over all nodes that have it. */
export type PresentValue = {
  /** What most nodes are to run with. */
  desired: string | null;
  isDefault: boolean;
  /** What holds where no object has the key; null where the agent computes it. */
  byDefault: string | null;
  /** The name under which the ConfigMap has the key, which may be an older one; null where it has it not. */
  writtenAs: string | null;
  /** How many nodes are to run with that, and how many have the setting. */
  same: number;
  nodes: number;
  /** What most agents report, null: nothing; and how many say so. */
  realised: string | null;
  sayingSo: number;
  /** Kube-proxy replacement runs it with this value, whatever is written. */
  forced: string | null;
  /** Values that a version here takes. */
  values: readonly string[] | null;
};

function most<T extends string | null>(
  items: readonly { value: T; nodes: number }[],
): { value: T | null; nodes: number } {
  const counts = new Map<T, number>();
  for (const { value, nodes } of items) counts.set(value, (counts.get(value) ?? 0) + nodes);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? { value: null, nodes: 0 } : { value: best[0], nodes: best[1] };
}

/** The versions that run, the most frequent first. */
export function versionsOf({ groups }: SettingsView): { text: string; release: Release; nodes: number }[] {
  const counts = new Map<string, number>();
  for (const { version, nodes } of groups) counts.set(version, (counts.get(version) ?? 0) + nodes.length);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .flatMap(([text, nodes]) => {
      const release = parseAgentVersion(text);
      return release === null ? [] : [{ text, release, nodes }];
    });
}

/** Gives what a key is now; null where no version that runs here has it. */
export function presentValue(view: SettingsView, key: string): PresentValue | null {
  const found = view.groups.flatMap((group) => {
    const setting = group.settings.find((one) => one.key === key && one.verdict !== 'ignored');
    return setting === undefined ? [] : [{ group, setting, nodes: group.nodes.length }];
  });
  if (found.length === 0) return null;
  const desired = most(found.map(({ setting, nodes }) => ({ value: setting.desired.value, nodes })));
  const realised = most(found.map(({ setting, nodes }) => ({ value: setting.realised, nodes })));
  const main = found.find(({ setting }) => setting.desired.value === desired.value);
  const force = main?.group.rules.find(({ forces }) => forces?.key === key)?.forces;
  const written = found.find(
    ({ setting: { desired } }) =>
      desired.source.kind === 'config-map' || desired.instead?.object.startsWith('ConfigMap ') === true,
  );
  const knob = versionsOf(view).flatMap(({ release }) => knobOf(key, release) ?? [])[0];
  const values = versionsOf(view).flatMap(({ release }) => knobOf(key, release)?.values ?? []);
  return {
    desired: desired.value,
    isDefault: main?.setting.desired.source.object === null,
    byDefault: knob?.default ?? null,
    writtenAs: written === undefined ? null : (written.setting.desired.writtenAs ?? key),
    same: desired.nodes,
    nodes: found.reduce((sum, { nodes }) => sum + nodes, 0),
    realised: realised.value,
    sayingSo: realised.nodes,
    forced: force?.value ?? null,
    values: values.length === 0 ? null : [...new Set(values)],
  };
}
