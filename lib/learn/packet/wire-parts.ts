import type { Packet } from '@/lib/cilium/packet-path/packet';
import { packetBytes, packetLayers } from '@/lib/cilium/packet-path/packet-layers';

/** One part of a packet in a bar: `drawnBytes` is its width, which is less than its length where the bar is cut. */
export type WirePart = { name: string; bytes: number; drawnBytes: number; isAdded: boolean };

/** Longer data than this would leave no room to see headers in. */
const mostDrawnBytes = 160;
const headerBytes = { TCP: { least: 40, timestamps: 32 }, UDP: { least: 8, timestamps: 8 } } as const;

/** Gives the parts of a packet, outermost first, to scale but for long data; `payloadBytes` is all behind its IP header. */
export function wireParts(packet: Packet, payloadBytes: number): WirePart[] {
  return packetLayers(packet, payloadBytes).flatMap(({ name, bytes, isAdded }) => {
    if (name !== packet.protocol || isAdded) return [part(name, bytes, isAdded)];
    const { least, timestamps } = headerBytes[packet.protocol];
    if (bytes <= least) return [part(name, bytes, false)];
    return [part(name, timestamps, false), part('data', bytes - timestamps, false)];
  });
}

function part(name: string, bytes: number, isAdded: boolean): WirePart {
  return { name, bytes, drawnBytes: Math.min(bytes, mostDrawnBytes), isAdded };
}

/** Gives how many bytes were added to what the client or the pod sent. */
export function addedBytes(packet: Packet): number {
  return packetBytes(packet, 0) - packetBytes({ ...packet, dsr: null, outer: null }, 0);
}
