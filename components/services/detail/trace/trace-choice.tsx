import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { BackendChoice } from '@/lib/cilium/packet-path/packet-walk';
import { formatShare } from './format-share';
import { TraceSelect } from './trace-select';

const methods: Record<BackendChoice['method'], string> = {
  only: 'There is one backend',
  random: 'Chosen at random',
  maglev: 'Chosen by Maglev',
  affinity: 'By session affinity, else chosen anew',
  connection: 'The connection has its backend',
};

type TraceChoiceProps = { choice: BackendChoice; onFollow: (backend: string) => void };

/** How the backend is found, and which of the candidates is followed here. */
export function TraceChoice({
  choice: { method, candidates, followed, isFallback },
  onFollow,
}: TraceChoiceProps) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-muted">
      <span>
        {methods[method]}
        {isFallback && ', of those that shut down, as none is active'}.
      </span>
      {candidates.length > 1 && (
        <TraceSelect label="Follow" value={formatSocketAddress(followed)} onChange={onFollow}>
          {candidates.map(({ backend, share }) => {
            const address = formatSocketAddress(backend);
            return (
              <option key={address} value={address}>
                {address}, {backend.name ?? 'no name'}, {formatShare(share)}
              </option>
            );
          })}
        </TraceSelect>
      )}
    </div>
  );
}
