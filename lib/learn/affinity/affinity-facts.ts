import type { Facts } from '../simulator/facts';
import { readAffinityLink, type AffinityLink } from './affinity-state';
import { affinityWalk, type AffinityConnection } from './affinity-walk';

/**
 * What is so in the simulator of session affinity. What is counted is counted over the whole story, whatever step is
 * in sight.
 *
 * - `affinityOn`; `place`: `outside` or `inside`; `algorithm`: `random` or `maglev`, inside always `random`
 * - `clientIs`: what a client is told by: `address`, `cookie`, or `node` where the kernel has no cookies; with
 *   `inside` ways that mix, that of the pods
 * - `timeoutSeconds`; `backendGone`: `A` to `D` or `none`; `version`: `1.21`; `draw`: what chance plays by
 * - `connections`; `connectionsKept`: sent by an entry; `connectionsExpired`: by an entry too old;
 *   `connectionsMoved`: their entry's backend was going
 * - `backendChanges`: connections that got another backend than their client's before
 * - `backendsUsed`: how many backends got a connection at all
 * - `natClientsShareBackend`: outside, true where the two pods behind one address began at one backend
 * - `containersShareBackend`, `podsShareBackend`: inside, true where two containers of a pod, or two pods, did
 * - `nodesAgree`: outside, true where node 2 sent the phone where node 1 had
 * - `step`, `steps`: the one in sight, from 1, and how many there are
 */
export function affinityFacts(link: AffinityLink): Facts {
  const { parameters, step } = readAffinityLink(link).state;
  const { isOn, place, algorithm, insideWay, timeoutSeconds, gone, minor, seed } = parameters;
  const steps = affinityWalk(parameters);
  const connections = steps.filter((each) => each.kind === 'connection');
  const count = (holds: (connection: AffinityConnection) => boolean) => connections.filter(holds).length;
  const firstOf = (id: string) => connections.find(({ clientId }) => clientId === id)?.backend;
  const roamed = connections.find(({ node }) => node === 2);
  const insideIs = insideWay === 'no-cookie' ? 'node' : insideWay === 'packet' ? 'address' : 'cookie';
  const common = {
    affinityOn: isOn,
    place,
    algorithm: place === 'inside' ? 'random' : algorithm,
    clientIs: place === 'outside' ? 'address' : insideIs,
    timeoutSeconds,
    backendGone: gone ?? 'none',
    version: `1.${minor}`,
    draw: seed,
    connections: connections.length,
    connectionsKept: count(({ reason }) => reason === 'kept'),
    connectionsExpired: count(({ reason }) => reason === 'expired'),
    connectionsMoved: count(({ reason }) => reason === 'backend-gone'),
    backendChanges: count(({ previous, backend }) => previous !== null && previous !== backend),
    backendsUsed: new Set(connections.map(({ backend }) => backend)).size,
    step: Math.min(step, steps.length),
    steps: steps.length,
  };
  if (place === 'inside')
    return {
      ...common,
      containersShareBackend: firstOf('app') === firstOf('sidecar'),
      podsShareBackend: firstOf('app') === firstOf('job'),
    };
  return {
    ...common,
    natClientsShareBackend: firstOf('pod1') === firstOf('pod2'),
    nodesAgree: roamed !== undefined && roamed.previous === roamed.backend,
  };
}
