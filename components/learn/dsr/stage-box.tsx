import { clsx } from 'clsx';
import type { Box } from './stage-slot';

type StageBoxProps = {
  box: Box;
  isTall: boolean;
  isPod?: boolean;
  /** It has no part in the walk. */
  isAside?: boolean;
  name: string;
  address: string;
  remark: string;
  /** A remark in the box, and an address below it. */
  inside: [string, string] | null;
  ending: string | null;
  isFailure: boolean;
};

/** Characters of an address that fit into the pod's box; a longer one stands in the list only. */
const longestInPod = 21;

/** A machine or the pod: its name and address, above its box, or in it where there is no room above. */
export function StageBox(props: StageBoxProps) {
  const {
    box,
    isTall,
    isPod = false,
    isAside = false,
    name,
    address,
    remark,
    inside,
    ending,
    isFailure,
  } = props;
  const isAbove = !isTall && !isPod;
  const left = isPod ? box.x + 16 : isTall && name !== 'client' ? 132 : isAbove ? box.x : box.x + 14;
  const top = isAbove
    ? box.y - 24
    : isTall && !isPod && name === 'node 2' && box.height > 100
      ? box.y + 26
      : box.y + (isPod && !isTall ? 58 : 24);
  const beside = isPod || (isTall && name !== 'client') ? null : left + name.length * 7.2 + 6;
  const [host, port] = split(address);
  return (
    <g className={clsx(isAside && 'opacity-50')}>
      <rect
        {...box}
        rx={4}
        className={clsx(isPod ? 'fill-sunken stroke-text' : 'fill-surface stroke-line-strong')}
      />
      <text x={left} y={top} className="fill-text font-sans text-[12.5px] font-semibold">
        {name}
      </text>
      {isPod ? (
        address.length <= longestInPod && (
          <text className="fill-muted font-mono text-[11px] tracking-[-0.02em]">
            <tspan x={left} y={top + 17}>
              {isTall ? address : host}
            </tspan>
            {!isTall && (
              <tspan x={left} y={top + 31}>
                {port}
              </tspan>
            )}
          </text>
        )
      ) : (
        <text
          x={beside ?? left}
          y={beside === null ? top + 16 : top}
          className="fill-muted font-mono text-[11.5px] tracking-[-0.02em]"
        >
          {address}
        </text>
      )}
      {!isPod && (
        <text x={left} y={top + (beside === null ? 32 : 16)} className="fill-muted font-sans text-[11.5px]">
          {remark}
        </text>
      )}
      {inside !== null && (
        <>
          <text x={box.x + 14} y={box.y + 76} className="fill-muted font-sans text-[11.5px]">
            {inside[0]}
          </text>
          <text x={box.x + 14} y={box.y + 92} className="fill-text font-mono text-[11px] tracking-[-0.04em]">
            {inside[1]}
          </text>
        </>
      )}
      {ending !== null && (
        <text
          x={box.x + 14}
          y={isTall ? top + 33 : box.y + 116}
          className={clsx('font-sans text-[11.5px] font-semibold', isFailure ? 'fill-bad' : 'fill-ok')}
        >
          {ending}
        </text>
      )}
    </g>
  );
}

function split(address: string): [string, string] {
  const colon = address.lastIndexOf(':');
  return colon < 0 ? [address, ''] : [address.slice(0, colon), address.slice(colon)];
}
