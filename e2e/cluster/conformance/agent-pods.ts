import type { Server } from './server-under-test';

/** The names of the agents' pods, one a node. */
export async function agentPods(server: Server): Promise<string[]> {
  const path = '/api/v1/namespaces/kube-system/pods?labelSelector=k8s-app%3Dcilium';
  const { body } = await server().api('admin').get(path);
  return (body.items ?? []).map(({ metadata }) => metadata?.name ?? '');
}
