import { failure } from './failures';
import { dsrGeneveOption, dsrOption } from './dsr-info';
import type { DsrInfo, OuterHeader } from './packet';
import { familyOf } from './packet';
import { outerBytes } from './packet-layers';
import type { PacketQuestion, PathBackend, PathNode } from './packet-question';
import type { Failure, Hook } from './packet-walk';
import { mapsOf } from './snat-source';
import { answer, deliver } from './walk-to-backend';
import type { WalkRecorder } from './walk-recorder';

/**
 * True where the packet must tell the backend's node which Service it was for: every datagram, of TCP the first packet,
 * and the first that goes to another backend than before (`nodeport_need_dsr_info`, 1.21-dev).
 */
function needsDsrInfo({ protocol, moment, isBackendReplaced }: PacketQuestion): boolean {
  return protocol === 'UDP' || moment === 'first' || isBackendReplaced;
}

/**
 * Direct server return: the node changes the destination only and tells the backend's node the Service's address, in an
 * IP option (`opt`) or in the option of a Geneve header around the packet (`geneve`). It keeps no state for the answer,
 * which goes from the backend's node straight to the client.
 */
export function walkDsr(
  walk: WalkRecorder,
  question: PacketQuestion,
  node: PathNode,
  backend: PathBackend,
  hook: Hook,
  dispatch: 'opt' | 'geneve',
): Failure | null {
  const { to, protocol } = question;
  const place = { kind: 'node', node: node.name } as const;
  walk.step(
    place,
    hook,
    'The node puts the backend’s address in place of the Service’s',
    { destination: { ip: backend.ip, port: backend.port } },
    mapsOf(to.ip).services,
  );
  const isTold = needsDsrInfo(question);
  if (dispatch === 'geneve') {
    const refused = wrapInGeneve(walk, question, node, backend, hook, isTold ? dsrGeneveOption(to) : null);
    if (refused !== null) return refused;
  } else if (isTold) {
    walk.step(place, hook, 'The node writes the Service’s address into the packet’s header', {
      dsr: dsrOption(to, protocol),
    });
  }
  const lost = walk.send(node.name, backend.node, 'The packet goes to the backend’s node');
  if (lost !== null) return lost;
  noteService(walk, question, backend, hook, isTold);
  deliver(walk, backend);
  answer(walk, question, backend);
  return answerDirectly(walk, question, backend);
}

function wrapInGeneve(
  walk: WalkRecorder,
  { nodes }: PacketQuestion,
  node: PathNode,
  backend: PathBackend,
  hook: Hook,
  dsr: DsrInfo | null,
): Failure | null {
  const other = backend.node === null ? undefined : nodes.get(backend.node);
  // Without a node there is no end for the tunnel (DROP_NO_TUNNEL_ENDPOINT).
  if (other === undefined) return failure('backend-not-on-a-node', { notices: 'silence' });
  const sourceIP = node.ips.IPv4 ?? node.ips.IPv6;
  const destinationIP = sourceIP === null ? null : other.ips[familyOf(sourceIP)];
  if (sourceIP === null || destinationIP === null) return failure('no-node-address');
  const bytes = outerBytes('geneve', destinationIP, dsr);
  const outer: OuterHeader = { kind: 'geneve', sourceIP, destinationIP, bytes };
  walk.step(
    { kind: 'node', node: node.name },
    hook,
    dsr === null
      ? 'The node wraps the packet in Geneve; the backend’s node knows the connection already'
      : 'The node wraps the packet in Geneve, with the Service’s address in an option',
    { outer, dsr },
  );
  return null;
}

/** The backend's node remembers the Service; an IP option stays in the packet, and the pod's kernel skips it. */
function noteService(
  walk: WalkRecorder,
  { to }: PacketQuestion,
  { node }: PathBackend,
  hook: Hook,
  isTold: boolean,
) {
  if (node === null) return;
  const isWrapped = walk.packet.outer !== null;
  const title = isTold
    ? 'The backend’s node notes the Service’s address with the connection'
    : 'The backend’s node knows the connection';
  walk.step(
    { kind: 'node', node },
    isWrapped ? 'tc ingress of the tunnel device' : hook,
    title,
    isWrapped ? { outer: null, dsr: null } : {},
    mapsOf(to.ip).conntrack,
  );
}

/** The answer leaves the backend's node as the Service's, past the node that got the packet. */
export function answerDirectly(
  walk: WalkRecorder,
  { to }: PacketQuestion,
  { node }: PathBackend,
): Failure | null {
  if (node === null) {
    walk.send(null, null, 'The answer goes to the client as it is');
    return failure('backend-not-on-a-node');
  }
  walk.step(
    { kind: 'node', node },
    'tc egress of the device',
    'The backend’s node puts the Service’s address in as the source',
    { source: to },
    mapsOf(to.ip).conntrack,
  );
  return walk.send(node, null, 'The answer goes straight to the client');
}
