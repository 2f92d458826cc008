import type { z } from 'zod';
import { getJson } from './api-request';
import { ApiStatusError } from './api-status-error';
import type { KubeConnection } from './kube-connection';

/** Where one object stands in the API: `/api/v1/namespaces/kube-system/configmaps/cilium-config`. */
export type ObjectPath = { path: string; what: string };

export type JsonPatchOperation =
  { op: 'test' | 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string };

export function configMapPath(namespace: string, name: string): ObjectPath {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/configmaps/${encodeURIComponent(name)}`;
  return { path, what: `ConfigMap ${namespace}/${name}` };
}

export function daemonSetPath(namespace: string, name: string): ObjectPath {
  const path = `/apis/apps/v1/namespaces/${encodeURIComponent(namespace)}/daemonsets/${encodeURIComponent(name)}`;
  return { path, what: `DaemonSet ${namespace}/${name}` };
}

export function deploymentPath(namespace: string, name: string): ObjectPath {
  const path = `/apis/apps/v1/namespaces/${encodeURIComponent(namespace)}/deployments/${encodeURIComponent(name)}`;
  return { path, what: `Deployment ${namespace}/${name}` };
}

export function podPath(namespace: string, name: string): ObjectPath {
  const path = `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods/${encodeURIComponent(name)}`;
  return { path, what: `pod ${namespace}/${name}` };
}

/** The pods of a namespace that a selector of labels finds. */
export function podsPath(namespace: string, labelSelector: string): ObjectPath {
  const query = `labelSelector=${encodeURIComponent(labelSelector)}`;
  return {
    path: `/api/v1/namespaces/${encodeURIComponent(namespace)}/pods?${query}`,
    what: `pods of ${namespace}`,
  };
}

/** A key as a part of a JSON pointer (RFC 6901). */
export function pointerPart(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** True for an answer of the API server with this status. */
export function isStatus(error: unknown, ...httpStatus: number[]): boolean {
  return error instanceof ApiStatusError && httpStatus.includes(error.httpStatus);
}

/** Reads one object in the form of a schema. Throws a `KubeError`, or a ZodError for another form. */
export async function readObject<Schema extends z.ZodType>(
  connection: KubeConnection,
  { path, what }: ObjectPath,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.infer<Schema>> {
  return schema.parse(
    await getJson(connection, { path, what: `read the ${what}`, signal, idleTimeoutMs: 15_000 }),
  );
}

/** Merges a patch (RFC 7396) into one object; a resourceVersion in its metadata makes it refuse (409) another version. */
export async function mergeObject(
  connection: KubeConnection,
  { path, what }: ObjectPath,
  body: object,
  { dryRun = false, signal }: { dryRun?: boolean; signal: AbortSignal },
): Promise<void> {
  await getJson(connection, {
    path: `${path}?fieldManager=kpr-explorer${dryRun ? '&dryRun=All' : ''}`,
    what: `patch the ${what}`,
    idleTimeoutMs: 15_000,
    signal,
    write: { method: 'PATCH', body, type: 'application/merge-patch+json' },
  });
}

/** Applies a JSON patch (RFC 6902) to one object; with `dryRun` the server checks it and keeps nothing. Throws a `KubeError`. */
export async function patchObject(
  connection: KubeConnection,
  { path, what }: ObjectPath,
  operations: readonly JsonPatchOperation[],
  { dryRun = false, signal }: { dryRun?: boolean; signal: AbortSignal },
): Promise<void> {
  await getJson(connection, {
    path: `${path}?fieldManager=kpr-explorer${dryRun ? '&dryRun=All' : ''}`,
    what: `patch the ${what}`,
    idleTimeoutMs: 15_000,
    signal,
    write: { method: 'PATCH', body: operations, type: 'application/json-patch+json' },
  });
}

/** Deletes the object that has this uid, and never one of the same name that came after it. Throws a `KubeError`. */
export async function deleteObject(
  connection: KubeConnection,
  { path, what }: ObjectPath,
  uid: string,
  signal: AbortSignal,
): Promise<void> {
  const body = { apiVersion: 'v1', kind: 'DeleteOptions', preconditions: { uid } };
  await getJson(connection, {
    path,
    what: `delete the ${what}`,
    idleTimeoutMs: 15_000,
    signal,
    write: { method: 'DELETE', body },
  });
}
