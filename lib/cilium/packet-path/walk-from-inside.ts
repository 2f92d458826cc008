import { chooseBackend } from './choose-backend';
import { failure } from './failures';
import { rowFromInside } from './find-row';
import { familyOf } from './packet';
import type { PacketQuestion, PathBackend, PathClient, PathNode, PathRow } from './packet-question';
import type { BackendChoice, Failure, Place } from './packet-walk';
import { mapsOf } from './snat-source';
import { noBackends } from './walk-from-outside';
import type { WalkRecorder } from './walk-recorder';
import { toBackendAndBack } from './walk-to-backend';

type InsideClient = Exclude<PathClient, { kind: 'outside' }>;

/** The source that a pod's packet to itself gets by way of its Service, so that the answer comes back through Cilium. */
const loopbackIPv4 = '169.254.42.1';

/** Gives where a client inside the cluster lives. */
export function placeOfClient(client: InsideClient): Place {
  return client.kind === 'pod'
    ? { kind: 'pod', node: client.node, name: client.name }
    : { kind: 'node', node: client.node };
}

/** Follows a packet from a pod or from a program on a node's host. */
export function walkFromInside(
  walk: WalkRecorder,
  question: PacketQuestion,
  client: InsideClient,
  node: PathNode,
): { choice: BackendChoice | null; failure: Failure | null } {
  const atSocket = usesSocket(client, node);
  const row = rowFromInside(question, node.name);
  const choice = row === null ? null : chooseBackend(row, question);
  const refused = refusedInside(question, client, node, row, choice, atSocket);
  if (refused !== null || choice === null) {
    walk.step(placeOfClient(client), 'application', 'The client sends to the Service');
    return { choice: null, failure: refused };
  }
  const { followed } = choice;
  return {
    choice,
    failure: atSocket
      ? walkSocket(walk, question, client, node, followed)
      : walkPacketOfPod(walk, question, client, node, followed),
  };
}

function usesSocket(client: InsideClient, { settings }: PathNode): boolean {
  return settings.socketLB === 'full' || (settings.socketLB === 'host-only' && client.kind === 'node');
}

function refusedInside(
  { policies, to, nodes }: PacketQuestion,
  client: InsideClient,
  { name, settings }: PathNode,
  row: PathRow | null,
  choice: BackendChoice | null,
  atSocket: boolean,
): Failure | null {
  if (!atSocket && client.kind === 'node') return failure('left-to-kube-proxy');
  if (row === null)
    return failure('row-missing', {
      notices: 'silence',
      text: `The table of ${name} has no row for this address: the packet leaves as it is.`,
    });
  const isOfNode = [...nodes.values()].some(({ ips }) => ips[familyOf(to.ip)] === to.ip);
  if (atSocket && row.type === 'ExternalIPs' && !isOfNode) return failure('left-untranslated');
  if (choice === null) {
    if (policies.internalTrafficPolicy === 'Local' || row.type === 'LocalRedirect')
      return failure('no-local-backend', {
        notices: atSocket || settings.noBackendResponse === 'reject' ? 'error' : 'silence',
        text: `The internal traffic policy is Local and no backend runs on ${name}${atSocket ? ': connect fails with EHOSTUNREACH.' : '.'}`,
      });
    return atSocket
      ? failure('no-backends', {
          notices: 'error',
          text: 'No backend takes new connections: connect fails with EHOSTUNREACH before there is a packet.',
        })
      : noBackends(settings.noBackendResponse);
  }
  return familyOf(choice.followed.ip) === familyOf(to.ip) ? null : failure('family-mismatch');
}

/**
 * The socket's own destination is changed: once for TCP, for each datagram of UDP. No packet is translated, and none
 * carries the Service's address.
 */
function walkSocket(
  walk: WalkRecorder,
  question: PacketQuestion,
  client: InsideClient,
  node: PathNode,
  backend: PathBackend,
): Failure | null {
  const { to, protocol, moment, isBackendReplaced } = question;
  const maps = mapsOf(to.ip);
  const place = placeOfClient(client);
  const destination = { ip: backend.ip, port: backend.port };
  const isConnected = protocol === 'TCP' && moment === 'later';
  if (isConnected && isBackendReplaced) return deadSocket(walk, place);
  if (isConnected) {
    walk.step(place, 'application', 'The socket has been connected to the backend itself since connect', {
      destination,
    });
  } else {
    walk.step(
      place,
      protocol === 'TCP' ? 'cgroup/connect' : 'cgroup/sendmsg',
      'The socket’s destination becomes the backend, before there is a packet',
      { destination },
      maps.services,
    );
  }
  const lost = toBackendAndBack(walk, question, node, backend);
  if (lost !== null) return lost;
  walk.step(
    place,
    protocol === 'TCP' ? 'cgroup/getpeername' : 'cgroup/recvmsg',
    protocol === 'TCP'
      ? 'The program that asks whom it speaks to is told the Service (kernel 5.8 and later)'
      : 'The program is told that the datagram came from the Service',
    { source: to },
    maps.reverseSocket,
  );
  return null;
}

function deadSocket(walk: WalkRecorder, place: Place): Failure {
  walk.step(place, 'application', 'The socket is still connected to the backend that is gone');
  return failure('backend-changed', {
    notices: 'silence',
    text: 'The socket was connected to the backend itself, and nothing chooses another one for it: the connection hangs until it times out. Cilium ends such sockets of UDP; of TCP only with lb-sock-terminate-all-protos (v1.19 and later).',
  });
}

/** Each packet of the pod is translated as it leaves the pod, and each answer before it comes in. */
function walkPacketOfPod(
  walk: WalkRecorder,
  question: PacketQuestion,
  client: InsideClient,
  node: PathNode,
  backend: PathBackend,
): Failure | null {
  const { to } = question;
  const maps = mapsOf(to.ip);
  const sender = walk.packet.source;
  const isItself = sender.ip === backend.ip && familyOf(to.ip) === 'IPv4';
  const place = { kind: 'node', node: node.name } as const;
  walk.step(placeOfClient(client), 'application', 'The pod sends to the Service');
  walk.step(
    place,
    'tc at the pod’s device',
    isItself
      ? 'The backend is the pod itself: both ends change, so that the answer comes back this way'
      : 'The node puts the backend’s address in place of the Service’s',
    {
      destination: { ip: backend.ip, port: backend.port },
      ...(isItself ? { source: { ip: loopbackIPv4, port: sender.port } } : {}),
    },
    maps.services,
  );
  const lost = toBackendAndBack(walk, question, node, backend);
  if (lost !== null) return lost;
  walk.step(
    place,
    'tc at the pod’s device',
    'The node puts the Service’s address back as the source',
    { source: to, destination: sender },
    maps.reverseNat,
  );
  return null;
}
