import { clsx } from 'clsx';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import type { XdpWalk } from '@/lib/learn/xdp/xdp-walk';
import { layerWords } from './layer-words';
import { NicBox, NicWords } from './nic-box';
import { stackLayout, type StackLayout } from './stack-layout';
import { StackPaths } from './stack-paths';

type XdpStageProps = {
  parameters: XdpParameters;
  walk: XdpWalk;
  step: number;
  /** The first step that is hidden. */
  masked: number;
  onStep: (step: number) => void;
};

/** The layers of a node from the cable up, and the packet that climbs them. The list of steps says the same in words. */
export function XdpStage(props: XdpStageProps) {
  return (
    <>
      <Stage {...props} isTall={false} />
      <Stage {...props} isTall />
    </>
  );
}

function Stage({ parameters, walk, step, masked, onStep, isTall }: XdpStageProps & { isTall: boolean }) {
  const { steps, verdicts, handling } = walk;
  const layout = stackLayout(steps, verdicts.length, parameters.arrivesAt, isTall);
  // What handles it is tinted once the packet has been there.
  const handledAt = steps.findIndex(({ deed }) => deed === 'translates');
  const tinted = handledAt >= 0 && step >= handledAt ? handling.layer : null;
  const lowest = layout.bands.at(-1);
  const boxes = layout.nics.flatMap(({ index, x, width }) => {
    const verdict = verdicts[index];
    if (verdict === undefined || lowest === undefined) return [];
    return [{ index, verdict, box: { x, y: lowest.y + 6, width, height: lowest.height - 6 } }];
  });
  return (
    <svg
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden
      className={clsx('h-auto w-full', isTall ? 'mx-auto max-w-110 desk:hidden' : 'max-desk:hidden')}
    >
      <Bands layout={layout} parameters={parameters} walk={walk} tinted={tinted} isTall={isTall} />
      {boxes.map(({ index, box }) => (
        <NicBox key={index} box={box} isAside={index !== parameters.arrivesAt} />
      ))}
      <StackPaths layout={layout} steps={steps} step={step} masked={masked} onStep={onStep} />
      {boxes.map(({ index, box, verdict }) => (
        <NicWords
          key={index}
          verdict={verdict}
          box={box}
          isAside={index !== parameters.arrivesAt}
          others={isTall ? verdicts.length - 1 : 0}
        />
      ))}
    </svg>
  );
}

type BandsProps = {
  layout: StackLayout;
  parameters: XdpParameters;
  walk: XdpWalk;
  tinted: string | null;
  isTall: boolean;
};

function Bands({ layout, parameters, walk, tinted, isTall }: BandsProps) {
  return layout.bands.map(({ layer, y, height }) => {
    const { name, remark } = layerWords(layer, parameters, walk.handling);
    return (
      <g key={layer}>
        {layer === tinted && (
          <rect x={0} y={y} width={layout.width} height={height} className="fill-accent-soft" />
        )}
        <line
          x1={0}
          x2={layout.width}
          y1={y + 0.5}
          y2={y + 0.5}
          // Below generic XDP there is no packet of the kernel's own yet.
          strokeDasharray={layer === 'xdp' ? '6 4' : undefined}
          className={layer === 'xdp' ? 'stroke-text' : 'stroke-line'}
        />
        <text
          x={isTall ? 4 : 10}
          y={y + height / 2 - 4}
          className={clsx('fill-text font-sans font-semibold', isTall ? 'text-[11.5px]' : 'text-[12.5px]')}
        >
          {name}
        </text>
        <text
          x={isTall ? 4 : 10}
          y={y + height / 2 + 12}
          className={clsx('fill-muted font-sans', isTall ? 'text-[10px]' : 'text-[11.5px]')}
        >
          {remark}
        </text>
        {layer === 'xdp' && (
          <text
            x={layout.width - 4}
            y={y - 5}
            textAnchor="end"
            className={clsx('fill-muted font-sans', isTall ? 'text-[9.5px]' : 'text-[11px]')}
          >
            {isTall ? '↑ skb made' : '↑ from here up the kernel has made its own packet (skb)'}
          </text>
        )}
      </g>
    );
  });
}
