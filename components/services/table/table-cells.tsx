import { StateMark, type MarkKind } from '@/components/ui/state-mark';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import { formatCount } from '@/lib/format';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { NodeVerdict } from '../frontend-verdict';
import type { TableRow } from './table-row';

/** A mark and a count for each state; a bold 0 where there is no backend. */
export function StatesCell({ row: { states } }: { row: TableRow }) {
  if (states.length === 0) return <b className="ml-4.25 text-small font-semibold text-bad">0</b>;
  return (
    <span className="flex items-center gap-2.5 text-small">
      {states.map(({ mark, count }) => (
        <span key={mark} className="flex items-center gap-1.25">
          <StateMark mark={mark} />
          {formatCount(count)}
        </span>
      ))}
    </span>
  );
}

/** One or two addresses whole, as `room` characters allow, and how many more there are. */
export function BackendsCell({ view: { backends }, room }: { view: FrontendView; room: number }) {
  const addresses = backends.map((backend) =>
    formatL3n4Addr({ ...backend, protocol: null, scope: 'external' }),
  );
  const [first, second] = addresses;
  if (first === undefined) return <span className="text-label font-normal text-faint">none</span>;
  const both = addresses.length === 2 && second !== undefined && first.length + second.length + 2 <= room;
  const shown = both ? addresses : [first];
  const more = addresses.length - shown.length;
  return (
    <span
      className="mono inline-flex items-baseline gap-2.5 text-muted"
      title={addresses.slice(0, 40).join('\n')}
    >
      {shown.map((address) => (
        <span key={address}>{address}</span>
      ))}
      {more > 0 && (
        <span className="font-sans text-label font-normal text-faint">and {formatCount(more)} more</span>
      )}
    </span>
  );
}

const verdicts: Record<NodeVerdict, { mark: MarkKind; text: string; tone?: 'warn' }> = {
  agrees: { mark: 'agrees', text: 'agrees' },
  differs: { mark: 'differs', text: 'differs' },
  absent: { mark: 'absent', text: 'does not have it, as expected' },
  'no-backends': { mark: 'none', text: 'has no backends for it' },
  'not-asked': { mark: 'unknown', text: 'could not be asked', tone: 'warn' },
};

/** What one node says of a row. */
export function VerdictMark({ verdict, node }: { verdict: NodeVerdict; node: string }) {
  const { mark, text, tone } = verdicts[verdict];
  return <StateMark mark={mark} label={`${node} ${text}`} tone={tone} className="mx-auto block" />;
}
