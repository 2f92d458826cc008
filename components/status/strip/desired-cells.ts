import { fields } from '@/lib/cilium/fields/catalogue';
import type { SettingsView, SettingView } from '@/lib/snapshot/settings-view';
import { stripColumns } from './strip-columns';

/** What `cilium-config` wants of one setting; `text` is null where no key of these versions sets it; `overridden` where Cilium runs with another value by design. */
export type DesiredCell = { text: string | null; isSet: boolean; differs: boolean; overridden: boolean };

const odd: readonly SettingView['verdict'][] = ['pending-restart', 'differs', 'fatal'];

/** The value of the ConfigMap itself; undefined where it has none. */
function sharedValue({ desired }: SettingView): string | undefined {
  if (desired.source.kind === 'config-map') return desired.value ?? undefined;
  return desired.source.kind === 'node-config' ? desired.instead?.value : undefined;
}

/**
 * Gives the row of `cilium-config` above those of the agents, a cell for each column; null where it is not known, or
 * agents of several namespaces have one each.
 */
export function desiredCells(view: SettingsView | undefined): DesiredCell[] | null {
  const [largest] = view?.groups ?? [];
  if (view === undefined || largest === undefined || view.configurations.length !== 1) return null;
  return stripColumns.map(({ field }) => {
    const keys = fields[field].settings.map(({ key }) => key);
    const key = keys.find((one) => largest.settings.some((setting) => setting.key === one));
    const settings = view.groups.flatMap((group) => group.settings.filter((setting) => setting.key === key));
    const [first] = settings;
    if (first === undefined) return { text: null, isSet: false, differs: false, overridden: false };
    const value = sharedValue(first);
    return {
      text: value ?? (first.desired.source.kind === 'computed' ? 'auto' : 'default'),
      isSet: value !== undefined,
      differs: settings.some(({ verdict }) => odd.includes(verdict)),
      overridden: settings.some(({ verdict }) => verdict === 'overridden'),
    };
  });
}
