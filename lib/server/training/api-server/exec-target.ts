import type { ApiContext } from './api-context';
import type { KindTypes } from './kube-object';
import { resourceOfKind } from './resource-table';
import { badRequest } from './status-error';

type Pod = KindTypes['Pod'];

/** A pod and the container that an exec or log request means; throws 400 or 404 as the API server does. */
export function containerTarget(
  context: ApiContext,
  namespace: string,
  podName: string,
  container: string | null,
): { pod: Pod; container: string } {
  // The collection of pods holds pods only.
  const pod = context.store.read(resourceOfKind('Pod'), namespace, podName).object as Pod;
  const containers = (pod.spec?.containers ?? []).map(({ name }) => name);
  const initContainers = (pod.spec?.initContainers ?? []).map(({ name }) => name);
  if (container) {
    if (containers.includes(container) || initContainers.includes(container)) return { pod, container };
    throw badRequest(`container ${container} is not valid for pod ${podName}`);
  }
  const annotated = pod.metadata.annotations?.['kubectl.kubernetes.io/default-container'];
  const only = containers.length === 1 ? containers[0] : undefined;
  const chosen = only ?? containers.find((name) => name === annotated);
  if (chosen !== undefined && only !== undefined) return { pod, container: chosen };
  const others =
    initContainers.length > 0 ? ` or one of the init containers: [${initContainers.join(' ')}]` : '';
  throw badRequest(
    `a container name must be specified for pod ${podName}, choose one of: [${containers.join(' ')}]${others}`,
  );
}
