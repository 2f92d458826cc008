'use client';

import { clsx } from 'clsx';
import { useEffect, useRef } from 'react';
import { useNodeNameParts } from '@/components/ui/node-name';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { Hop, PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { HopHeaders } from './hop-headers';
import { changedEnds, extraWords, hookWords, placeWords } from './hop-words';

type TraceHopsProps = {
  walk: PacketWalk;
  /** The hop in sight, from 0. */
  hop: number;
  payloadBytes: number;
  attach: 'tc' | 'tcx';
  onHop: (hop: number) => void;
};

/** Every hop as a numbered list, top to bottom: where, what happens, and the packet's two ends after it. */
export function TraceHops({ walk: { hops, failure }, hop, payloadBytes, attach, onHop }: TraceHopsProps) {
  const parts = useNodeNameParts();
  const last = hops.length - 1;
  const list = useRef<HTMLOListElement>(null);
  const seen = useRef(hop);
  useEffect(() => {
    if (seen.current === hop) return;
    seen.current = hop;
    // Where the picture stands above the list, it is the picture that shows the hop.
    if (!window.matchMedia('(min-width: 80rem)').matches)
      list.current?.children[hop]?.scrollIntoView({ block: 'nearest' });
  }, [hop]);
  return (
    <ol ref={list} aria-label="Every hop">
      {hops.map((one, index) => {
        const isEnd = failure !== null && index === last;
        const where = [placeWords(one.place, (node) => parts(node).distinct), hookWords(one, attach)];
        return (
          <li key={index} className="border-t border-line first:border-t-0">
            <button
              type="button"
              aria-current={index === hop ? 'step' : undefined}
              onClick={() => onHop(index)}
              className={clsx(
                'relative grid w-full grid-cols-[1.75rem_1fr] py-1.25 pr-2 text-left hover:bg-row-hover',
                index === hop && 'bg-accent-soft shadow-[inset_2px_0_var(--accent)]',
              )}
            >
              <span
                className={clsx(
                  'pt-px text-center text-small font-semibold',
                  index === hop ? 'text-accent-text' : 'text-muted',
                )}
              >
                {index + 1}
              </span>
              <span className="min-w-0">
                <span className={clsx('block', index === hop && 'font-medium', isEnd && 'text-bad')}>
                  {one.lane === 'answer' && (
                    <>
                      <span aria-hidden>← </span>
                      <span className="sr-only">answer: </span>
                    </>
                  )}
                  {one.title}
                </span>
                <Ends hop={one} />
                <span className="block text-label text-faint">{where.filter(Boolean).join(' · ')}</span>
              </span>
            </button>
            {index === hop && (
              <div className="pt-1.5 pb-3 min-[80rem]:hidden">
                <HopHeaders hop={one} payloadBytes={payloadBytes} />
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function Ends({ hop }: { hop: Hop }) {
  const { source, destination } = hop.after;
  const changed = changedEnds(hop);
  return (
    <span className="mono block leading-4.5 wrap-anywhere">
      <span className={clsx(changed.source && 'font-medium text-accent-text')}>
        {formatSocketAddress(source)}
      </span>
      <span className="text-faint"> → </span>
      <span className={clsx(changed.destination && 'font-medium text-accent-text')}>
        {formatSocketAddress(destination)}
      </span>
      {extraWords(hop.after).map((words) => (
        <span key={words} className="block text-label text-muted">
          {words}
        </span>
      ))}
    </span>
  );
}
