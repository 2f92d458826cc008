import type { DeskCluster } from './change-desk.fixture';
import type { Rollouts } from './rollouts';

type Watched = { at: DeskCluster; desk: Rollouts };

/**
 * Holds the clock of a cluster while an agent is not ready that its rollout has not seen restart: however busy the
 * machine is, no agent is back before somebody looked. Give `isHeld` to the cluster, then `watch` its desk.
 */
export function seenRestarts(): { isHeld: () => boolean; watch: (watched: Watched) => void } {
  let watched: Watched | null = null;
  return {
    isHeld: () => watched !== null && isOneUnseen(watched),
    watch: (given) => (watched = given),
  };
}

function isOneUnseen({ at, desk }: Watched): boolean {
  const [latest] = desk.list().items;
  const view = latest === undefined ? null : desk.get(latest.id);
  if (view === null || view.phase !== 'restarting') return false;
  const unseen = new Set(
    view.nodes.flatMap(({ node, history }) =>
      history.some(({ state }) => state === 'restarting') ? [] : [node],
    ),
  );
  return at.cluster.api
    .list('Pod')
    .some(
      ({ metadata, spec, status }) =>
        metadata.labels?.['k8s-app'] === 'cilium' &&
        unseen.has(spec?.nodeName ?? '') &&
        !status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
    );
}
