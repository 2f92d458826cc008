'use client';

import { Button } from '@/components/ui/button';
import { valueForm } from '@/lib/cilium/plan/plan-text';
import type { ControlProps } from './setting-choices';

/** Twelve random bytes in base64, as `head -c12 /dev/urandom | base64` gives them. */
function newSeed(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))));
}

/** A value that is typed; a seed can be made. What is wrong with it, the plan says in Cilium’s words. */
export function TextControl({ setting, present, value, onValue }: ControlProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        type="text"
        aria-label={setting.title}
        value={value}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        onChange={({ target }) => valueForm.test(target.value) && onValue(target.value)}
        className="mono h-7.5 w-56 max-w-full rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
      />
      {setting.control === 'seed' && <Button onClick={() => onValue(newSeed())}>Make one</Button>}
      {present.desired !== null && value !== present.desired && (
        <Button kind="quiet" onClick={() => onValue(present.desired ?? '')}>
          Back to {present.desired}
        </Button>
      )}
    </div>
  );
}
