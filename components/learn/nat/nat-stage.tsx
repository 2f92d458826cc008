import { clsx } from 'clsx';
import { StageBox } from '@/components/learn/dsr/stage-box';
import { StageFlag } from '@/components/learn/dsr/stage-flag';
import { StagePaths } from '@/components/learn/dsr/stage-paths';
import type { StageLayout } from '@/components/learn/dsr/stage-slot';
import { tallLayout } from '@/components/learn/dsr/tall-layout';
import { wideLayout } from '@/components/learn/dsr/wide-layout';
import { familyOf, formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { packetBytes } from '@/lib/cilium/packet-path/packet-layers';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { natEnds, nodeIPs } from '@/lib/learn/nat/nat-ends';
import { familyOfClient, otherFamily, type NatParameters } from '@/lib/learn/nat/nat-parameters';
import { payloadBytes } from '@/lib/learn/nat/nat-question';
import { isTranslated, type NatWalk } from '@/lib/learn/nat/nat-walk';

type NatStageProps = {
  parameters: NatParameters;
  shown: NatWalk;
  hop: number;
  /** The first hop that is hidden. */
  masked: number;
  onHop: (hop: number) => void;
};

/** The way of the packet as numbered stations, each stretch of wire with its family. The list of hops says the same. */
export function NatStage(props: NatStageProps) {
  return (
    <>
      <Stage {...props} isTall={false} />
      <Stage {...props} isTall />
    </>
  );
}

function Stage({ parameters, shown, hop, masked, onHop, isTall }: NatStageProps & { isTall: boolean }) {
  const { hops, failure } = shown.walk;
  const { feature, protocol, backend: place } = parameters;
  const isGateway = feature === 'gateway';
  const isLocal = !isGateway && place === 'local';
  const layout = (isTall ? tallLayout : wideLayout)(hops, isLocal);
  const { client, called, backend } = natEnds(parameters);
  const family = familyOfClient(parameters);
  const other = otherFamily(family);
  const current = hops[hop];
  const point = layout.points[hop];
  const isOver = masked >= hops.length && hop === hops.length - 1;
  const [one, two] = layout.nodes;
  const box = { isTall, inside: null, ending: null, isFailure: false };
  return (
    <svg
      // Nothing stands above the names of the wide picture, and no answer goes past node 1.
      viewBox={isTall ? `0 0 ${layout.width} ${layout.height}` : `0 24 ${layout.width} ${layout.height - 68}`}
      aria-hidden
      className={clsx('h-auto w-full', isTall ? 'mx-auto max-w-110 desk:hidden' : 'max-desk:hidden')}
    >
      <StageBox
        {...box}
        box={layout.client}
        name="client"
        address={client.ip}
        remark={isTall ? `calls ${formatSocketAddress(called)}` : `speaks ${family} only`}
        // With brackets and port an address of the prefix is too long for the box.
        inside={isTall ? null : ['calls', isGateway ? called.ip : formatSocketAddress(called)]}
        ending={isOver ? (failure === null ? 'answered from there' : 'no answer comes') : null}
        isFailure={failure !== null}
      />
      <StageBox
        {...box}
        box={one}
        name={isGateway ? 'node 1, the gateway' : 'node 1'}
        address={isGateway ? '' : nodeIPs[0][other]}
        remark={
          isGateway ? nodeIPs[0].IPv4 : isTranslated(shown) ? 'translates both ways' : 'does not translate'
        }
      />
      <StageBox
        {...box}
        box={two}
        name={isGateway ? 'an IPv4 network' : 'node 2'}
        address={isGateway ? '' : nodeIPs[1][other]}
        remark={isGateway ? '' : isLocal ? 'not on the way' : 'has the pod'}
        isAside={isLocal}
      />
      <StageBox
        {...box}
        box={layout.pod}
        isPod
        name={isGateway ? 'server' : 'pod'}
        address={formatSocketAddress(backend)}
        remark=""
      />
      <FamilyWords hops={hops} layout={layout} masked={masked} isTall={isTall} />
      <StagePaths
        layout={layout}
        lanes={hops.map(({ lane }) => lane)}
        hop={hop}
        masked={masked}
        count={hops.length}
        isDropped={failure !== null && failure.notices !== 'reset'}
        onHop={onHop}
      />
      {current !== undefined && point !== undefined && !(isOver && failure !== null) && (
        <StageFlag
          point={point}
          isTall={isTall}
          isBelow={!isTall && current.lane === 'answer'}
          width={layout.width}
          text={`${familyOf(current.after.source.ip)} ${packetBytes(current.after, payloadBytes[protocol])} B`}
        />
      )}
    </svg>
  );
}

type FamilyWordsProps = { hops: readonly Hop[]; layout: StageLayout; masked: number; isTall: boolean };

/** The family of the packet, at every stretch of wire that may be seen. */
function FamilyWords({ hops, layout, masked, isTall }: FamilyWordsProps) {
  return hops.slice(0, masked).map(({ place, lane, after }, index) => {
    const point = layout.points[index];
    if (place.kind !== 'wire' || point === undefined) return null;
    const isRequest = lane === 'request';
    return (
      <text
        key={index}
        x={point.x + (isTall ? (isRequest ? -18 : 18) : 0)}
        y={point.y + (isTall ? 4 : isRequest ? 28 : -19)}
        textAnchor={isTall ? (isRequest ? 'end' : 'start') : 'middle'}
        className="fill-muted font-sans text-[11.5px] font-medium"
      >
        {familyOf(after.source.ip)}
      </text>
    );
  });
}
