'use client';

import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { ControlProps } from './setting-choices';
import { Name, Now, type RowProps } from './setting-now';

type FramedRow = RowProps & {
  /** What the rules say of the change; null while nothing is changed. */
  verdict: ReactNode;
};

/** A setting that needs room: name and present value at the left, the control at the right. */
export function LedgerRow({ children, verdict, ...row }: FramedRow & { children: ReactNode }) {
  const { setting } = row;
  return (
    <div className="grid gap-x-6 gap-y-3 border-t border-line py-3.5 desk:grid-cols-[11.5rem_minmax(0,1fr)]">
      <div className="space-y-2">
        <Name {...row} />
        <Now {...row} />
      </div>
      <div className="min-w-0 space-y-2">
        <p className="text-small text-pretty text-muted">{setting.why}</p>
        {children}
        {verdict}
      </div>
    </div>
  );
}

/** A setting that is on or off, in one row. What kube-proxy replacement holds is locked at what runs. */
export function SwitchRow({ value, onValue, verdict, ...row }: FramedRow & ControlProps) {
  const { setting, present, changed } = row;
  const held = present.forced !== null && !changed ? present.forced : null;
  const shown = (held ?? value) === 'true' ? 'true' : 'false';
  return (
    <div className="grid items-center gap-x-6 gap-y-2 border-t border-line py-2 max-desk:grid-cols-[minmax(0,1fr)_auto] desk:grid-cols-[11.5rem_6.5rem_10rem_minmax(0,1fr)]">
      <Name {...row} />
      {held === null ? (
        <SegmentedControl
          label={setting.title}
          className="justify-self-start"
          segments={[
            { value: 'true', label: 'on' },
            { value: 'false', label: 'off' },
          ]}
          value={shown}
          onValueChange={onValue}
        />
      ) : (
        <span className="inline-flex items-center gap-1.5 font-medium text-muted">
          <Lock aria-hidden size={13} strokeWidth={1.7} />
          {shown === 'true' ? 'held on' : 'held off'}
        </span>
      )}
      <Now {...row} />
      <div className="max-desk:col-span-2">
        <p className="text-small leading-4.25 text-pretty text-muted">
          {setting.why}
          {held !== null &&
            ` Kube-proxy replacement runs it ${held === 'true' ? 'on' : 'off'}, whatever the ConfigMap says.`}
        </p>
        {verdict}
      </div>
    </div>
  );
}
