import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { Packet } from '@/lib/cilium/packet-path/packet';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { packetLayers } from '@/lib/cilium/packet-path/packet-layers';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { hexBytes } from './hop-words';

/** Every header of the packet before and after one hop, and what it is made of. */
export function HopHeaders({ hop, payloadBytes }: { hop: Hop; payloadBytes: number }) {
  const { before, after, map, hook } = hop;
  const isSocket = hook.startsWith('cgroup/');
  return (
    <div>
      {isSocket ? (
        <p className="mb-2 text-small text-muted">
          A system call: the addresses are the socket’s, and there is no packet here.
        </p>
      ) : (
        <Layers packet={after} payloadBytes={payloadBytes} />
      )}
      <table className="w-full text-small">
        <thead>
          <tr className="text-label text-faint">
            <th scope="col" className="py-0.5 text-left font-medium">
              Header
            </th>
            <th scope="col" className="py-0.5 text-left font-medium">
              Before
            </th>
            <th scope="col" className="py-0.5 text-left font-medium">
              After
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            name="source"
            before={formatSocketAddress(before.source)}
            after={formatSocketAddress(after.source)}
          />
          <Row
            name="destination"
            before={formatSocketAddress(before.destination)}
            after={formatSocketAddress(after.destination)}
          />
          {(before.outer ?? after.outer) !== null && (
            <Row name="outer" before={outerText(before)} after={outerText(after)} />
          )}
          {(before.dsr ?? after.dsr) !== null && (
            <Row name="DSR option" before={dsrText(before)} after={dsrText(after)} />
          )}
        </tbody>
      </table>
      {map !== null && (
        <p className="mt-1.5 text-label text-faint">
          map <code className="mono text-muted">{map}</code>
        </p>
      )}
    </div>
  );
}

function Row({ name, before, after }: { name: string; before: string; after: string }): ReactNode {
  return (
    <tr className="border-t border-line align-top">
      <th scope="row" className="w-17.5 py-0.75 text-left font-normal text-muted">
        {name}
      </th>
      <td className="mono py-0.75 pr-2 text-faint wrap-anywhere">{before}</td>
      <td className={clsx('mono py-0.75 wrap-anywhere', before !== after && 'font-medium text-accent-text')}>
        {after}
      </td>
    </tr>
  );
}

function outerText({ outer }: Packet): string {
  return outer === null ? 'none' : `${outer.kind} ${outer.sourceIP} → ${outer.destinationIP}`;
}

function dsrText({ dsr }: Packet): string {
  return dsr === null ? 'none' : hexBytes(dsr.bytes);
}

/** The parts of the packet in a bar, their lengths below: what was added is marked. */
function Layers({ packet, payloadBytes }: { packet: Packet; payloadBytes: number }) {
  const layers = packetLayers(packet, payloadBytes);
  const total = layers.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div className="mb-2">
      <ul aria-label="The packet, outermost first" className="flex border border-line-strong">
        {layers.map(({ name, bytes, isAdded }) => (
          <li
            key={name}
            style={{ flexGrow: Math.min(bytes, 60) }}
            className={clsx(
              'min-w-0 border-r border-line-strong px-1.5 py-0.5 text-label last:border-r-0',
              isAdded && 'bg-accent-soft text-accent-text',
            )}
          >
            <span className="block font-medium">{name}</span>
            <span className="block">{bytes} B</span>
          </li>
        ))}
      </ul>
      <p className="mt-0.5 text-label text-faint">{total} bytes in all</p>
    </div>
  );
}
