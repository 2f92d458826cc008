import { clsx } from 'clsx';
import type { Station } from '@/lib/cilium/fields/pictures/picture';
import type { StationBox } from './picture-geometry';

/** Characters of a name that fit a station; the whole of it is the tooltip and stands in the text above. */
const longestName = 21;

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}

type PictureStationProps = { station: Station; box: StationBox; place: 'client' | 'middle' | 'end' };

/** One station: a client with its address, a node with what it does, or a node with the pod on it. */
export function PictureStation({ station, box, place }: PictureStationProps) {
  const { x, y, width, height } = box;
  const middle = x + width / 2;
  const title = 'fill-text font-sans text-[12px] font-semibold';
  const mono = 'fill-faint font-mono text-[11px] tracking-[-0.02em]';
  const small = 'fill-faint font-sans text-[11px]';
  return (
    <g textAnchor="middle">
      <title>{`${station.title} ${station.address}`}</title>
      <rect
        {...box}
        rx={6}
        className={clsx(
          'fill-surface',
          station.active && place === 'middle' ? 'stroke-accent' : 'stroke-line-strong',
        )}
      />
      {place === 'client' ? (
        <>
          <text x={middle} y={y + height / 2 - 4} className={title}>
            {station.title}
          </text>
          <text x={middle} y={y + height / 2 + 13} className={mono}>
            {station.address}
          </text>
        </>
      ) : (
        <text x={middle} y={26} className={title}>
          {shortened(station.title)}
        </text>
      )}
      {place === 'middle' && (
        <>
          <text x={middle} y={66} className="fill-accent-text font-sans text-[11px] font-semibold">
            {station.request}
          </text>
          <text x={middle} y={station.answer === '' ? 92 : 102} className={small}>
            {station.remark}
          </text>
          <text x={middle} y={139} className="fill-muted font-sans text-[11px] font-semibold">
            {station.answer}
          </text>
        </>
      )}
      {place === 'end' && (
        <>
          <rect x={x + 14} y={62.5} width={width - 28} height={72} rx={4} className="fill-bg stroke-line" />
          <text x={middle} y={90} className={title}>
            {shortened(station.request)}
          </text>
          <text x={middle} y={108} className={mono}>
            {station.address}
          </text>
          <text x={middle} y={125} className={small}>
            {station.remark}
          </text>
        </>
      )}
    </g>
  );
}
