import { failure } from './failures';
import type { Packet } from './packet';
import { familyOf } from './packet';
import type { PacketQuestion, PathBackend, PathNode } from './packet-question';
import type { Failure, Hook } from './packet-walk';
import { mapsOf, snatSource } from './snat-source';
import { toBackendAndBack } from './walk-to-backend';
import type { WalkRecorder } from './walk-recorder';

/**
 * The node puts itself in the client's place, so that the answer comes back to it (docs: SNAT, the default). Also the
 * way between IP families: both ends get addresses of the backend's family at once.
 */
export function walkSnat(
  walk: WalkRecorder,
  question: PacketQuestion,
  node: PathNode,
  backend: PathBackend,
  hook: Hook,
): Failure | null {
  const { to } = question;
  const place = { kind: 'node', node: node.name } as const;
  const client = walk.packet.source;
  const family = familyOf(backend.ip);
  const changesFamily = family !== familyOf(to.ip);
  const own = snatSource(node, family, client.port);
  if (own === null)
    return failure('no-node-address', { text: `${node.name} has no ${family} address to send from.` });
  const maps = mapsOf(to.ip);
  const outer = mapsOf(backend.ip);
  const destination = { ip: backend.ip, port: backend.port };
  if (changesFamily) {
    walk.step(
      place,
      hook,
      `The node makes an ${family} packet of it, from itself to the backend`,
      { source: own, destination },
      outer.snat,
    );
  } else {
    walk.step(
      place,
      hook,
      'The node puts the backend’s address in place of the Service’s (DNAT)',
      { destination },
      maps.services,
    );
    walk.step(place, hook, 'The node puts itself in the client’s place (SNAT)', { source: own }, outer.snat);
  }
  const lost = toBackendAndBack(walk, question, node, backend);
  if (lost !== null) return lost;
  const back =
    node.settings.tunnel !== null && backend.node !== node.name ? 'tc ingress of the tunnel device' : hook;
  restore(walk, place, back, changesFamily, client, to, outer.snat, maps.reverseNat);
  return walk.send(node.name, null, 'The answer goes to the client');
}

function restore(
  walk: WalkRecorder,
  place: { kind: 'node'; node: string },
  hook: Hook,
  changesFamily: boolean,
  client: Packet['source'],
  service: Packet['source'],
  snatMap: string,
  reverseMap: string,
) {
  if (changesFamily) {
    walk.step(
      place,
      hook,
      `The node makes an ${familyOf(service.ip)} packet of the answer, from the Service to the client`,
      { source: service, destination: client },
      snatMap,
    );
    return;
  }
  walk.step(place, hook, 'The node finds the client again', { destination: client }, snatMap);
  walk.step(
    place,
    hook,
    'The node puts the Service’s address back as the source',
    { source: service },
    reverseMap,
  );
}
