import { Check, TriangleAlert } from 'lucide-react';
import { maglevMemory } from '@/lib/cilium/maglev/table-memory';
import { backendsForTableSize } from '@/lib/cilium/maglev/table-size';
import { formatCount, formatPlural } from '@/lib/format';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import { releaseOf } from '@/lib/learn/maglev/maglev-tables';
import type { ClusterTables } from './cluster-tables';
import { shortBytes } from './short-bytes';

type SizeVerdictProps = { parameters: MaglevParameters; cluster: ClusterTables | null };

/** Whether the chosen size is enough for the backends in sight and for this cluster, and what it takes there. */
export function SizeVerdict({ parameters, cluster }: SizeVerdictProps) {
  const { size, minor, before, now } = parameters;
  const shown = Math.max(before.length, now.length);
  const good = backendsForTableSize(size);
  const isEnough = good >= Math.max(shown, cluster?.largest.backends ?? 0);
  const Icon = isEnough ? Check : TriangleAlert;
  return (
    <p className="mt-3 flex max-w-[60rem] gap-2 text-pretty text-muted">
      <Icon aria-hidden size={15} className={`mt-0.5 flex-none ${isEnough ? 'text-ok' : 'text-warn'}`} />
      <span className="min-w-0 wrap-anywhere">
        A table should have more than a hundred slots for each backend: {formatCount(size)} are good for{' '}
        {formatPlural(good, 'backend')}, and here {shown === 1 ? 'is' : 'are'} {formatCount(shown)}.{' '}
        {cluster === null ? (
          'What it takes in your cluster is not known: no frontend from outside was reported.'
        ) : (
          <Cluster {...{ size, minor, cluster, good }} />
        )}{' '}
        Scratch is what an agent needs while it computes, on nodes with more than 8 GiB of memory.
      </span>
    </p>
  );
}

type ClusterProps = { size: number; minor: number; cluster: ClusterTables; good: number };

function Cluster({ size, minor, cluster: { count, largest }, good }: ClusterProps) {
  const memory = maglevMemory(releaseOf(minor), size, count, largest.backends);
  const strong = 'font-medium text-text';
  return (
    <>
      In your cluster the largest Service from outside, <b className={strong}>{largest.name}</b>, has{' '}
      <b className={strong}>{formatPlural(largest.backends, 'backend')}</b>
      {largest.backends > good && ', too many for this table'}; {formatPlural(count, 'frontend')} with a table{' '}
      {count === 1 ? 'takes' : 'take'} <b className={strong}>{shortBytes(memory.kernelBytes)}</b> in the
      kernel of a node, and the agent <b className={strong}>{shortBytes(memory.agentBytes)}</b>.
    </>
  );
}
