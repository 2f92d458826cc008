import type { ApiContext } from './api-context';
import { applyPatch } from './apply-patch';
import type { KindTypes, KubeObject } from './kube-object';
import type { RequestInfo } from './request-info';
import type { Resource } from './resource-table';
import { badRequest } from './status-error';

type Scalable = KindTypes['Deployment'];

const scaleResource: Resource = {
  group: 'autoscaling',
  version: 'v1',
  plural: 'scales',
  singular: 'scale',
  kind: 'Scale',
  shortNames: [],
  namespaced: true,
  custom: false,
  status: true,
  generation: false,
  subresources: [],
};

function scaleOf({ metadata, spec, status }: Scalable): KubeObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const labels = Object.entries(spec?.selector.matchLabels ?? {});
  return {
    apiVersion: 'autoscaling/v1',
    kind: 'Scale',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: spec?.replicas ?? 1 },
    status: {
      replicas: status?.replicas ?? 0,
      selector: labels.map(([key, value]) => `${key}=${value}`).join(','),
    },
  };
}

function replicasOf(scale: unknown): number {
  const spec = typeof scale === 'object' && scale !== null && 'spec' in scale ? scale.spec : undefined;
  const replicas =
    typeof spec === 'object' && spec !== null && 'replicas' in spec ? spec.replicas : undefined;
  if (typeof replicas === 'number' && Number.isInteger(replicas) && replicas >= 0) return replicas;
  throw badRequest('spec.replicas: Invalid value: must be greater than or equal to 0');
}

/** GET, PUT and PATCH of `deployments/scale`; gives the Scale as JSON text. */
export function scaleRequest(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  contentType: string,
  body: unknown,
): string {
  const { store } = context;
  // Only Deployments have this subresource here.
  const current = store.read(resource, info.namespace, info.name ?? '').object as Scalable;
  if (info.verb === 'get') return JSON.stringify(scaleOf(current));
  const wanted =
    info.verb === 'patch' ? applyPatch(scaleResource, scaleOf(current), contentType, body) : body;
  const spec = { ...current.spec, replicas: replicasOf(wanted) };
  const dryRun = info.query.get('dryRun') === 'All';
  return JSON.stringify(scaleOf(store.update(resource, { ...current, spec }, dryRun) as Scalable));
}
