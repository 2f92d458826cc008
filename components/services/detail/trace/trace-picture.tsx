import { clsx } from 'clsx';
import { useNodeNameParts } from '@/components/ui/node-name';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import type { TraceStation } from './trace-geometry';
import { stationBand, traceLayout } from './trace-geometry';

type TracePictureProps = {
  walk: PacketWalk;
  question: PacketQuestion;
  /** The hop in sight, from 0. */
  hop: number;
  onHop: (hop: number) => void;
};

/** Characters that fit a box. */
const longestAddress = 16;
const longestName = 14;

/** The walk as stations in a row and numbered hops on a lane there and a lane back. The list beside it says the same. */
export function TracePicture({ walk: { hops, failure, choice }, question, hop, onHop }: TracePictureProps) {
  const parts = useNodeNameParts();
  const { client, nodes, to } = question;
  const { width, height, stations, points, paths } = traceLayout(hops, client.kind !== 'outside');
  const end = hops.length - 1;
  const ofClient =
    client.kind === 'outside'
      ? client.ip
      : client.kind === 'pod'
        ? short(client.name)
        : 'program on the host';
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden className="block h-auto w-full">
      {stations.map((station) => {
        const node = station.node === null ? undefined : nodes.get(station.node);
        const family = to.ip.includes(':') ? 'IPv6' : 'IPv4';
        const isOutside = station.node === null;
        return (
          <g key={station.key}>
            <title>{station.node ?? 'outside the cluster'}</title>
            <text x={station.x + 8} y={16} className="fill-text font-sans text-[12px] font-semibold">
              {isOutside
                ? station.key === 'outside'
                  ? 'client'
                  : 'backend'
                : short(parts(station.key).distinct)}
            </text>
            <text x={station.x + 8} y={31} className="fill-faint font-mono text-[11px] tracking-[-0.02em]">
              {isOutside
                ? station.key === 'outside'
                  ? ofClient
                  : 'outside the cluster'
                : (node?.ips[family] ?? '')}
            </text>
            <rect
              x={station.x}
              y={stationBand.top}
              width={station.width}
              height={stationBand.bottom - stationBand.top}
              rx={6}
              className="fill-surface stroke-line-strong"
            />
            <Inner box={station.client} title="client" name={ofClient} address="" />
            {choice !== null && (
              <Inner
                box={station.backend}
                title={choice.followed.name === null ? 'backend' : 'pod'}
                name={short(choice.followed.name ?? '')}
                address={formatSocketAddress({ ip: choice.followed.ip, port: choice.followed.port })}
              />
            )}
          </g>
        );
      })}
      {paths.map((path, index) => (
        <path
          key={index}
          d={path}
          fill="none"
          strokeWidth={index === hop ? 2.5 : 1.5}
          strokeDasharray={hops[index]?.lane === 'answer' ? '5 3' : undefined}
          className={clsx(
            failure !== null && index === end
              ? 'stroke-bad'
              : hops[index]?.lane === 'request' || index === hop
                ? 'stroke-accent'
                : 'stroke-faint',
          )}
        />
      ))}
      {points.map(({ x, y }, index) => (
        <g key={index} onClick={() => onHop(index)} className="cursor-pointer">
          <circle
            cx={x}
            cy={y}
            r={10}
            className={clsx(
              index === hop
                ? failure !== null && index === end
                  ? 'fill-bad stroke-bad'
                  : 'fill-accent stroke-accent'
                : failure !== null && index === end
                  ? 'fill-surface stroke-bad'
                  : 'fill-surface stroke-line-strong',
            )}
          />
          <text
            x={x}
            y={y + 3.6}
            textAnchor="middle"
            className={clsx(
              'font-sans text-[10px] font-semibold',
              index === hop ? 'fill-surface' : failure !== null && index === end ? 'fill-bad' : 'fill-muted',
            )}
          >
            {failure !== null && index === end ? '✕' : index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

type InnerProps = { box: TraceStation['client']; title: string; name: string; address: string };

/** A pod or a program inside a node's box. An address too long for it stands in the list only, never cut. */
function Inner({ box, title, name, address }: InnerProps) {
  if (box === null) return null;
  const middle = box.x + box.width / 2;
  const colon = address.lastIndexOf(':');
  const ip = address.slice(0, colon);
  return (
    <g textAnchor="middle">
      <rect x={box.x} y={62} width={box.width} height={112} rx={4} className="fill-bg stroke-line" />
      <text x={middle} y={92} className="fill-text font-sans text-[12px] font-semibold">
        {title}
      </text>
      <text x={middle} y={110} className="fill-muted font-sans text-[11px]">
        {name}
      </text>
      {colon > 0 && ip.length <= longestAddress && (
        <>
          <text x={middle} y={130} className="fill-faint font-mono text-[11px] tracking-[-0.02em]">
            {ip}
          </text>
          <text x={middle} y={144} className="fill-faint font-mono text-[11px] tracking-[-0.02em]">
            {address.slice(colon)}
          </text>
        </>
      )}
    </g>
  );
}

function short(name: string): string {
  return name.length > longestName ? `…${name.slice(-longestName + 1)}` : name;
}
