'use client';

import { useState } from 'react';
import { BackendLetter } from '@/components/learn/backend/backend-letter';
import { ChoiceParameter } from '@/components/learn/simulator/parameter';
import { Button } from '@/components/ui/button';
import { formatCount } from '@/lib/format';
import { formatClient, parseClient } from '@/lib/learn/maglev/client-text';
import { letters } from '@/lib/learn/maglev/letters';
import { addressOf } from '@/lib/learn/maglev/maglev-backend';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';

type FlowLineProps = {
  answer: MaglevAnswer;
  isHidden: boolean;
  onChange: (changed: Partial<MaglevParameters>) => void;
};

/** One flow on its way to a slot: its hash, the remainder, the backend that the slot holds. */
export function FlowLine({ answer, isHidden, onChange }: FlowLineProps) {
  const { parameters, flow } = answer;
  const { client, servicePort, service, size, affinity, minor } = parameters;
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? formatClient(client);
  const isSixth = client.ip.includes(':');
  const read = (text: string) => {
    const parsed = parseClient(text);
    return parsed !== null && parsed.ip.includes(':') === isSixth ? parsed : null;
  };
  const address = addressOf(service, flow.now.backend);
  const letter = letters[flow.now.backend] ?? '';
  return (
    <section aria-labelledby="flow" className="pt-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
        <h2 id="flow" className="font-semibold">
          Follow a flow
        </h2>
        <input
          aria-label={`Client of the flow, ${isSixth ? '[IPv6 address]:port' : 'IPv4 address:port'}`}
          aria-invalid={read(shown) === null}
          value={shown}
          spellCheck={false}
          onChange={(event) => {
            setDraft(event.target.value);
            const parsed = read(event.target.value);
            if (parsed !== null) onChange({ client: parsed });
          }}
          onBlur={() => setDraft(null)}
          className="target mono h-7 w-44 rounded-control border border-line-strong bg-surface px-2 aria-invalid:border-bad aria-invalid:text-bad"
        />
        <span className="mono">
          → :{servicePort}/{service?.protocol ?? 'TCP'}
        </span>
        <Button
          size="small"
          onClick={() =>
            onChange({ client: { ...client, port: client.port < 65_535 ? client.port + 1 : 1024 } })
          }
        >
          Next port
        </Button>
        <ChoiceParameter
          name="Session affinity"
          value={affinity ? 'yes' : 'no'}
          values={['no', 'yes'] as const}
          idle={affinityHint(minor)}
          onChange={(next) => onChange({ affinity: next === 'yes' })}
        />
      </div>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-2">
        <span className="text-muted">jhash</span>
        <span className="mono">{flow.now.hash}</span>
        <span className="text-muted">mod {formatCount(size)} =</span>
        <b className="mono font-semibold text-accent-text">slot {flow.now.slot}</b>
        <span className="text-muted">holds</span>
        <BackendLetter index={flow.now.backend} letter={letter} />
        <span className="mono">{address === null ? '' : formatClient(address)}</span>
        <span className="text-muted">
          {isHidden
            ? ''
            : flow.opened.backend === flow.now.backend
              ? 'as before'
              : `it was ${letters[flow.opened.backend] ?? ''}`}
        </span>
      </p>
      <p className="pt-1 text-small text-pretty text-muted">
        {affinity && minor >= 18
          ? 'The Service has session affinity: the client’s port is left out of the hash, so that all its connections meet one backend. '
          : 'The client’s address and port, the Service’s port and the protocol are hashed, under the seed. '}
        The Service’s address is not: a client meets the same backend by each of them.
        {minor < 18 && ' From 1.18 the two ports stand the other way round: the same flow lands elsewhere.'}
      </p>
    </section>
  );
}

function affinityHint(minor: number): string | null {
  if (minor < 17) return 'Up to 1.16 affinity changes nothing in the hash of a flow';
  return minor === 17
    ? 'Some 1.17 releases leave the port out already (1.17.10 does); here it stays in'
    : null;
}
