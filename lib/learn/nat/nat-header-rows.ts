import { familyOf, type Packet } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { Hop } from '@/lib/cilium/packet-path/packet-walk';
import { headerRows, type HeaderRow } from '../packet/header-rows';
import { natEnds, nodeIPs } from './nat-ends';
import type { NatParameters } from './nat-parameters';

/** Gives every header field before and after one hop, the IP version first: it is what changes all others. */
export function natHeaderRows(hop: Hop, question: PacketQuestion, parameters: NatParameters): HeaderRow[] {
  const { before, after } = hop;
  const versions = { before: familyOf(before.source.ip), after: familyOf(after.source.ip) };
  const version: HeaderRow = {
    header: 'IP version',
    ...versions,
    whichIs: `a header of ${versions.after === 'IPv4' ? 20 : 40} bytes`,
    change: versions.before === versions.after ? null : 'rewritten',
  };
  const rows = headerRows(hop, question).map((row) => ({ ...row, whichIs: whichIs(row, after, parameters) }));
  return [version, ...rows];
}

function whichIs(
  { header, whichIs: told }: HeaderRow,
  { source, destination }: Packet,
  parameters: NatParameters,
) {
  if (header === 'source address') return whose(source.ip, parameters);
  if (header === 'destination address') return whose(destination.ip, parameters);
  // Behind the gateway there is no Service whose port it could be.
  return parameters.feature === 'gateway' && told !== 'kept from the client' ? '' : told;
}

/** Says whose address it is, of those that take part. */
export function whose(ip: string, parameters: NatParameters): string {
  const { client, called, backend } = natEnds(parameters);
  const isGateway = parameters.feature === 'gateway';
  if (ip === client.ip) return 'the client';
  if (ip === called.ip) return isGateway ? 'the prefix, and the server in the last 32 bits' : 'the Service';
  if (ip === backend.ip) return isGateway ? 'the server' : 'the pod';
  return ip === nodeIPs[0].IPv4 || ip === nodeIPs[0].IPv6 ? 'node 1' : '';
}
