import { clsx } from 'clsx';
import { backendLook } from '@/components/learn/backend/backend-kind';
import type { AffinityConnection } from '@/lib/learn/affinity/affinity-walk';
import { backendIndex } from './backend-of';
import { placeOf } from './place-of';

type ConnectionMarkProps = {
  connection: AffinityConnection;
  state: 'current' | 'done' | 'ahead' | 'masked';
  label: string;
  onChoose: () => void;
};

/** A connection on the line: the backend it got, or an empty mark while it is to come. A square came in by node 2. */
export function ConnectionMark({ connection, state, label, onChoose }: ConnectionMarkProps) {
  const { backend, node, minute } = connection;
  const isSeen = state === 'current' || state === 'done';
  const look = backendLook(backendIndex(backend));
  const name = `${label}: ${isSeen ? backend : state === 'masked' ? 'hidden until you predict' : 'to come'}${node === 2 ? ', by node 2' : ''}`;
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      disabled={state === 'masked'}
      onClick={onChoose}
      style={{ left: placeOf(minute), ...(isSeen ? look.style : {}) }}
      className={clsx(
        'mono absolute top-1/2 grid size-6 -translate-1/2 place-items-center text-label font-medium transition-colors duration-200 ease-out',
        node === 2 ? 'rounded-row' : 'rounded-full',
        isSeen
          ? 'border-2 border-(--c) backend-tint text-text'
          : 'border border-dashed border-line-strong bg-bg text-muted',
        state === 'current' && 'z-2 outline-2 outline-offset-2 outline-accent',
      )}
    >
      {isSeen ? backend : state === 'masked' ? '?' : ''}
    </button>
  );
}
