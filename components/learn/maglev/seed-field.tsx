'use client';

import { useState } from 'react';
import { Parameter } from '@/components/learn/simulator/parameter';
import { MaglevSeedError, parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';

type SeedFieldProps = { name: string; label: string; seed: string; onSeed: (seed: string) => void };

/** A seed that is typed; one with which no agent starts is marked with why, and left out of account. */
export function SeedField({ name, label, seed, onSeed }: SeedFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? seed;
  const problem = problemOf(shown);
  return (
    <Parameter name={name}>
      <input
        aria-label={label}
        aria-invalid={problem !== null}
        title={problem ?? '12 bytes in base64'}
        value={shown}
        maxLength={24}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => {
          setDraft(event.target.value);
          if (problemOf(event.target.value) === null) onSeed(event.target.value);
        }}
        onBlur={() => setDraft(null)}
        className="target mono h-7 w-36 rounded-control border border-line-strong bg-surface px-2 text-text aria-invalid:border-bad aria-invalid:text-bad"
      />
    </Parameter>
  );
}

function problemOf(seed: string): string | null {
  try {
    parseMaglevSeed(seed);
    return null;
  } catch (error) {
    return error instanceof MaglevSeedError ? error.message : String(error);
  }
}
