'use client';

import type { FormSetting } from '@/lib/cilium/plan/form-settings';
import { formSections } from '@/lib/cilium/plan/form-settings';
import type { Plan } from '@/lib/cilium/plan/plan';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { lockReason } from '@/lib/cilium/plan/setting-lock';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import { LockedRow } from './locked-row';
import { presentValue, versionsOf } from './present-value';
import { RangeControl } from './range-control';
import { SettingChoices } from './setting-choices';
import { LedgerRow, SwitchRow } from './setting-ledger';
import { SettingVerdict } from './setting-verdict';
import { SizeRuler } from './size-ruler';
import { TextControl } from './text-control';
import { useOutsideServices } from './use-outside-services';

type ChangeFormProps = {
  view: SettingsView;
  request: PlanRequest;
  /** The plan of what is chosen; undefined while it is being made. */
  plan: Plan | undefined;
  /** `value` null: taken out of the ConfigMap; undefined: as it is now. */
  onChange: (key: string, value: string | null | undefined) => void;
};

/** Every setting that a version here has, by sections; those that nothing would use are locked, with the reason. */
export function ChangeForm({ view, request, plan, onChange }: ChangeFormProps) {
  const { changes, nodes } = request;
  const outside = useOutsideServices();
  const version = versionsOf(view)[0]?.release;

  /** What it would say with all that is chosen. */
  function wanted(key: string): string {
    const present = presentValue(view, key);
    const change = changes[key];
    const value = change ?? (change === null || isTakenOut(key) ? present?.byDefault : present?.desired);
    return value ?? '';
  }

  function isTakenOut(key: string): boolean {
    const name = presentValue(view, key)?.writtenAs ?? key;
    return changes[name] === null;
  }

  function row(setting: FormSetting) {
    const { key } = setting;
    const present = presentValue(view, key);
    if (present === null || version === undefined) return null;
    const name = present.writtenAs ?? key;
    const takenOut = isTakenOut(key);
    const changed = key in changes || takenOut;
    // What runs counts: kube-proxy replacement may hold a part on whatever is written.
    const lock = lockReason(setting, (parent) => presentValue(view, parent)?.forced ?? wanted(parent));
    const frame = {
      ...{ setting, present, changed },
      removal: {
        takenOut,
        // A CiliumNodeConfig sets keys; it takes none out.
        possible: present.writtenAs !== null && nodes === null && !present.isDefault,
        onTakeOut: () => onChange(name, null),
        onPutBack: () => onChange(name, undefined),
      },
      verdict: changed ? <SettingVerdict keys={[key, name]} plan={plan} request={request} /> : null,
    };
    if (!changed && lock !== null) return <LockedRow key={key} {...frame} reason={lock} />;
    const control = {
      ...{ setting, present, value: wanted(key) },
      onValue: (value: string) => onChange(key, value === present.desired && !takenOut ? undefined : value),
    };
    if (setting.control === 'switch') return <SwitchRow key={key} {...frame} {...control} />;
    return (
      <LedgerRow key={key} {...frame}>
        {setting.control === 'columns' ? (
          <SettingChoices {...control} />
        ) : setting.control === 'sizes' ? (
          <SizeRuler {...control} version={version} outside={outside} />
        ) : setting.control === 'range' ? (
          <RangeControl {...control} />
        ) : (
          <TextControl {...control} />
        )}
      </LedgerRow>
    );
  }

  return (
    <div className="space-y-6">
      {formSections.map(({ title, settings }) => {
        const rows = settings.map(row).filter((one) => one !== null);
        if (rows.length === 0) return null;
        return (
          <section key={title} aria-label={title}>
            <h3 className="pb-2 text-lead font-semibold">{title}</h3>
            {rows}
          </section>
        );
      })}
      <p className="text-small text-muted">Settings that no agent’s version here knows are left out.</p>
    </div>
  );
}
