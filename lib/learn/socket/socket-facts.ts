import type { Facts } from '../simulator/facts';
import { socketRun, type SocketRun } from './socket-run';
import { readSocketLink, type SocketLink } from './socket-state';
import { socketWork } from './socket-work';

/**
 * Facts of the socket load balancer's simulator, for lessons:
 * - `coverage`: full, host-only, off
 * - `caller`: pod, sidecar, kata, host, outside
 * - `protocol`: TCP, UDP (a sidecar's is TCP always)
 * - `callStyle`: tcp, udp-connected, udp-unconnected
 * - `packets`: how many are sent; as many come back
 * - `hook`: who translates: connect, sendmsg, pod-device, node-device, kube-proxy, none
 * - `isTranslatedAtSocket`: in the system call, before there is a packet
 * - `isTranslatedPerPacket`: packets are rewritten, each of them
 * - `translations`: how often in all for these packets and their answers; 0 where Cilium does not
 * - `packetsRewritten`: packets among them
 * - `conntrackEntries`: entries that remember the Service: 0 or 1
 * - `packetDestination`: what the packet carries as it leaves the caller: service, backend
 * - `getpeername`: service (the Service's address), none (no peer, or no connection)
 * - `getpeernameBy`: who says so: hook, kernel, nobody
 * - `sidecarSeesService`: a sidecar sees the Service's address; false where there is none
 * - `isAnswered`: Cilium brings the answer home
 * - `step`: the step in sight, from 1
 * - `questionsAnswered`: how many predictions were made or shown
 */
export function socketFacts(link: SocketLink): Facts {
  const { state } = readSocketLink(link);
  const { coverage, caller, packets } = state.parameters;
  const run = socketRun(state.parameters);
  const work = socketWork(run);
  const isAtSocket = run.place === 'socket';
  const hasPeer = run.outcome === 'answered' && run.style !== 'udp-unconnected';
  return {
    coverage,
    caller,
    protocol: run.style === 'tcp' ? 'TCP' : 'UDP',
    callStyle: run.style,
    packets,
    hook: hookOf(run),
    isTranslatedAtSocket: isAtSocket,
    isTranslatedPerPacket: (work?.packetsRewritten ?? 0) > 0,
    translations: work?.translations ?? 0,
    packetsRewritten: work?.packetsRewritten ?? 0,
    conntrackEntries: work?.conntrackEntries ?? 0,
    packetDestination: isAtSocket ? 'backend' : 'service',
    getpeername: hasPeer ? 'service' : 'none',
    getpeernameBy: !hasPeer ? 'nobody' : isAtSocket ? 'hook' : 'kernel',
    sidecarSeesService: caller === 'sidecar' && !isAtSocket,
    isAnswered: run.outcome === 'answered',
    step: state.step,
    questionsAnswered: state.predicted.size,
  };
}

function hookOf({ place, style }: SocketRun): string {
  if (place === 'socket') return style === 'udp-unconnected' ? 'sendmsg' : 'connect';
  return place === 'nobody' ? 'none' : place;
}
