'use client';

import type { ReactNode } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { FormSetting } from '@/lib/cilium/plan/form-settings';
import type { PresentValue } from './present-value';
import type { ControlProps } from './setting-choices';

type RowProps = { setting: FormSetting; present: PresentValue; changed: boolean };

/** What a setting is now: what is desired of it, and what agents say. */
function Now({ present }: { present: PresentValue }) {
  const { desired, isDefault, same, nodes, realised, sayingSo } = present;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-2 text-small leading-4.5">
      <dt className="text-muted">agents say</dt>
      <dd className="min-w-0 wrap-anywhere">
        {realised === null ? (
          <span className="text-muted">nothing of it</span>
        ) : (
          <>
            <span className="mono">{realised}</span>{' '}
            <span className="text-muted">{`${sayingSo}/${nodes}`}</span>
          </>
        )}
      </dd>
      <dt className="text-muted">desired</dt>
      <dd className="min-w-0 wrap-anywhere">
        <span className="mono">{desired ?? 'computed'}</span>{' '}
        <span className="text-muted">{isDefault ? 'default' : same < nodes ? `${same}/${nodes}` : ''}</span>
      </dd>
    </dl>
  );
}

function Name({ setting, changed }: Omit<RowProps, 'present'>) {
  return (
    <div>
      <h4 className="font-semibold">
        {setting.title}
        {changed && <span className="ml-2 text-label font-medium text-accent-text">changed</span>}
      </h4>
      <code className="block text-label text-muted">{setting.key}</code>
    </div>
  );
}

/** A setting that needs room: name and present value at the left, the control at the right. */
export function LedgerRow({ setting, present, changed, children }: RowProps & { children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-3 border-t border-line py-3.5 desk:grid-cols-[11.5rem_minmax(0,1fr)]">
      <div className="space-y-2">
        <Name setting={setting} changed={changed} />
        <Now present={present} />
      </div>
      <div className="min-w-0 space-y-2">
        <p className="max-w-prose text-small text-muted">
          {setting.why}
          {setting.usedWith !== undefined && ` It is ${setting.usedWith.words}.`}
        </p>
        {children}
      </div>
    </div>
  );
}

/** A setting that is on or off, in one row. */
export function SwitchRow({ setting, present, changed, value, onValue }: RowProps & ControlProps) {
  return (
    <div className="grid items-center gap-x-6 gap-y-2 border-t border-line py-2 desk:grid-cols-[11.5rem_8rem_9.5rem_minmax(0,1fr)]">
      <Name setting={setting} changed={changed} />
      <SegmentedControl
        label={setting.title}
        className="justify-self-start"
        segments={[
          { value: 'true', label: 'on' },
          { value: 'false', label: 'off' },
        ]}
        value={value === 'true' ? 'true' : 'false'}
        onValueChange={onValue}
      />
      <Now present={present} />
      <p className="text-small leading-4.25 text-pretty text-muted">
        {setting.why}
        {present.forced !== null &&
          ` Kube-proxy replacement runs it ${present.forced === 'true' ? 'on' : 'off'}, whatever stands here.`}
      </p>
    </div>
  );
}
