import { AppsV1Api, CoreV1Api, type KubeConfig } from '@kubernetes/client-node';

const timeoutMs = 120_000;
const askAgainMs = 100;

async function waitUntilNone(
  what: string,
  missing: () => Promise<string[]>,
  explain: () => Promise<string> = async () => '',
): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const names = await missing();
    if (names.length === 0) return;
    if (performance.now() > deadlineMs) {
      const why = await explain();
      throw new Error(`${what} not ready after ${timeoutMs / 1000} s: ${names.join(', ')}\n${why}`);
    }
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

const nameOf = ({ metadata }: { metadata?: { name?: string } }): string => metadata?.name ?? '';

/** Resolves when pods can be placed on every node. */
export function nodesAreReady(config: KubeConfig): Promise<void> {
  const core = config.makeApiClient(CoreV1Api);
  return waitUntilNone('nodes', async () =>
    // A node is tainted until the controllers have seen that it is ready.
    (await core.listNode()).items.filter(({ spec }) => (spec?.taints ?? []).length > 0).map(nameOf),
  );
}

/** Resolves when every Deployment and DaemonSet has all its pods ready. */
export function workloadsAreReady(config: KubeConfig): Promise<void> {
  const apps = config.makeApiClient(AppsV1Api);
  const missing = async () => {
    const daemonSets = (await apps.listDaemonSetForAllNamespaces()).items.filter(
      ({ status }) => !status?.desiredNumberScheduled || status.numberReady < status.desiredNumberScheduled,
    );
    const deployments = (await apps.listDeploymentForAllNamespaces()).items.filter(
      ({ spec, status }) => (status?.readyReplicas ?? 0) < (spec?.replicas ?? 1),
    );
    return [...daemonSets, ...deployments].map(nameOf);
  };
  return waitUntilNone('workloads', missing, () => podsThatWait(config.makeApiClient(CoreV1Api)));
}

/** How far each pod is that is not ready: who made none says so by its absence. */
async function podsThatWait(core: CoreV1Api): Promise<string> {
  const { items } = await core.listPodForAllNamespaces();
  const waiting = items.filter(
    ({ status }) => !status?.conditions?.some(({ type, status: is }) => type === 'Ready' && is === 'True'),
  );
  return waiting
    .map(({ metadata, spec, status }) => {
      const on = spec?.nodeName === undefined ? 'on no node' : `on ${spec.nodeName}`;
      return `pod ${metadata?.namespace}/${metadata?.name} ${on}: ${status?.phase}, ${status?.podIP ?? 'no address'}`;
    })
    .join('\n');
}
