import type { RequestInfo } from './request-info';
import { badRequest, invalid, serverError, type StatusCause } from './status-error';

/** What the query of a list or watch asks for. */
export type ListOptions = {
  /** Infinity: all. */
  limit: number;
  /** '' for none. */
  continueToken: string;
  /** Undefined where the query has none or an empty one; 0: whatever the server has. */
  resourceVersion: number | undefined;
  /** The list must be of exactly this resourceVersion. */
  exact: boolean;
  /** A watch's first events: the objects there are; undefined where the query leaves it to the server. */
  sendInitialEvents: boolean | undefined;
  allowWatchBookmarks: boolean;
};

const forbidden = (message: string): StatusCause => ({
  reason: 'FieldValueForbidden',
  message: `Forbidden: ${message}`,
  field: 'resourceVersionMatch',
});

const unsupported = (value: string, supported: readonly string[]): StatusCause => ({
  reason: 'FieldValueNotSupported',
  message: `Unsupported value: "${value}": supported values: ${supported.map((text) => `"${text}"`).join(', ')}`,
  field: 'resourceVersionMatch',
});

/** The rules of ValidateListOptions (apimachinery, pkg/apis/meta/internalversion/validation). */
function causesFor(query: URLSearchParams, watch: boolean): StatusCause[] {
  const match = query.get('resourceVersionMatch') ?? '';
  const resourceVersion = query.get('resourceVersion') ?? '';
  const initial = query.has('sendInitialEvents');
  const causes: StatusCause[] = [];
  if (watch) {
    if (initial && match !== 'NotOlderThan') {
      causes.push(forbidden('sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'));
    }
    if (!initial && match !== '') {
      causes.push(
        forbidden('resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided'),
      );
    }
    return causes;
  }
  if (match === '') return causes;
  if (resourceVersion === '') {
    causes.push(forbidden('resourceVersionMatch is forbidden unless resourceVersion is provided'));
  }
  if (query.get('continue')) {
    causes.push(forbidden('resourceVersionMatch is forbidden when continue is provided'));
  }
  if (match !== 'Exact' && match !== 'NotOlderThan') {
    causes.push(unsupported(match, ['Exact', 'NotOlderThan', '']));
  }
  if (match === 'Exact' && resourceVersion === '0') {
    causes.push(forbidden('resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
  }
  return causes;
}

function resourceVersionIn(query: URLSearchParams, watch: boolean): number | undefined {
  const text = query.get('resourceVersion') ?? '';
  if (text === '') return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const why = `resourceVersion: Invalid value: "${text}": strconv.ParseUint: parsing "${text}": invalid syntax`;
  throw watch ? serverError(why) : badRequest(`invalid resource version: ${why}`);
}

function limitIn(query: URLSearchParams): number {
  const text = query.get('limit') ?? '';
  if (text === '') return Infinity;
  if (!/^[-+]?\d+$/.test(text)) throw badRequest(`strconv.ParseInt: parsing "${text}": invalid syntax`);
  const limit = Number(text);
  return limit > 0 ? limit : Infinity;
}

const flagIn = (query: URLSearchParams, name: string) => ['true', '1'].includes(query.get(name) ?? '');

/** Reads the query of a list or watch; throws 400 and 422 (and 500 for a watch) as the API server does. */
export function listOptions({ query, verb }: RequestInfo): ListOptions {
  const watch = verb === 'watch';
  const limit = limitIn(query);
  const causes = causesFor(query, watch);
  if (causes.length > 0) throw invalid('ListOptions', 'meta.k8s.io', '', ...causes);
  const continueToken = query.get('continue') ?? '';
  const resourceVersion = resourceVersionIn(query, watch);
  if (continueToken !== '' && resourceVersion) {
    throw badRequest('specifying resource version is not allowed when using continue');
  }
  const match = query.get('resourceVersionMatch') ?? '';
  return {
    // From its cache ("0") the server gives the whole list, whatever the limit.
    limit: resourceVersion === 0 ? Infinity : limit,
    continueToken,
    resourceVersion,
    exact: match === 'Exact' || (match === '' && limit < Infinity && Boolean(resourceVersion)),
    sendInitialEvents: query.has('sendInitialEvents') ? flagIn(query, 'sendInitialEvents') : undefined,
    allowWatchBookmarks: flagIn(query, 'allowWatchBookmarks'),
  };
}
