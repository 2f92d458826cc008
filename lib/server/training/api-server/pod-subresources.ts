import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiContext } from './api-context';
import { deleteRequest } from './delete-request';
import { isDryRun, isDryRunQuery } from './dry-run';
import { containerTarget } from './exec-target';
import type { KindTypes } from './kube-object';
import { timestamp } from './object-store';
import { sendPodLog } from './pod-log';
import type { RequestInfo } from './request-info';
import type { Resource } from './resource-table';
import { readJson, sendJson } from './respond';
import { badRequest, methodNotAllowed, noSuchResource } from './status-error';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Why the pod goes, for whoever looks at it while it stops. */
function markEvicted({ store, clock }: ApiContext, resource: Resource, info: RequestInfo): void {
  const entry = store.find(resource, info.namespace, info.name ?? '');
  if (!entry) return;
  // The collection of pods holds pods only.
  const pod = entry.object as KindTypes['Pod'];
  const condition = {
    type: 'DisruptionTarget',
    status: 'True',
    lastTransitionTime: timestamp(clock.nowMs()),
    reason: 'EvictionByEvictionAPI',
    message: 'Eviction API: evicting',
  };
  const conditions = (pod.status?.conditions ?? []).filter(({ type }) => type !== condition.type);
  store.update(resource, { ...pod, status: { ...pod.status, conditions: [...conditions, condition] } });
}

/** POST of `pods/eviction`: a delete that says why. Budgets (PodDisruptionBudget) are not counted here. */
function evict(context: ApiContext, resource: Resource, info: RequestInfo, body: unknown): void {
  const { metadata, deleteOptions } = isObject(body) ? body : {};
  context.store.read(resource, info.namespace, info.name ?? '');
  if (!isObject(metadata) || metadata.name !== info.name) {
    throw badRequest('name in URL does not match name in Eviction object');
  }
  const given = isObject(deleteOptions) ? deleteOptions : {};
  const dryRun = isDryRunQuery(info) || isDryRun('delete', given.dryRun);
  const options = { ...given, ...(dryRun && { dryRun: ['All'] }) };
  deleteRequest(context, resource, { ...info, verb: 'delete' }, options);
  if (!dryRun) markEvicted(context, resource, info);
}

/** Answers `log`, `exec` without an upgrade, and `eviction` of a pod. */
export async function answerPodSubresource(
  context: ApiContext,
  resource: Resource,
  info: RequestInfo,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { subresource, namespace = '', name = '', query } = info;
  switch (subresource) {
    case 'log':
      return sendPodLog(context, info, response);
    case 'exec': {
      const { pod } = containerTarget(context, namespace, name, query.get('container'));
      throw badRequest(
        pod.spec?.nodeName ? 'Upgrade request required' : `pod ${name} does not have a host assigned`,
      );
    }
    case 'eviction': {
      if (request.method !== 'POST') throw methodNotAllowed();
      evict(context, resource, info, await readJson(request));
      const answer = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
      return sendJson(response, 201, JSON.stringify(answer));
    }
    default:
      throw noSuchResource();
  }
}
