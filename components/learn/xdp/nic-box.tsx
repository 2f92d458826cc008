import { clsx } from 'clsx';
import type { NicVerdict } from '@/lib/learn/xdp/nic-verdict';
import { verdictWords } from './verdict-words';

type NicBoxProps = {
  verdict: NicVerdict;
  box: { x: number; y: number; width: number; height: number };
  /** The packet does not arrive here. */
  isAside: boolean;
  /** Devices that are not drawn. */
  others: number;
};

/** Of a long driver's name a narrow box has room for so much. */
const longestName = 15;

/** A network device; its words are drawn apart, above the lines of the packet. */
export function NicBox({ box, isAside }: Pick<NicBoxProps, 'box' | 'isAside'>) {
  return <rect {...box} rx={4} className={clsx('fill-surface', isAside ? 'stroke-line' : 'stroke-text')} />;
}

/** The device's name, its driver, and what that says to XDP. */
export function NicWords({ verdict: { name, driver, kind }, box, isAside, others }: NicBoxProps) {
  const short = driver.name.length > longestName ? `${driver.name.slice(0, longestName - 1)}…` : driver.name;
  return (
    <g
      strokeWidth={5}
      strokeLinejoin="round"
      className={clsx('[&_text]:stroke-surface [&_text]:[paint-order:stroke]', isAside && 'opacity-70')}
    >
      <text x={box.x + 10} y={box.y + 17} className="fill-text font-mono text-[11.5px] font-semibold">
        {name}
        <tspan className="fill-muted font-normal"> {short}</tspan>
      </text>
      <text
        x={box.x + 10}
        y={box.y + 32}
        className={clsx(
          'font-sans text-[11px]',
          kind === 'refused' ? 'fill-bad font-semibold' : kind === 'native' ? 'fill-ok' : 'fill-muted',
        )}
      >
        {verdictWords[kind].short}
        {others > 0 && `; ${others} more below`}
      </text>
    </g>
  );
}
