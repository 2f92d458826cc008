'use client';

import { Slider } from '@/components/ui/slider';
import { packetBounds, type SocketParameters } from '@/lib/learn/socket/socket-parameters';
import { coverageWords } from '@/lib/learn/socket/socket-consequences';
import { workByCoverage } from '@/lib/learn/socket/socket-work';
import { PacketStrip } from './packet-strip';

type WorkPanelProps = {
  parameters: SocketParameters;
  /** A question asks for it: not shown yet. */
  isHidden: boolean;
  onPackets: (packets: number) => void;
};

/** What each setting does for n packets: once in a call, or in each packet. */
export function WorkPanel({ parameters, isHidden, onPackets }: WorkPanelProps) {
  const { packets, coverage: chosen } = parameters;
  return (
    <section aria-labelledby="work" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2 id="work" className="font-semibold">
          Once, or in every packet
        </h2>
        <div className="flex items-center gap-3 max-desk:w-full">
          <Slider
            label="Packets the caller sends"
            valueText={`${packets} packets there, as many back`}
            value={packets}
            min={packetBounds.min}
            max={packetBounds.max}
            step={1}
            onValueChange={onPackets}
            className="w-52 max-desk:flex-1"
          />
          <span className="min-w-32 text-muted">
            {packets} there, {packets} back
          </span>
        </div>
      </div>
      <ul className="mt-1">
        {workByCoverage(parameters).map(({ coverage, run, work }) => (
          <li
            key={coverage}
            className={`grid grid-cols-[10rem_minmax(0,1fr)_8rem] items-center gap-x-3 border-t border-line py-1.5 max-desk:grid-cols-[1fr_auto] ${coverage === chosen ? 'border-l-2 border-l-accent pl-2' : 'pl-2.5'}`}
          >
            <span className={coverage === chosen ? 'font-semibold' : 'text-muted'}>
              {coverageWords[coverage]}
              {coverage === chosen && <span className="sr-only"> (chosen)</span>}
            </span>
            <div className="min-w-0 max-desk:order-3 max-desk:col-span-2">
              {isHidden ? (
                <p className="flex h-6 items-center text-muted">hidden until you predict</p>
              ) : (
                <PacketStrip run={run} />
              )}
            </div>
            <span className="text-right text-small text-muted">
              {isHidden
                ? '?'
                : work !== null
                  ? words(work.translations)
                  : run.place === 'nobody'
                    ? 'none'
                    : 'not Cilium’s'}
            </span>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line pt-1.5 text-small text-muted">
        <Key className="border-accent bg-accent">in a packet</Key>
        <Key className="border-accent bg-accent-soft">in a call</Key>
        <Key className="border-line-strong bg-surface">a packet as it was made</Key>
        <span>Upper row there, lower row back.</span>
      </p>
    </section>
  );
}

function words(translations: number): string {
  return translations === 1 ? 'once' : `${translations} times`;
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className={`size-2.5 border ${className}`} />
      {children}
    </span>
  );
}
