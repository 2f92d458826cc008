import { hopEnding } from '@/components/learn/dsr/hop-ending';
import { HeaderTable } from '@/components/learn/packet/header-table';
import { WireBar } from '@/components/learn/packet/wire-bar';
import { noticed } from '@/components/services/detail/trace/failure-titles';
import { hookWords, placeWords } from '@/components/services/detail/trace/hop-words';
import { natHeaderRows } from '@/lib/learn/nat/nat-header-rows';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { payloadBytes } from '@/lib/learn/nat/nat-question';
import type { NatWalk } from '@/lib/learn/nat/nat-walk';
import { wireParts } from '@/lib/learn/packet/wire-parts';

type NatDetailProps = { parameters: NatParameters; shown: NatWalk; hop: number };

/** One hop: where it is, the packet in bytes, and every header before and after. */
export function NatDetail({ parameters, shown: { walk, question }, hop }: NatDetailProps) {
  const current = walk.hops[hop];
  if (current === undefined) return null;
  const { title, place, map, after } = current;
  const ending = hopEnding(walk, hop);
  const attach = question.nodes.values().next().value?.settings.attach ?? 'tcx';
  const where = [placeWords(place, (node) => node), hookWords(current, attach), map === null ? '' : map];
  return (
    <section aria-label={`Hop ${hop + 1}`} className="pt-3">
      <p className="mb-2 text-pretty">
        <strong className="mr-2 text-lead font-semibold">Hop {hop + 1}</strong> {ending ?? title}
        <span className="text-muted">, {where.filter((words) => words !== '').join(', ')}</span>
      </p>
      {ending !== null && walk.failure !== null && (
        <p className="mb-2 border-l-2 border-bad pl-3 text-pretty">
          {walk.failure.text} <span className="text-muted">{noticed[walk.failure.notices]}</span>
        </p>
      )}
      <WireBar parts={wireParts(after, payloadBytes[parameters.protocol])} />
      <div className="mt-2">
        <HeaderTable rows={natHeaderRows(current, question, parameters)} />
      </div>
    </section>
  );
}
