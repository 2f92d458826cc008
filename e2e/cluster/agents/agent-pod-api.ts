import {
  ApiException,
  CoreV1Api,
  CustomObjectsApi,
  PatchStrategy,
  setHeaderOptions,
  type KubeConfig,
} from '@kubernetes/client-node';
import type { KindTypes } from '@/lib/server/training/agent-contract';

type Pod = KindTypes['Pod'];

/** What the agent host writes to the API server about a pod. A pod that is gone meanwhile needs no word. */
export type AgentPodApi = {
  setStatus(pod: Pod, status: object): Promise<void>;
  create(plural: 'execs' | 'logs', pod: Pod, body: object): Promise<void>;
  remove(plural: 'execs' | 'logs', pod: Pod): Promise<void>;
};

const notFound = 404;
const conflict = 409;

async function unless(code: number, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ApiException && error.code === code)) throw error;
  }
}

export function createAgentPodApi(config: KubeConfig): AgentPodApi {
  const core = config.makeApiClient(CoreV1Api);
  const custom = config.makeApiClient(CustomObjectsApi);
  const mergePatch = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
  const place = ({ metadata }: Pod) => ({
    name: metadata.name ?? '',
    namespace: metadata.namespace ?? '',
  });
  const kwok = { group: 'kwok.x-k8s.io', version: 'v1alpha1' };
  return {
    // With the uid, so that a new pod of the same name is left alone.
    setStatus: (pod, status) =>
      unless(
        notFound,
        core.patchNamespacedPodStatus(
          { ...place(pod), body: { metadata: { uid: pod.metadata.uid }, status } },
          mergePatch,
        ),
      ),
    create: (plural, pod, body) =>
      unless(
        conflict,
        custom.createNamespacedCustomObject({ ...kwok, plural, namespace: place(pod).namespace, body }),
      ),
    remove: (plural, pod) =>
      unless(notFound, custom.deleteNamespacedCustomObject({ ...kwok, plural, ...place(pod) })),
  };
}
