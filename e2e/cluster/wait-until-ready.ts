import { AppsV1Api, CoreV1Api, type KubeConfig } from '@kubernetes/client-node';

const timeoutMs = 60_000;
const askAgainMs = 100;

async function waitUntilNone(what: string, missing: () => Promise<string[]>): Promise<void> {
  const deadlineMs = performance.now() + timeoutMs;
  for (;;) {
    const names = await missing();
    if (names.length === 0) return;
    if (performance.now() > deadlineMs) {
      throw new Error(`${what} not ready after ${timeoutMs / 1000} s: ${names.join(', ')}`);
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
  return waitUntilNone('workloads', async () => {
    const daemonSets = (await apps.listDaemonSetForAllNamespaces()).items.filter(
      ({ status }) => !status?.desiredNumberScheduled || status.numberReady < status.desiredNumberScheduled,
    );
    const deployments = (await apps.listDeploymentForAllNamespaces()).items.filter(
      ({ spec, status }) => (status?.readyReplicas ?? 0) < (spec?.replicas ?? 1),
    );
    return [...daemonSets, ...deployments].map(nameOf);
  });
}
