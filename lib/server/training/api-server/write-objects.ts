import { admit } from './admission';
import type { ApiContext } from './api-context';
import { applyPatch } from './apply-patch';
import { decodeObject, decodePatched } from './decode-object';
import { isDryRunQuery } from './dry-run';
import type { KubeObject } from './kube-object';
import type { RequestInfo } from './request-info';
import { apiVersionOf, resourceOfKind, type Resource } from './resource-table';
import { invalid, notFound, serverError } from './status-error';
import { checkObject } from './validation/check-object';

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

/** What a writer leaves out of the server's own metadata is as it was. */
function withOwnMetadata(wanted: KubeObject, current: KubeObject): KubeObject {
  const { deletionTimestamp, deletionGracePeriodSeconds } = current.metadata;
  return {
    ...wanted,
    metadata: {
      // A deletion under way cannot be taken back by a writer that does not mention it.
      ...(deletionTimestamp !== undefined && { deletionTimestamp, deletionGracePeriodSeconds }),
      ...wanted.metadata,
    },
  };
}

/** Completes, checks and stores the new version of an object. */
function replace(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  wanted: KubeObject,
  current: KubeObject,
): KubeObject {
  const within = withinSubresource(resource, info, withOwnMetadata(wanted, current), current);
  const complete = info.subresource === 'status' ? within : admit(context.store, within, current);
  const { store } = context;
  // Who read an older version hears of that first: what is wrong may be wrong with the newer one only.
  store.checkVersion(resource, complete, current);
  checkObject(resource, complete, current);
  return store.update(resource, complete, isDryRunQuery(info));
}

/** POST. A pod is bound and a Service gets its addresses later or at once, as in a cluster. */
export function createObject(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  body: unknown,
): KubeObject {
  const dryRun = isDryRunQuery(info);
  const object = decodeObject(resource, info, body);
  const { namespace, resourceVersion } = object.metadata;
  if (resource.namespaced && !context.store.find(resourceOfKind('Namespace'), undefined, namespace ?? '')) {
    throw notFound(resourceOfKind('Namespace'), namespace ?? '');
  }
  const { status: _ignored, ...fresh } = object;
  const complete = admit(context.store, resource.status ? fresh : object);
  checkObject(resource, complete);
  if (resourceVersion) throw serverError('resourceVersion should not be set on objects to be created');
  return context.store.create(resource, complete, dryRun);
}

/** PUT. A Lease that is not there is created, as Kubernetes allows for this kind. */
export function updateObject(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  body: unknown,
): { object: KubeObject; created: boolean } {
  const wanted = decodeObject(resource, info, body);
  const found = context.store.find(resource, info.namespace, info.name ?? '');
  const isLease = resource.kind === 'Lease';
  if (!found && isLease) {
    const { resourceVersion: _ignored, ...metadata } = wanted.metadata;
    return { object: createObject(context, resource, info, { ...wanted, metadata }), created: true };
  }
  if (!found) throw notFound(resource, info.name ?? '');
  if (!wanted.metadata.resourceVersion && (resource.custom || isLease)) {
    throw invalid(resource.plural, resource.group, info.name ?? '', {
      reason: 'FieldValueInvalid',
      message: 'Invalid value: 0: must be specified for an update',
      field: 'metadata.resourceVersion',
    });
  }
  context.store.checkUid(resource, wanted, found.object);
  return { object: replace(context, resource, info, wanted, found.object), created: false };
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
  // It is patched in the version that was asked for, whatever version it is kept in.
  const shown = { ...current, apiVersion: apiVersionOf(resource) };
  const wanted = decodePatched(resource, info, applyPatch(resource, shown, contentType, body));
  return replace(context, resource, info, wanted, current);
}
