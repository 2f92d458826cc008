import type { FieldEntry } from '@/lib/cilium/fields/field-entry';
import type { SettingsView, SettingView } from '@/lib/snapshot/settings-view';

/** The settings of one node that a field is set by: those its version has, and those it ignores. */
export function settingsOfField(entry: FieldEntry, view: SettingsView, node: string): SettingView[] {
  const group = view.groups.find(({ nodes }) => nodes.includes(node));
  const keys = [...new Set(entry.settings.map(({ key }) => key))];
  return keys.flatMap((key) => group?.settings.find((setting) => setting.key === key) ?? []);
}
