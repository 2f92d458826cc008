import type { SettingsGroup, SettingsView, SettingView } from './settings-view';

/** A rule, the keys to change, and Cilium's words. */
type BrokenRule = { id: string; keys: readonly string[]; message: string };

/**
 * What a reader of settings must know first. `fatal`: these nodes' agents would not start again. `differs`: they
 * report something else than is desired, and nothing says why. `pending-restart`: something was written that they
 * have not read. `node-config`: an object of their own makes them differ from other nodes.
 */
export type SettingsAlert = {
  kind: 'fatal' | 'differs' | 'pending-restart' | 'node-config';
  /** Sorted. */
  nodes: string[];
  /** null for `fatal`, where rules name theirs. */
  key: string | null;
  /** As a sentence names it: `Backend selection`. */
  name: string;
  desired: string | null;
  realised: string | null;
  /** The object that sets it: `CiliumNodeConfig kube-system/maglev-canary`. */
  object: string | null;
  /** The rules that would end the agents, in the order they come across them, for `fatal`. */
  rules: BrokenRule[];
  /** When it was last written, where that is known (RFC 3339). */
  since: string | null;
  /** What most other nodes are to run with, and how many those are, for `node-config`. */
  others: { value: string | null; nodes: number } | null;
};

const order = ['fatal', 'differs', 'pending-restart', 'node-config'] as const;

/** Gives what stands out in the settings: the gravest first, then what concerns the most nodes. */
export function settingsAlerts(view: SettingsView): SettingsAlert[] {
  const alerts = new Map<string, SettingsAlert>();
  const add = (id: string, group: SettingsGroup, alert: Omit<SettingsAlert, 'nodes'>): void => {
    const known = alerts.get(id);
    if (known === undefined) alerts.set(id, { ...alert, nodes: [...group.nodes] });
    else known.nodes.push(...group.nodes);
  };
  for (const group of view.groups) {
    const rules = group.rules.flatMap(({ id, verdict, message, keys }) =>
      verdict === 'fatal' ? [{ id, keys, message }] : [],
    );
    if (rules.length > 0) {
      const none = { desired: null, realised: null, object: null, since: null, others: null };
      add(JSON.stringify(rules), group, { kind: 'fatal', key: null, name: '', rules, ...none });
    }
    for (const setting of group.settings) {
      const alert = alertOf(setting, group, view.groups);
      if (alert === null) continue;
      const { kind, desired, realised, object } = alert;
      add(JSON.stringify([kind, setting.key, desired, realised, object]), group, alert);
    }
  }
  for (const { nodes } of alerts.values()) nodes.sort();
  const rank = ({ kind }: SettingsAlert): number => order.indexOf(kind);
  return [...alerts.values()].sort((a, b) => rank(a) - rank(b) || b.nodes.length - a.nodes.length);
}

function alertOf(
  setting: SettingView,
  group: SettingsGroup,
  groups: readonly SettingsGroup[],
): Omit<SettingsAlert, 'nodes'> | null {
  const { key, name, desired, realised, verdict, since } = setting;
  const facts = {
    ...{ key, name, desired: desired.value, realised, since },
    ...{ object: desired.source.object, rules: [] },
  };
  if (verdict === 'differs' || verdict === 'pending-restart')
    return { ...facts, kind: verdict, others: null };
  if (desired.source.kind !== 'node-config') return null;
  const others = mostDesired(key, group, groups);
  return others === null ? null : { ...facts, kind: 'node-config', others };
}

/** The value that most nodes with another one are to run with; null where no node is. */
function mostDesired(
  key: string,
  { settings }: SettingsGroup,
  groups: readonly SettingsGroup[],
): SettingsAlert['others'] {
  const valueIn = (of: readonly SettingView[]) => of.find((setting) => setting.key === key)?.desired.value;
  const own = valueIn(settings);
  const counts = new Map<string | null, number>();
  for (const group of groups) {
    const value = valueIn(group.settings);
    if (value === undefined || value === own) continue;
    counts.set(value, (counts.get(value) ?? 0) + group.nodes.length);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most === undefined ? null : { value: most[0], nodes: most[1] };
}
