import { failure } from './failures';
import { refusedSettings } from './forwarding';
import type { Packet } from './packet';
import { familyOf } from './packet';
import type { PacketQuestion, PathNode } from './packet-question';
import type { PacketWalk } from './packet-walk';
import { unknownsOf } from './unknowns';
import { placeOfClient, walkFromInside } from './walk-from-inside';
import { walkFromOutside } from './walk-from-outside';
import { replaced } from './walk-to-backend';
import { WalkRecorder } from './walk-recorder';

/** A question about a node that is not among its nodes. */
export class UnknownNodeError extends Error {
  constructor(readonly node: string) {
    super(`A packet cannot be followed from node ${JSON.stringify(node)}: nothing is known of it.`);
    this.name = 'UnknownNodeError';
  }
}

/**
 * Follows one packet to a Service and its answer, step by step, as Cilium's programs handle it with the settings and
 * rows given: what changes where, every header, and who sees which address. A walk that does not bring the answer home
 * ends in a failure with a name. Pure: the same question gives the same walk.
 *
 * Facts: bpf/lib/nodeport.h, bpf_sock.c, lb.h of 1.21-dev; where versions differ the settings' version decides.
 * Network policies are not looked at.
 * @throws UnknownNodeError where the client's node is not among the nodes.
 */
export function walkPacket(question: PacketQuestion): PacketWalk {
  const { client } = question;
  const name = client.kind === 'outside' ? client.entryNode : client.node;
  const node = question.nodes.get(name);
  if (node === undefined) throw new UnknownNodeError(name);
  const nothing = { hops: [], choice: null, seenByBackend: null, unknowns: [] };
  const refusal = refusedSettings(node.settings);
  if (refusal !== null) return { ...nothing, failure: failure('settings-refused', { text: refusal }) };
  const first = firstPacket(question, node);
  if (first === null) return { ...nothing, failure: failure('no-node-address') };
  const walk = new WalkRecorder(question, first);
  const outcome =
    client.kind === 'outside'
      ? walkFromOutside(walk, question, client, node)
      : walkFromInside(walk, question, client, node);
  const isHome = outcome.failure === null;
  if (isHome)
    walk.step(
      client.kind === 'outside' ? { kind: 'client' } : placeOfClient(client),
      'application',
      'The client gets the answer',
    );
  return {
    hops: walk.hops,
    choice: outcome.choice,
    seenByBackend: walk.seenByBackend,
    failure: isHome ? replaced(question) : outcome.failure,
    unknowns: unknownsOf(question, node, outcome.choice),
  };
}

function firstPacket({ client, protocol, to }: PacketQuestion, node: PathNode): Packet | null {
  const family = familyOf(to.ip);
  // A program on the host sends from the node's address; in a tunnel from that of cilium_host.
  const ofHost =
    node.settings.tunnel === null ? node.ips[family] : (node.internalIPs[family] ?? node.ips[family]);
  const ip = client.kind === 'node' ? ofHost : client.ip;
  if (ip === null) return null;
  return { protocol, source: { ip, port: client.port }, destination: to, dsr: null, outer: null };
}
