import { admit } from './admission';
import type { ApiContext } from './api-context';
import { applyPatch } from './apply-patch';
import type { KubeObject } from './kube-object';
import { checkName, decodeObject } from './object-validation';
import { timestamp } from './object-store';
import type { RequestInfo } from './request-info';
import { apiVersionOf, resourceOfKind, type Resource } from './resource-table';
import { badRequest, conflict, invalid, notFound } from './status-error';

const isDryRun = (info: RequestInfo) => info.query.get('dryRun') === 'All';

/** A write to the object leaves `status` as it is; a write to `status` leaves the rest. */
function withinSubresource(resource: Resource, info: RequestInfo, wanted: KubeObject, current: KubeObject) {
  if (info.subresource === 'status') {
    const { resourceVersion } = wanted.metadata;
    return { ...current, metadata: { ...current.metadata, resourceVersion }, status: wanted.status };
  }
  if (!resource.status) return wanted;
  const { status: _ignored, ...rest } = wanted;
  return current.status === undefined ? rest : { ...rest, status: current.status };
}

/** POST. A pod is bound and a Service gets its addresses later or at once, as in a cluster. */
export function createObject(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  body: unknown,
): KubeObject {
  const object = decodeObject(resource, info, body);
  checkName(resource, object);
  if (object.metadata.resourceVersion)
    throw badRequest('resourceVersion should not be set on objects to be created');
  const { namespace } = object.metadata;
  if (resource.namespaced && !context.store.find(resourceOfKind('Namespace'), undefined, namespace ?? '')) {
    throw notFound(resourceOfKind('Namespace'), namespace ?? '');
  }
  const { status: _ignored, ...fresh } = object;
  return context.store.create(
    resource,
    admit(context.store, resource.status ? fresh : object),
    isDryRun(info),
  );
}

/** PUT. */
export function updateObject(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  body: unknown,
): KubeObject {
  const wanted = decodeObject(resource, info, body);
  const current = context.store.read(resource, info.namespace, info.name ?? '').object;
  if (!wanted.metadata.resourceVersion && (resource.custom || resource.kind === 'Lease')) {
    throw invalid(resource.kind, resource.group, info.name ?? '', {
      reason: 'FieldValueInvalid',
      field: 'metadata.resourceVersion',
      message: 'Invalid value: 0x0: must be specified for an update',
    });
  }
  return context.store.update(
    resource,
    admit(context.store, withinSubresource(resource, info, wanted, current), current),
    isDryRun(info),
  );
}

/** PATCH, of the three kinds. A resourceVersion in the patch (or tested by it) makes it conditional. */
export function patchObject(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  contentType: string,
  body: unknown,
): KubeObject {
  const current = context.store.read(resource, info.namespace, info.name ?? '').object;
  const patched = applyPatch(resource, current, contentType, body);
  const wanted = decodeObject(resource, info, { ...patched, apiVersion: apiVersionOf(resource) });
  return context.store.update(
    resource,
    admit(context.store, withinSubresource(resource, info, wanted, current), current),
    isDryRun(info),
  );
}

export type DeleteOptions = {
  gracePeriodSeconds?: number;
  preconditions?: { uid?: string; resourceVersion?: string };
};

function checkPreconditions(
  resource: Resource,
  object: KubeObject,
  { uid, resourceVersion }: { uid?: string; resourceVersion?: string },
): void {
  const name = object.metadata.name ?? '';
  if (uid && uid !== object.metadata.uid) {
    throw conflict(
      resource,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${object.metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== object.metadata.resourceVersion) {
    throw conflict(
      resource,
      name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${object.metadata.resourceVersion}`,
    );
  }
}

function graceOf(pod: KubeObject, options: DeleteOptions): number {
  const spec = pod.spec;
  const own =
    typeof spec === 'object' && spec !== null && 'terminationGracePeriodSeconds' in spec
      ? Number(spec.terminationGracePeriodSeconds)
      : 30;
  const bound = typeof spec === 'object' && spec !== null && 'nodeName' in spec && Boolean(spec.nodeName);
  return bound ? (options.gracePeriodSeconds ?? own) : 0;
}

/** DELETE. A pod on a node is marked, and goes when its containers have stopped; the rest goes at once. */
export function deleteObject(
  context: Pick<ApiContext, 'store' | 'clock'>,
  resource: Resource,
  namespace: string | undefined,
  name: string,
  options: DeleteOptions = {},
  dryRun = false,
): KubeObject {
  const { store, clock } = context;
  const current = store.read(resource, namespace, name).object;
  checkPreconditions(resource, current, options.preconditions ?? {});
  const graceSeconds = resource.kind === 'Pod' ? graceOf(current, options) : 0;
  if (graceSeconds <= 0) return dryRun ? current : store.remove(resource, namespace, name);
  const already = current.metadata.deletionGracePeriodSeconds;
  if (already !== undefined && already <= graceSeconds) return current;
  const metadata = {
    ...current.metadata,
    deletionTimestamp: timestamp(clock.nowMs() + graceSeconds * 1000),
    deletionGracePeriodSeconds: graceSeconds,
  };
  return store.update(resource, { ...current, metadata }, dryRun);
}
