import { Button } from '@/components/ui/button';
import { formatClient } from '@/lib/learn/maglev/client-text';
import { letters } from '@/lib/learn/maglev/letters';
import {
  addressOf,
  backendCount,
  defaultWeight,
  maglevMembers,
  type WeighedBackend,
} from '@/lib/learn/maglev/maglev-backend';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import { releaseOf } from '@/lib/learn/maglev/maglev-tables';
import { BackendRow } from './backend-row';

type BackendListProps = {
  parameters: MaglevParameters;
  /** Slots by backend in the table in sight. */
  slots: readonly number[];
  onChange: (changed: Partial<MaglevParameters>) => void;
};

/** The backends there were and there are, with what each has of the table. */
export function BackendList({ parameters, slots, onChange }: BackendListProps) {
  const { before, now, service, size, minor } = parameters;
  const weights = new Map(now.map(({ index, weight }) => [index, weight]));
  const sum = now.reduce((total, { weight }) => total + weight, 0);
  const most = Math.max(...now.map(({ index }) => slots[index] ?? 0));
  const named = new Set([...before, ...now].map(({ index }) => index));
  const unused = letters.findIndex((_, index) => index < backendCount(service) && !named.has(index));
  const isChanged = JSON.stringify(before) !== JSON.stringify(now);
  const [hashed] = maglevMembers(now, service, releaseOf(minor));
  const put = (backend: WeighedBackend) =>
    onChange({
      now: [...now.filter(({ index }) => index !== backend.index), backend].sort((a, b) => a.index - b.index),
    });
  return (
    <section aria-labelledby="backends">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pb-1.5">
        <h2 id="backends" className="flex-1 font-semibold">
          Backends
        </h2>
        <Button
          size="small"
          disabled={unused < 0}
          title={unused < 0 ? `There are ${named.size}, and no more here` : undefined}
          onClick={() => put({ index: unused, weight: defaultWeight })}
        >
          Add one
        </Button>
        <Button
          size="small"
          disabled={!isChanged}
          title="All as they were when the connections were opened"
          onClick={() => onChange({ now: before })}
        >
          Undo
        </Button>
        <Button
          size="small"
          disabled={!isChanged}
          title="What is there now becomes what changes are compared with"
          onClick={() => onChange({ before: now })}
        >
          Compare from here
        </Button>
      </div>
      <ul className="border-b border-line">
        {[...named]
          .sort((a, b) => a - b)
          .map((index) => {
            const address = addressOf(service, index);
            const weight = weights.get(index) ?? null;
            return (
              <BackendRow
                key={index}
                {...{ index, weight, size, most }}
                address={address === null ? '' : formatClient(address)}
                isNew={!before.some((other) => other.index === index)}
                slots={slots[index] ?? 0}
                fairSlots={((weight ?? 0) / sum) * size}
                canGo={now.length > 1}
                onWeight={(next) => put({ index, weight: next })}
                onRemove={() => onChange({ now: now.filter((other) => other.index !== index) })}
                onAdd={() =>
                  put(before.find((other) => other.index === index) ?? { index, weight: defaultWeight })
                }
              />
            );
          })}
      </ul>
      <p className="pt-1.5 text-small text-pretty text-muted">
        The tick on a bar is the fair share. Weights count with Maglev only;{' '}
        {minor >= 20 ? (
          <>
            the annotation <code className="mono">service.cilium.io/weight</code> of an EndpointSlice sets
            them.
          </>
        ) : (
          'from 1.20 an annotation of an EndpointSlice sets them.'
        )}
      </p>
      {hashed !== undefined && (
        <p className="pt-1 text-small text-pretty text-muted">
          A backend’s wishes are a hash of its text:{' '}
          <code className="mono wrap-anywhere text-text">{hashed.hashString}</code>
          {minor >= 17 ? '. The state is always written so; up to 1.16 it was ' : '. From 1.17 it has '}
          {minor >= 17
            ? 'address and port alone.'
            : 'the protocol and a constant state besides: all tables change.'}
        </p>
      )}
    </section>
  );
}
