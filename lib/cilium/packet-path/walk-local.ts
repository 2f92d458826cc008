import type { PacketQuestion, PathBackend, PathNode } from './packet-question';
import type { Failure, Hook } from './packet-walk';
import { mapsOf } from './snat-source';
import { answer, deliver } from './walk-to-backend';
import type { WalkRecorder } from './walk-recorder';

/** The backend runs on the node that got the packet: only the destination changes, in every mode. */
export function walkLocal(
  walk: WalkRecorder,
  question: PacketQuestion,
  node: PathNode,
  backend: PathBackend,
  hook: Hook,
): Failure | null {
  const { to } = question;
  const maps = mapsOf(to.ip);
  const place = { kind: 'node', node: node.name } as const;
  walk.step(
    place,
    hook,
    'The node puts the backend’s address in place of the Service’s',
    { destination: { ip: backend.ip, port: backend.port } },
    maps.services,
  );
  deliver(walk, backend);
  answer(walk, question, backend);
  walk.step(
    place,
    'tc egress of the device',
    'The node puts the Service’s address back as the source',
    { source: to },
    maps.reverseNat,
  );
  return walk.send(node.name, null, 'The answer goes to the client');
}
