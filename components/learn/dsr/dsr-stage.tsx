import { clsx } from 'clsx';
import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { clientIPs } from '@/lib/learn/dsr/dsr-ends';
import { packetName, payloadBytesAt } from '@/lib/learn/dsr/dsr-packet';
import { endsOf } from '@/lib/learn/dsr/dsr-question';
import type { DsrWalk } from '@/lib/learn/dsr/dsr-walk';
import { packetBytes } from '@/lib/cilium/packet-path/packet-layers';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { Failure } from '@/lib/cilium/packet-path/packet-walk';
import { nodeWords } from './node-words';
import { StageBox } from './stage-box';
import { StageFlag } from './stage-flag';
import { StagePaths } from './stage-paths';
import { tallLayout } from './tall-layout';
import { wideLayout } from './wide-layout';

type DsrStageProps = {
  parameters: DsrParameters;
  shown: DsrWalk;
  hop: number;
  /** The first hop that is hidden. */
  masked: number;
  onHop: (hop: number) => void;
};

/** The way of the packet as numbered stations between client, nodes and pod. The list of hops says the same in words. */
export function DsrStage(props: DsrStageProps) {
  return (
    <>
      <Stage {...props} isTall={false} />
      <Stage {...props} isTall />
    </>
  );
}

function Stage({ parameters, shown, hop, masked, onHop, isTall }: DsrStageProps & { isTall: boolean }) {
  const { walk, lostHops } = shown;
  const isLocal = parameters.backend === 'local';
  const all = [...walk.hops, ...lostHops];
  const layout = (isTall ? tallLayout : wideLayout)(all, isLocal);
  const { service, serviceName, backend, nodeIPs } = endsOf(parameters);
  const isOpen = masked >= walk.hops.length;
  const words = nodeWords(walk, isOpen, isLocal);
  const current = walk.hops[hop];
  const point = layout.points[hop];
  const isOver = isOpen && hop === walk.hops.length - 1;
  return (
    <svg
      // Nothing stands above the names of the wide picture.
      viewBox={isTall ? `0 0 ${layout.width} ${layout.height}` : `0 24 ${layout.width} ${layout.height - 24}`}
      aria-hidden
      className={clsx('h-auto w-full', isTall ? 'mx-auto max-w-110 desk:hidden' : 'max-desk:hidden')}
    >
      <StageBox
        box={layout.client}
        isTall={isTall}
        name="client"
        address={clientIPs[parameters.family]}
        remark={isTall ? `sent to ${formatSocketAddress(service)}` : 'outside the cluster'}
        inside={isTall ? null : ['sent to', formatSocketAddress(service)]}
        ending={isOver ? clientEnding(walk.failure) : null}
        isFailure={walk.failure !== null}
      />
      {layout.nodes.map((box, index) => (
        <StageBox
          key={index}
          box={box}
          isTall={isTall}
          name={index === 0 ? 'node 1' : 'node 2'}
          address={nodeIPs[index] ?? ''}
          remark={words[index] ?? ''}
          inside={null}
          ending={null}
          isFailure={false}
          isAside={isLocal && index === 1}
        />
      ))}
      <StageBox
        box={layout.pod}
        isTall={isTall}
        isPod
        name="pod"
        address={formatSocketAddress(backend)}
        remark={serviceName ?? ''}
        inside={null}
        ending={null}
        isFailure={false}
      />
      <StagePaths
        layout={layout}
        lanes={all.map(({ lane }) => lane)}
        hop={hop}
        masked={isOpen ? all.length : masked}
        count={walk.hops.length}
        isDropped={walk.failure !== null && walk.failure.notices !== 'reset'}
        onHop={onHop}
      />
      {current !== undefined && point !== undefined && !(isOver && walk.failure !== null) && (
        <StageFlag
          point={point}
          isTall={isTall}
          isBelow={!isTall && current.lane === 'answer' && point.y < 240}
          width={layout.width}
          text={`${packetName(parameters, current)} ${packetBytes(current.after, payloadBytesAt(parameters, current))} B`}
        />
      )}
    </svg>
  );
}

/** What the client has of it in the end. */
function clientEnding(failure: Failure | null): string {
  if (failure === null) return 'answered from there';
  return failure.notices === 'reset' ? 'connection reset' : 'no answer comes';
}
