import { useMemo, type ReactNode } from 'react';
import { HiddenAnswer } from '@/components/learn/simulator/hidden-answer';
import { formatCount } from '@/lib/format';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import { moduloStrip, randomStrip, tableStrip, type StripColumn } from '@/lib/learn/maglev/move-strips';
import { rivalMoves } from '@/lib/learn/maglev/rival-moves';
import { MoveStrip } from './move-strip';

type MovesCompareProps = { answer: MaglevAnswer; isHidden: boolean };

/** How many flows change backend: with Maglev, by remainder, at random. */
export function MovesCompare({ answer, isHidden }: MovesCompareProps) {
  const { parameters, changes } = answer;
  const { size, before, now } = parameters;
  const rivals = useMemo(() => rivalMoves(before, now), [before, now]);
  const strips = useMemo(
    () => ({
      maglev: tableStrip(changes.bySlot),
      modulo: moduloStrip(size, before, now),
      random: randomStrip(size, rivals.randomPercent),
    }),
    [changes, size, before, now, rivals],
  );
  const had = changes.moved - changes.needless;
  return (
    <section aria-labelledby="changing" className="pt-5">
      <h2 id="changing" className="pb-2 font-semibold">
        Flows that change backend
      </h2>
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)_4.25rem] items-center gap-x-3 desk:grid-cols-[7rem_minmax(0,1fr)_4.25rem]">
        <Method
          name="Maglev"
          percent={(changes.moved / size) * 100}
          columns={strips.maglev}
          isHidden={isHidden}
        >
          {changes.moved === 0
            ? 'nothing moves while nothing changes'
            : changes.areReweighed
              ? 'weights changed: what had to move cannot be told from what had not'
              : `${formatCount(had)} ${had === 1 ? 'slot' : 'slots'} had to move; ${formatCount(changes.needless)} moved needlessly`}
        </Method>
        <Method
          name="hash modulo N"
          percent={rivals.moduloPercent}
          columns={strips.modulo}
          isHidden={isHidden}
        >
          {before.length === now.length ? 'N is the same' : 'N changed, and with it almost every remainder'}
        </Method>
        <Method name="random" percent={rivals.randomPercent} columns={strips.random} isHidden={isHidden}>
          to be expected where a flow is asked about again: it draws anew
        </Method>
      </dl>
    </section>
  );
}

type MethodProps = {
  name: string;
  percent: number;
  columns: readonly StripColumn[];
  isHidden: boolean;
  children: ReactNode;
};

function Method({ name, percent, columns, isHidden, children }: MethodProps) {
  return (
    <>
      <dt className="font-semibold">{name}</dt>
      <dd className="h-4.5">
        {isHidden ? <div className="h-full bg-sunken" /> : <MoveStrip columns={columns} />}
      </dd>
      <dd className="text-right text-address font-medium">
        {isHidden ? <HiddenAnswer /> : `${percent.toFixed(1)}%`}
      </dd>
      <dd className="col-span-2 col-start-2 min-h-5 pb-2 text-small text-pretty text-muted">
        {isHidden ? 'hidden until you predict' : children}
      </dd>
    </>
  );
}
