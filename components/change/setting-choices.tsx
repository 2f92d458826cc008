'use client';

import { clsx } from 'clsx';
import type { FormSetting } from '@/lib/cilium/plan/form-settings';
import { PathPicture } from './path-picture';
import type { PresentValue } from './present-value';

export type ControlProps = {
  setting: FormSetting;
  present: PresentValue;
  /** What is chosen: the change, else what is desired now. */
  value: string;
  onValue: (value: string) => void;
};

/** The values of a setting as columns, on a phone as rows: a sentence each, all in sight. */
export function SettingChoices({ setting, present, value, onValue }: ControlProps) {
  return (
    <fieldset className="grid min-w-0 auto-cols-fr max-desk:gap-1 desk:grid-flow-col">
      <legend className="sr-only">{setting.title}</legend>
      {(setting.choices ?? []).map((choice) => {
        const isChosen = choice.value === value;
        const isLocked = present.values?.includes(choice.value) === false;
        return (
          <label
            key={choice.value}
            className={clsx(
              'block border-line px-3.5 pt-2 pb-2.5 has-focus-visible:outline-2 has-focus-visible:outline-accent',
              'desk:border-t-2 desk:border-l desk:last:border-r max-desk:border-l-2',
              isChosen
                ? 'bg-surface desk:border-t-accent max-desk:border-l-accent'
                : 'desk:border-t-transparent',
              isLocked ? 'text-muted' : 'cursor-pointer hover:bg-surface',
            )}
          >
            <span className="flex items-center gap-2">
              <input
                type="radio"
                name={setting.key}
                className="accent-accent"
                disabled={isLocked}
                checked={isChosen}
                onChange={() => onValue(choice.value)}
              />
              <span className="mono font-medium">{choice.value}</span>
              {choice.value === present.desired && <span className="ml-auto text-label text-muted">now</span>}
              {isLocked && (
                <span className="ml-auto text-label">
                  {choice.since === undefined ? 'not in this version' : `since ${choice.since}`}
                </span>
              )}
            </span>
            {setting.key === 'bpf-lb-mode' && <PathPicture mode={choice.value} />}
            <span className="mt-1 block text-small leading-4.25 text-pretty text-muted">{choice.text}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
