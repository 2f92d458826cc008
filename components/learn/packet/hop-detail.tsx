import { hookWords, placeWords } from '@/components/services/detail/trace/hop-words';
import { noticed } from '@/components/services/detail/trace/failure-titles';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { Hop, PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import type { HeaderRow } from '@/lib/learn/packet/header-rows';
import { wireParts } from '@/lib/learn/packet/wire-parts';
import { HeaderTable } from './header-table';
import { hopEnding } from './hop-ending';
import { WireBar } from './wire-bar';

type HopDetailProps = {
  walk: PacketWalk;
  question: PacketQuestion;
  hop: number;
  /** What stands behind the IP header at a hop, in bytes. */
  payloadBytesAt: (hop: Hop) => number;
  rowsAt: (hop: Hop) => readonly HeaderRow[];
};

/** One hop: where it is, the packet in bytes, and every header before and after. */
export function HopDetail({ walk, question, hop, payloadBytesAt, rowsAt }: HopDetailProps) {
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
      <WireBar parts={wireParts(after, payloadBytesAt(current))} />
      <div className="mt-2">
        <HeaderTable rows={rowsAt(current)} />
      </div>
    </section>
  );
}
