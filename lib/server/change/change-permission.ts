import { z } from 'zod';
import { getJson } from '@/lib/server/kube/api-request';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { MissingPermission } from '@/lib/snapshot/rollout-view';
import { leaseName } from './lease-lock';

export type Need = {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  name: string | null;
};

/** What a rollout writes: the ConfigMap for all nodes, or a CiliumNodeConfig for chosen ones. */
export type RolloutWrites = {
  namespace: string;
  configMap: string;
  daemonSet: string;
  canary?: object | undefined;
  replaced?: readonly unknown[] | undefined;
  operator?: { name: string } | undefined;
};

/** Every verb that a rollout uses, on what. A name cannot be given for what does not exist yet. */
function needs({ configMap, daemonSet, canary, replaced = [], operator }: RolloutWrites): Need[] {
  const each = (verbs: string[], rest: Omit<Need, 'verb'>) => verbs.map((verb) => ({ verb, ...rest }));
  const written = canary === undefined ? ['get', 'patch'] : ['get'];
  const nodeConfigs = { group: 'cilium.io', resource: 'ciliumnodeconfigs', name: null };
  const writesNodeConfigs = canary !== undefined || replaced.length > 0;
  return [
    ...each(written, { group: '', resource: 'configmaps', name: configMap }),
    ...each(written, { group: 'apps', resource: 'daemonsets', name: daemonSet }),
    ...(writesNodeConfigs ? each(['create', 'get', 'delete'], nodeConfigs) : []),
    ...(operator === undefined
      ? []
      : [
          ...each(['get', 'patch'], { group: 'apps', resource: 'deployments', name: operator.name }),
          ...each(['list'], { group: '', resource: 'pods', name: null }),
        ]),
    ...each(['get', 'delete'], { group: '', resource: 'pods', name: null }),
    ...each(['get'], { group: '', resource: 'pods', subresource: 'log', name: null }),
    ...each(['create'], { group: 'coordination.k8s.io', resource: 'leases', name: null }),
    ...each(['get', 'patch'], { group: 'coordination.k8s.io', resource: 'leases', name: leaseName }),
  ];
}

const reviewSchema = z.object({ status: z.object({ allowed: z.boolean() }) });

/**
 * Asks the API server, by a SelfSubjectAccessReview for each verb, which of those that a rollout uses our user has not.
 * Throws a `KubeError` where it cannot be asked.
 */
export async function missingPermissions(
  connection: KubeConnection,
  writes: RolloutWrites,
  signal: AbortSignal,
): Promise<MissingPermission[]> {
  return missingOf(connection, writes.namespace, needs(writes), signal);
}

/** The same for any verbs in a namespace. */
export async function missingOf(
  connection: KubeConnection,
  namespace: string,
  needed: readonly Need[],
  signal: AbortSignal,
): Promise<MissingPermission[]> {
  const answers = await Promise.all(
    needed.map(async (need) => {
      const { name, ...attributes } = need;
      const resourceAttributes = { ...attributes, namespace, ...(name !== null && { name }) };
      const body = {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes },
      };
      const answer = await getJson(connection, {
        path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
        what: 'ask what we may do',
        idleTimeoutMs: 10_000,
        signal,
        write: { method: 'POST', body },
      });
      return { need, allowed: reviewSchema.parse(answer).status.allowed };
    }),
  );
  return answers.flatMap(({ need: { verb, group, resource, subresource, name }, allowed }) => {
    if (allowed) return [];
    const full = `${resource}${group === '' ? '' : `.${group}`}${subresource ? `/${subresource}` : ''}`;
    return [{ verb, resource: full, namespace, name }];
  });
}

const selfSchema = z.object({ status: z.object({ userInfo: z.object({ username: z.string() }) }) });

/**
 * Our user as the API server knows them, by a SelfSubjectReview (v1 from Kubernetes 1.28, v1beta1 in 1.27); the name
 * the kubeconfig has for them where the server answers none.
 */
export async function whoAmI(connection: KubeConnection, signal: AbortSignal): Promise<string> {
  for (const version of ['v1', 'v1beta1']) {
    const apiVersion = `authentication.k8s.io/${version}`;
    const answer = await getJson(connection, {
      path: `/apis/${apiVersion}/selfsubjectreviews`,
      what: 'ask who we are',
      idleTimeoutMs: 10_000,
      signal,
      write: { method: 'POST', body: { apiVersion, kind: 'SelfSubjectReview' } },
    }).catch(() => null);
    const parsed = selfSchema.safeParse(answer);
    if (parsed.success) return parsed.data.status.userInfo.username;
  }
  return connection.identity.user ?? 'unknown';
}
