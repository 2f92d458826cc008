/** What a URL asks for, before it is known whether such a resource exists. */
export type RequestInfo = {
  /** false: a path outside /api and /apis/GROUP/VERSION, such as /version or discovery. */
  isResource: boolean;
  path: string;
  query: URLSearchParams;
  /** Kubernetes' verb: get, list, watch, create, update, patch, delete, deletecollection. */
  verb: string;
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
  /** What the answer's Warning headers are to say. */
  warnings: string[];
};

const verbOfMethod: Record<string, string> = {
  GET: 'get',
  HEAD: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

function verbOf(method: string, name: string | undefined, query: URLSearchParams): string {
  const verb = verbOfMethod[method] ?? method.toLowerCase();
  if (name === undefined && verb === 'get') {
    return query.get('watch') === 'true' || query.get('watch') === '1' ? 'watch' : 'list';
  }
  if (name === undefined && verb === 'delete') return 'deletecollection';
  return verb;
}

/** Splits a request's path and query as the API server's RequestInfoResolver does. */
export function parseRequest(method: string, url: string): RequestInfo {
  const { pathname, searchParams: query } = new URL(url, 'http://localhost');
  const parts = pathname.split('/').slice(1).map(decodeURIComponent);
  const core = parts[0] === 'api';
  const rest = core ? parts.slice(2) : parts.slice(3);
  const isResource = (core || parts[0] === 'apis') && (rest[0] ?? '') !== '';
  const info = { path: pathname, query, warnings: [] };
  const verb = verbOfMethod[method] ?? method.toLowerCase();
  if (!isResource) return { ...info, isResource, verb, group: '', version: '', plural: '' };

  let [plural = '', name, ...sub] = rest;
  let namespace: string | undefined;
  if (plural === 'namespaces' && name && sub.length > 0 && sub[0] !== 'status' && sub[0] !== 'finalize') {
    namespace = name;
    [plural = '', name, ...sub] = sub;
  }
  const named = name ? name : undefined;
  return {
    ...info,
    isResource,
    verb: verbOf(method, named, query),
    group: core ? '' : (parts[1] ?? ''),
    version: (core ? parts[1] : parts[2]) ?? '',
    plural,
    ...(namespace !== undefined && { namespace }),
    ...(named !== undefined && { name: named }),
    ...(sub.length > 0 && { subresource: sub.join('/') }),
  };
}
