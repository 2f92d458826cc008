import { CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import type { KubernetesMinor } from '../programs/program-list';
import { createAuthority, type Authority } from './authority';
import type { ProgramDiedError } from './program-died-error';
import { createProgramGroup, type ProgramGroup } from './program-group';
import { startApiServer } from './start-api-server';
import { startControllers } from './start-controllers';
import { startEtcd } from './start-etcd';
import { userKubeconfig } from './user-kubeconfig';

/** The real programs of a Kubernetes control plane, on loopback. It has no node: nothing runs a pod yet. */
export type ControlPlane = {
  kubernetes: KubernetesMinor;
  /** e.g. `https://127.0.0.1:40123` */
  url: string;
  /** A kubeconfig, as JSON text, for a member of `system:masters`. */
  kubeconfig: string;
  /** The same for anybody else: a client certificate that names the user and the groups. RBAC says what they may do. */
  kubeconfigFor(user: string, groups?: readonly string[]): string;
  /** A kubeconfig with the token of a ServiceAccount, which must exist; valid for an hour. */
  kubeconfigForServiceAccount(account: { namespace: string; name: string }): Promise<string>;
  /** A token of a ServiceAccount, which must exist; valid for an hour. */
  tokenFor(account: { namespace: string; name: string }): Promise<string>;
  /** Where etcd answers its clients, for a test that needs the history forgotten. */
  etcdUrl: string;
  /** One JSON event a line (audit.k8s.io/v1), written before the request is answered. */
  auditLogPath: string;
  authority: Authority;
  /** Where further programs of the cluster are started: they end with it. */
  group: ProgramGroup;
  /** Ends the programs and removes their folder. May be called twice. */
  stop(): Promise<void>;
};

const tokenSeconds = 3600;
const askAgainMs = 50;
const serviceAccountTimeoutMs = 60_000;

/** Pods of a namespace are refused until the controllers have made its ServiceAccount. */
async function waitForServiceAccount(api: CoreV1Api): Promise<void> {
  const deadlineMs = performance.now() + serviceAccountTimeoutMs;
  while (performance.now() < deadlineMs) {
    const { items } = await api.listNamespacedServiceAccount({ namespace: 'default' });
    if (items.some(({ metadata }) => metadata?.name === 'default')) return;
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
  throw new Error(
    `kube-controller-manager made no ServiceAccount "default" within ${serviceAccountTimeoutMs / 1000} s, so no pod can be made.`,
  );
}

function sayOnStderr(error: ProgramDiedError): void {
  process.stderr.write(`${error.message}\n`);
}

/**
 * Starts etcd, kube-apiserver (TLS, RBAC, service accounts, audit log, admission policies), kube-controller-manager and
 * kube-scheduler, and waits until each is ready and a pod could be made. Rejects with `ProgramMissingError` where a
 * program is not built and with `ProgramDiedError` where one ends; then nothing is left running.
 * `onDeath` hears of a program that ends later by itself; by default it is said on stderr.
 */
export async function startControlPlane(options: {
  kubernetes: KubernetesMinor;
  onDeath?: (error: ProgramDiedError) => void;
}): Promise<ControlPlane> {
  const { kubernetes, onDeath = sayOnStderr } = options;
  const group = createProgramGroup(onDeath);
  const authority = createAuthority();
  try {
    const etcdUrl = await startEtcd(group);
    const apiServer = await startApiServer({ group, kubernetes, authority, etcdUrl });
    await startControllers({ group, kubernetes, authority, apiServer });
    const { url, auditLogPath } = apiServer;
    const kubeconfigWith = (
      userName: string,
      credential: { cert: string; key: string } | { token: string },
    ) => userKubeconfig({ url, authority: authority.own.cert, userName, credential });
    const kubeconfigFor = (user: string, groups: readonly string[] = []) =>
      kubeconfigWith(user, authority.client({ commonName: user, organizations: groups }));
    const kubeconfig = kubeconfigFor('kubernetes-admin', ['system:masters']);
    const config = new KubeConfig();
    config.loadFromString(kubeconfig);
    const api = config.makeApiClient(CoreV1Api);
    await waitForServiceAccount(api);

    async function tokenFor({ namespace, name }: { namespace: string; name: string }): Promise<string> {
      const body = { spec: { audiences: [], expirationSeconds: tokenSeconds } };
      const { status } = await api.createNamespacedServiceAccountToken({ namespace, name, body });
      return status?.token ?? '';
    }
    return {
      kubernetes,
      url,
      kubeconfig,
      kubeconfigFor,
      tokenFor,
      kubeconfigForServiceAccount: async (account) =>
        kubeconfigWith(account.name, { token: await tokenFor(account) }),
      etcdUrl,
      auditLogPath,
      authority,
      group,
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw error;
  }
}
