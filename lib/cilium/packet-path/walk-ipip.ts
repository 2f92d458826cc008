import { failure } from './failures';
import { rowFromOutside } from './find-row';
import { familyOf } from './packet';
import { outerBytes } from './packet-layers';
import type { PacketQuestion, PathBackend, PathNode } from './packet-question';
import type { Failure, Hook } from './packet-walk';
import { mapsOf } from './snat-source';
import { answerDirectly } from './walk-dsr';
import { answer, deliver } from './walk-to-backend';
import type { WalkRecorder } from './walk-recorder';

/**
 * DSR's dispatch `ipip`: the packet stays as it is inside an IP packet to the backend; the backend's node unwraps and
 * translates it, for which it needs the Service in its own table, and one port on both sides as none is carried. With
 * XDP the outer source may come from a range of its own (`bpf-lb-rss-ipv4-src-cidr`), so that the other side can
 * spread its work.
 */
export function walkIpip(
  walk: WalkRecorder,
  question: PacketQuestion,
  node: PathNode,
  backend: PathBackend,
  hook: Hook,
): Failure | null {
  const { to } = question;
  if (backend.port !== to.port)
    return failure('ipip-ports-differ', {
      text: `IPIP carries no port: the backend’s is ${backend.port}, the frontend’s ${to.port}, and they must be the same.`,
    });
  const sourceIP = node.ips[familyOf(backend.ip)];
  if (sourceIP === null) return failure('no-node-address');
  const bytes = outerBytes('ipip', backend.ip, null);
  walk.step(
    { kind: 'node', node: node.name },
    hook,
    'The node puts the packet, as it is, into an IP packet to the backend',
    { outer: { kind: 'ipip', sourceIP, destinationIP: backend.ip, bytes } },
    mapsOf(to.ip).services,
  );
  const lost = walk.send(node.name, backend.node, 'The packet goes to the backend’s node');
  if (lost !== null) return lost;
  if (backend.node === null) return failure('backend-not-on-a-node', { notices: 'silence' });
  const place = { kind: 'node', node: backend.node } as const;
  walk.step(place, hook, 'The backend’s node takes the outer packet off', { outer: null });
  if (rowFromOutside(question, backend.node) === null) return failure('backend-node-lacks-service');
  walk.step(
    place,
    hook,
    'The backend’s node puts the backend’s address in place of the Service’s',
    { destination: { ip: backend.ip, port: backend.port } },
    mapsOf(to.ip).services,
  );
  deliver(walk, backend);
  answer(walk, question, backend);
  return answerDirectly(walk, question, backend);
}
