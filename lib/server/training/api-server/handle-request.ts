import type { IncomingMessage, ServerResponse } from 'node:http';
import { review, reviewResources } from './access-reviews';
import type { ApiContext } from './api-context';
import { authorize } from './authorization';
import { discover, groupNames } from './discovery';
import type { Identity } from './identity';
import { listObjects } from './list-objects';
import type { KubeObject } from './kube-object';
import { listOptions } from './list-options';
import { answerPodSubresource } from './pod-subresources';
import { parseRequest, type RequestInfo } from './request-info';
import type { Resource } from './resource-table';
import { deleteRequest } from './delete-request';
import { contentTypeOf, readJson, sendError, sendJson } from './respond';
import { scaleRequest } from './scale-subresource';
import { methodNotAllowed, noSuchResource, tooLargeRevision } from './status-error';
import { StoredEntry } from './stored-entry';
import { tableWriter, wantsTable } from './table/table-response';
import { watchObjects } from './watch-objects';
import { createObject, patchObject, updateObject } from './write-objects';

const jsonOf = (resource: Resource, object: KubeObject) => new StoredEntry(object, 0).json(resource);

function answerNoPath(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end('404 page not found\n');
}

function answerPath(context: ApiContext, info: RequestInfo, response: ServerResponse): void {
  const found = discover(context, info.path);
  if (found === undefined) answerNoPath(response);
  else if (typeof found === 'string') {
    response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(found);
  } else sendJson(response, 200, JSON.stringify(found));
}

/** Clients show these to their users; the code is always 299. */
function sendWarnings({ warnings }: RequestInfo, response: ServerResponse): void {
  if (warnings.length === 0) return;
  response.setHeader(
    'Warning',
    warnings.map((text) => `299 - "${text.replace(/["\\]/g, '\\$&')}"`),
  );
}

async function answerResource(
  context: ApiContext,
  identity: Identity,
  info: RequestInfo,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (reviewResources.some(({ group, plural }) => group === info.group && plural === info.plural)) {
    if (info.verb !== 'create') throw methodNotAllowed();
    sendJson(response, 201, JSON.stringify(review(context, identity, info, await readJson(request))));
    return;
  }
  const resource = context.resources.find(
    ({ group, version, plural }) =>
      group === info.group && version === info.version && plural === info.plural,
  );
  if (!resource) {
    // A group that nobody serves is a path that leads nowhere.
    if (info.group === '' || groupNames(context).has(info.group)) throw noSuchResource();
    return answerNoPath(response);
  }
  if (info.subresource && !resource.subresources.includes(info.subresource)) throw noSuchResource();
  if (info.subresource === 'scale') {
    const body = info.verb === 'get' ? undefined : await readJson(request);
    const scale = scaleRequest(context, resource, info, contentTypeOf(request), body);
    return sendJson(response, 200, scale);
  }
  if (info.subresource && info.subresource !== 'status') {
    return answerPodSubresource(context, resource, info, request, response);
  }
  const writer = wantsTable(request) ? tableWriter(context, resource, info) : undefined;
  switch (info.verb) {
    case 'list':
      return sendJson(response, 200, listObjects(context, resource, info, writer));
    case 'watch':
      return watchObjects(context, resource, info, response, writer);
    case 'get': {
      const { resourceVersion: atLeast = 0 } = listOptions(info);
      if (atLeast > context.store.revision) throw tooLargeRevision(atLeast, context.store.revision);
      const entry = context.store.read(resource, info.namespace, info.name ?? '');
      const { resourceVersion } = entry.object.metadata;
      return sendJson(response, 200, writer?.table([entry], { resourceVersion }) ?? entry.json(resource));
    }
    case 'create': {
      if (info.name !== undefined || (resource.namespaced && !info.namespace)) throw methodNotAllowed();
      const created = createObject(context, resource, info, await readJson(request));
      sendWarnings(info, response);
      return sendJson(response, 201, jsonOf(resource, created));
    }
    case 'update': {
      if (info.name === undefined) throw methodNotAllowed();
      const { object, created } = updateObject(context, resource, info, await readJson(request));
      sendWarnings(info, response);
      return sendJson(response, created ? 201 : 200, jsonOf(resource, object));
    }
    case 'patch': {
      if (info.name === undefined) throw methodNotAllowed();
      const body = await readJson(request);
      const patched = patchObject(context, resource, info, contentTypeOf(request), body);
      sendWarnings(info, response);
      return sendJson(response, 200, jsonOf(resource, patched));
    }
    case 'delete':
    case 'deletecollection':
      return sendJson(response, 200, deleteRequest(context, resource, info, await readJson(request)));
    default:
      throw methodNotAllowed();
  }
}

/** Answers one HTTP request, whatever happens. */
export async function handleRequest(
  context: ApiContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  let username = '';
  let verb = '';
  const log = (code: number) => {
    context.requests.add({ atMs: context.clock.nowMs(), method, url, username, verb, code });
  };
  try {
    context.faults.check(method, url);
    const info = parseRequest(method, url);
    verb = info.verb;
    const identity = context.authenticator.authenticate(request.headers);
    username = identity.username;
    authorize(identity, attributesOf(info));
    if (info.isResource) await answerResource(context, identity, info, request, response);
    else answerPath(context, info, response);
    log(response.statusCode);
  } catch (error) {
    log(sendError(response, error).code);
  }
}

/** What RBAC is asked about a request. A list of the one object of a name is asked about by that name. */
export function attributesOf(info: RequestInfo) {
  const { verb, group, plural: resource, subresource, namespace, query } = info;
  if (!info.isResource) return { verb, path: info.path };
  const onlyName = /^metadata\.name==?([^,!=]+)$/.exec(query.get('fieldSelector') ?? '')?.[1];
  const name = info.name ?? (verb === 'list' || verb === 'watch' ? onlyName : undefined);
  return { verb, group, resource, subresource, namespace, name };
}
