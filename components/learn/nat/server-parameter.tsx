'use client';

import { useState } from 'react';
import { Parameter } from '@/components/learn/simulator/parameter';
import { parseIPv4 } from '@/lib/cilium/ip-address';

type ServerParameterProps = { serverIP: string; onChange: (serverIP: string) => void };

/** The IPv4 address that is called through the gateway; what is none is marked, and left out of account. */
export function ServerParameter({ serverIP, onChange }: ServerParameterProps) {
  const [draft, setDraft] = useState(serverIP);
  return (
    <Parameter name="Server">
      <input
        type="text"
        inputMode="decimal"
        maxLength={15}
        aria-label="IPv4 address of the server"
        aria-invalid={parseIPv4(draft) === null}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => (parseIPv4(draft) === null ? setDraft(serverIP) : onChange(draft))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && parseIPv4(draft) !== null) onChange(draft);
        }}
        className="target mono h-7 w-36 rounded-control border border-line-strong bg-surface px-2 text-text aria-invalid:border-bad aria-invalid:text-bad"
      />
    </Parameter>
  );
}
