import type { KindTypes, KubeObject, Scenario } from '../agent-contract';
import { ManualClock } from '../api-server/clock';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';

const started: TrainingCluster[] = [];

/** Stops what a test started. */
export async function stopControllers(): Promise<void> {
  for (const cluster of started.splice(0)) await cluster.stop();
}

/** A small cluster whose controllers move with a clock that is set by hand. */
export async function startControllers(
  options: { nodes?: number; seed?: number; objects?: KubeObject[]; scenario?: Scenario } = {},
): Promise<{ running: TrainingCluster; clock: ManualClock }> {
  const { nodes = 3, seed = 1, objects = [], scenario = smallScenario } = options;
  const clock = new ManualClock();
  const running = await startScenario(
    { ...scenario, objects: (size, given) => [...scenario.objects(size, given), ...objects] },
    { host: '127.0.0.1', port: 0, tls: false, size: { nodes, services: 0 }, seed, clock },
  );
  started.push(running);
  return { running, clock };
}

/** A pod as the API keeps it. */
export type Pod = KindTypes['Pod'];

/** The pods with a label. */
export const podsOf = ({ api }: TrainingCluster, label: string, value: string): Pod[] =>
  api.list('Pod').filter(({ metadata }) => metadata.labels?.[label] === value);
/** The pods of agents. */
export const agentsOf = (running: TrainingCluster) => podsOf(running, 'k8s-app', 'cilium');
/** The name of an object. */
export const nameOf = ({ metadata }: KubeObject) => metadata.name ?? '';
/** Whether a pod is ready. */
export const isReady = ({ status }: Pod) =>
  status?.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True');
/** Whether a pod is being deleted. */
export const leaving = ({ metadata }: Pod) => metadata.deletionTimestamp !== undefined;
/** The EndpointSlices of a Service. */
export const slicesOf = ({ api }: TrainingCluster, service: string) =>
  api
    .list('EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service);
/** The DaemonSet of the agents. */
export const daemonSet = ({ api }: TrainingCluster) => api.get('DaemonSet', 'cilium', 'kube-system');

/** Restarts a workload as `kubectl rollout restart` does. */
export const patchTemplate = (
  { api }: TrainingCluster,
  kind: 'DaemonSet' | 'Deployment',
  name: string,
  namespace: string,
  at: string,
) =>
  api.patch(kind, name, namespace, {
    spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': at } } } },
  });
