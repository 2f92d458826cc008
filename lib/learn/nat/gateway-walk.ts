import { answerTo } from '@/lib/cilium/packet-path/packet';
import type { PacketQuestion } from '@/lib/cilium/packet-path/packet-question';
import type { PacketWalk } from '@/lib/cilium/packet-path/packet-walk';
import { mapsOf, snatSource } from '@/lib/cilium/packet-path/snat-source';
import { WalkRecorder } from '@/lib/cilium/packet-path/walk-recorder';
import { natEnds, nodeNames, serverName } from './nat-ends';
import type { NatParameters } from './nat-parameters';

/**
 * Follows a packet through the gateway and its answer back: the gateway puts its own IPv4 address in as the source and
 * takes the destination out of the last 32 bits, and keeps what it did for the answer (stateful source NAT; generic
 * NAT64 of v1.14). Which program does it at which hook is not told.
 */
export function gatewayWalk(parameters: NatParameters, question: PacketQuestion): PacketWalk {
  const { client, called, backend } = natEnds(parameters);
  const [gateway] = nodeNames;
  const node = question.nodes.get(gateway);
  const own = node === undefined ? null : snatSource(node, 'IPv4', client.port);
  const walk = new WalkRecorder(question, {
    protocol: parameters.protocol,
    source: client,
    destination: called,
    dsr: null,
    outer: null,
  });
  const place = { kind: 'node', node: gateway } as const;
  const server = { kind: 'pod', node: null, name: serverName } as const;
  const { snat } = mapsOf(backend.ip);
  walk.step({ kind: 'client' }, 'application', 'The client sends to an address in the prefix');
  walk.send(null, gateway, 'The route for the prefix brings the packet to the gateway');
  if (own !== null)
    walk.step(
      place,
      'wire',
      'The gateway makes an IPv4 packet of it, from itself to the address in the last 32 bits',
      { source: own, destination: backend },
      snat,
    );
  walk.send(gateway, serverName, 'The packet goes to the server');
  walk.step(server, 'application', 'The server gets the packet');
  walk.seenByBackend = walk.packet.source;
  walk.turnRound(answerTo(walk.packet));
  walk.step(server, 'application', 'The server answers the address it sees');
  walk.send(serverName, gateway, 'The answer goes back to the gateway');
  walk.step(
    place,
    'wire',
    'The gateway makes an IPv6 packet of the answer, from the address in the prefix to the client',
    { source: called, destination: client },
    snat,
  );
  walk.send(gateway, null, 'The answer goes to the client');
  walk.step({ kind: 'client' }, 'application', 'The client gets the answer');
  return { hops: walk.hops, choice: null, seenByBackend: walk.seenByBackend, failure: null, unknowns: [] };
}
