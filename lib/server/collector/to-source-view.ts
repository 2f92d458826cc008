import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import type { Problem, SourceView } from '@/lib/snapshot/source-view';
import type { ClusterWatch, WatchedKind } from './cluster-watch';

/** Kinds whose loss costs names only, and what the page lacks then. */
const lost: Partial<Record<WatchedKind, string>> = {
  services: 'Services',
  endpointslices: 'EndpointSlices',
  pods: 'Pods',
  nodes: 'Nodes',
};

/** Gives what the page says of the cluster it looks at. */
export function toSourceView(
  { identity }: KubeConnection,
  watch: Pick<ClusterWatch, 'problems'>,
  rest: Pick<
    SourceView,
    'namespace' | 'kubernetesVersion' | 'readOnly' | 'sweepIntervalMs' | 'startedTimestamp'
  >,
): SourceView {
  return { ...identity, ...rest, problem: sourceProblem(watch) };
}

function sourceProblem({ problems }: Pick<ClusterWatch, 'problems'>): Problem | null {
  const agents = problems.get('agents');
  if (agents !== undefined) return toProblem(agents);
  const missing = [...problems].filter(([kind]) => kind in lost);
  const [first] = missing;
  if (first === undefined) return null;
  const forbidden = missing.filter(([, { code }]) => code === 'forbidden');
  if (forbidden.length < missing.length)
    return toProblem((missing.find(([, { code }]) => code !== 'forbidden') ?? first)[1]);
  const kinds = forbidden.map(([kind]) => lost[kind]).join(', ');
  return {
    code: 'forbidden',
    title: 'Some names are missing',
    detail: `We may not list ${kinds}; what agents say is shown without the names they would give.`,
    hint: 'Allow "list" and "watch" on them for this user.',
  };
}
