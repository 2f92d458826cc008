'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FormSetting } from '@/lib/cilium/plan/form-settings';
import { formSections } from '@/lib/cilium/plan/form-settings';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import { presentValue, versionsOf } from './present-value';
import { SettingChoices } from './setting-choices';
import { LedgerRow, SwitchRow } from './setting-ledger';
import { SizeRuler } from './size-ruler';
import { TextControl } from './text-control';

type ChangeFormProps = {
  view: SettingsView;
  request: PlanRequest;
  /** `value` undefined: as it is now. */
  onChange: (key: string, value: string | undefined) => void;
};

/** Every setting that a version here has, by sections; those that depend on another one come with it. */
export function ChangeForm({ view, request, onChange }: ChangeFormProps) {
  const { changes } = request;
  const largest = useLargestService();
  const version = versionsOf(view)[0]?.release;
  const valueOf = (key: string): string => changes[key] ?? presentValue(view, key)?.desired ?? '';

  function row(setting: FormSetting) {
    const { key, usedWith } = setting;
    const present = presentValue(view, key);
    if (present === null || version === undefined) return null;
    const isUsed = usedWith === undefined || usedWith.values.includes(valueOf(usedWith.key));
    const changed = key in changes;
    if (!isUsed && !changed && !isByAnnotation(key, valueOf)) return null;
    const control = {
      ...{ setting, present, value: valueOf(key) },
      onValue: (value: string) => onChange(key, value === present.desired ? undefined : value),
    };
    if (setting.control === 'switch') return <SwitchRow key={key} changed={changed} {...control} />;
    return (
      <LedgerRow key={key} setting={setting} present={present} changed={changed}>
        {setting.control === 'columns' ? (
          <SettingChoices {...control} />
        ) : setting.control === 'sizes' ? (
          <SizeRuler {...control} version={version} largest={largest} />
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
      <p className="max-w-prose text-small text-muted">
        Not shown: what the versions that run here do not have, and what only another value makes use of.
      </p>
    </div>
  );
}

/** With annotations, single Services make use of what the whole cluster does not. */
function isByAnnotation(key: string, valueOf: (key: string) => string): boolean {
  if (key.startsWith('bpf-lb-maglev-')) return valueOf('bpf-lb-algorithm-annotation') === 'true';
  return key === 'bpf-lb-dsr-dispatch' && valueOf('bpf-lb-mode-annotation') === 'true';
}

const outside = new Set<string | null>(['NodePort', 'LoadBalancer', 'ExternalIPs', 'HostPort']);

/** The most backends of one frontend that outside clients use; null while none is known. */
function useLargestService(): number | null {
  const { data } = useQuery(frontendsQuery());
  return useMemo(() => {
    const counts = (data?.items ?? []).flatMap(({ type, backends }) =>
      outside.has(type) ? [backends.length] : [],
    );
    return counts.length === 0 ? null : Math.max(...counts);
  }, [data]);
}
