import type { DsrInfo, Packet, Port } from '@/lib/cilium/packet-path/packet';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { addressRole } from './address-role';

/** One header field before and after a hop; null where the packet has no such header. */
export type HeaderRow = {
  header: string;
  before: string | null;
  after: string | null;
  /** Whose address it is, or what it is for; empty where there is nothing to say. */
  whichIs: string;
  change: 'rewritten' | 'added' | 'removed' | null;
};

const outerPorts = { vxlan: ', UDP 8472', geneve: ', UDP 6081' } as const;

/** Gives every header field of a packet that a load balancer may touch, before and after one hop, outermost first. */
export function headerRows({ before, after }: Hop, question: PacketQuestion): HeaderRow[] {
  const role = (ip: string) => addressRole(ip, question);
  const rows: HeaderRow[] = [];
  const add = (header: string, field: (packet: Packet) => string | null, whichIs: string) => {
    const values = { before: field(before), after: field(after) };
    if (values.before === null && values.after === null) return;
    rows.push({ header, ...values, whichIs, change: changeOf(values.before, values.after) });
  };
  const { outer } = after;
  const removed = outer === null ? 'taken off' : null;
  add('outer source', (packet) => packet.outer?.sourceIP ?? null, removed ?? role(outer?.sourceIP ?? ''));
  add('outer destination', outerDestination, removed ?? role(outer?.destinationIP ?? ''));
  add('source address', ({ source }) => source.ip, role(after.source.ip));
  add('destination address', ({ destination }) => destination.ip, role(after.destination.ip));
  const info = after.dsr ?? before.dsr;
  if (info !== null)
    add(optionName(info), optionText, after.dsr === null ? 'read and noted' : optionFor(info));
  const { protocol } = after;
  add(`${protocol} source port`, ({ source }) => portText(source.port), portRole(after, 'source', question));
  add(
    `${protocol} destination port`,
    ({ destination }) => portText(destination.port),
    portRole(after, 'destination', question),
  );
  return rows;
}

function changeOf(before: string | null, after: string | null): HeaderRow['change'] {
  if (before === after) return null;
  return before === null ? 'added' : after === null ? 'removed' : 'rewritten';
}

function outerDestination({ outer, source }: Packet): string | null {
  if (outer === null) return null;
  return `${outer.destinationIP}${outer.kind === 'ipip' ? ipipProtocol(source.ip) : outerPorts[outer.kind]}`;
}

/** IP in IP says so by its protocol number: 4 for IPv4 inside, 41 for IPv6. */
function ipipProtocol(innerIP: string): string {
  return `, protocol ${innerIP.includes(':') ? 41 : 4}`;
}

function optionName({ form }: DsrInfo): string {
  return {
    'ip-option': 'IP option',
    'destination-options': 'IPv6 destination options',
    'geneve-option': 'Geneve option',
  }[form];
}

const optionTypes = { 'ip-option': '0x9A', 'destination-options': '0x1B', 'geneve-option': '0x014B/0x81' };

function optionText({ dsr }: Packet): string | null {
  return dsr === null ? null : `${optionTypes[dsr.form]} ${formatSocketAddress(dsr.service)}`;
}

function optionFor({ bytes }: DsrInfo): string {
  return `${bytes.length} bytes: the Service, for the backend’s node`;
}

function portText(port: Port): string {
  return typeof port === 'number' ? String(port) : `${port.min}–${port.max}`;
}

function portRole(packet: Packet, end: 'source' | 'destination', { to, client }: PacketQuestion): string {
  const { ip, port } = packet[end];
  if (typeof port !== 'number') return 'a free one: the client’s lies in the NodePort range';
  if (ip === to.ip && port === to.port) return 'the Service’s port';
  if (port === client.port)
    return client.kind === 'outside' && ip === client.ip ? '' : 'kept from the client';
  return 'target port';
}
