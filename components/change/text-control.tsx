'use client';

import { clsx } from 'clsx';
import { Dices } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { valueForm } from '@/lib/cilium/plan/plan-text';
import type { ControlProps } from './setting-choices';

/** Twelve random bytes in base64, as `head -c12 /dev/urandom | base64` gives them. */
function newSeed(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))));
}

const seedForm = /^[A-Za-z0-9+/]{16}$/;

/** Whether a text is twelve bytes in base64: sixteen characters without padding. */
function isSeed(text: string): boolean {
  return seedForm.test(text);
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
      {setting.control === 'seed' && (
        <Button onClick={() => onValue(newSeed())}>
          <Dices aria-hidden size={14} strokeWidth={1.6} />
          Generate one
        </Button>
      )}
      {present.desired !== null && value !== present.desired && (
        <Button kind="quiet" onClick={() => onValue(present.desired ?? '')}>
          Back to {present.desired}
        </Button>
      )}
      {setting.control === 'seed' && (
        <p className={clsx('w-full text-small', isSeed(value) ? 'text-muted' : 'text-warn')}>
          {isSeed(value)
            ? 'Sixteen characters that decode to twelve bytes, as Cilium asks for.'
            : 'This is not twelve bytes in base64: agents would not start with it.'}
        </p>
      )}
    </div>
  );
}
