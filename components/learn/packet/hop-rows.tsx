import { ToldSteps, type ToldStep } from '@/components/learn/simulator/told-steps';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { formatSocketAddress, type Packet } from '@/lib/cilium/packet-path/packet';
import { addedBytes } from '@/lib/learn/packet/wire-parts';

type HopRowsProps = {
  hops: readonly Hop[];
  /** Hops that a failure keeps from happening. */
  lostHops: readonly Hop[];
  hop: number;
  /** The first hop that is hidden. */
  masked: number;
  /** What ends the walk at its last hop; null where the client gets its answer. */
  ending: string | null;
  onHop: (hop: number) => void;
};

/** Every hop in order: the same numbers as the stations and the stops of the scrubber. */
export function HopRows({ hops, lostHops, hop, masked, ending, onHop }: HopRowsProps) {
  const steps = hops.map(({ title, lane, after }, index): ToldStep => {
    const ends = index === hops.length - 1 ? ending : null;
    return {
      title: ends ?? title,
      text: <Addresses packet={after} />,
      isAnswer: lane === 'answer',
      isEnd: ends !== null,
    };
  });
  return (
    <ToldSteps label="Every hop" steps={steps} step={hop} masked={masked} onStep={onHop}>
      {masked >= hops.length &&
        lostHops.map((_, index) => (
          <li key={`lost ${index}`} className="flex gap-3 border-t border-line px-3 py-1 text-faint">
            <span className="w-5 text-right">{hops.length + index + 1}</span>
            never happens
          </li>
        ))}
    </ToldSteps>
  );
}

function Addresses({ packet }: { packet: Packet }) {
  const added = addedBytes(packet);
  return (
    <>
      <span className="font-medium text-text">{formatSocketAddress(packet.source)}</span> →{' '}
      {formatSocketAddress(packet.destination)}
      {added > 0 && <span className="font-medium text-text"> +{added} B</span>}
    </>
  );
}
