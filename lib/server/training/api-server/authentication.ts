import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isAllowed } from './authorization';
import type { Identity } from './identity';
import { badRequest, StatusError, unauthorized } from './status-error';

/** The users of the training cluster, by the name they have in the kubeconfig. */
export const trainingUsers = {
  /** May do everything. */
  admin: { username: 'training-admin', groups: ['system:masters'] },
  /** May read, exec, and change Cilium's settings, but not secrets or RBAC. */
  operator: { username: 'training-operator', groups: ['training:operators'] },
  /** The service account of KPR Explorer: may read, and exec into pods. */
  reader: {
    username: 'system:serviceaccount:kpr-explorer:kpr-explorer',
    groups: ['system:serviceaccounts', 'system:serviceaccounts:kpr-explorer'],
  },
  /** May read; no exec, no secrets. */
  viewer: { username: 'training-viewer', groups: ['training:viewers'] },
  /** Is known, and may do nothing. */
  nobody: { username: 'training-nobody', groups: [] },
} as const satisfies Record<string, Identity>;

export type TrainingUser = keyof typeof trainingUsers;

function newTokens(): Record<TrainingUser, string> {
  const token = () => randomBytes(24).toString('base64url');
  return { admin: token(), operator: token(), reader: token(), viewer: token(), nobody: token() };
}

function headerValues(headers: IncomingHttpHeaders, name: string): string[] {
  const value = headers[name];
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : value.split(',')).map((item) => item.trim());
}

/** Bearer tokens, which can be rotated, and impersonation. */
export class Authenticator {
  #tokens = newTokens();

  get tokens(): Readonly<Record<TrainingUser, string>> {
    return this.#tokens;
  }

  /** Makes every token given out so far invalid. */
  rotate(): Readonly<Record<TrainingUser, string>> {
    this.#tokens = newTokens();
    return this.#tokens;
  }

  /** The identity behind a token, or undefined. */
  identify(token: string): Identity | undefined {
    for (const [name, user] of Object.entries(trainingUsers)) {
      // Object.entries forgets that the keys are those of the table.
      if (this.#tokens[name as TrainingUser] === token) {
        return {
          username: user.username,
          uid: `uid-${name}`,
          groups: [...user.groups, 'system:authenticated'],
        };
      }
    }
    return undefined;
  }

  /**
   * Who sent a request; without a token, nobody in particular. Throws 401 for a token that is none of ours, 400 or 403
   * for an impersonation that makes no sense or is not allowed.
   */
  authenticate(headers: IncomingHttpHeaders): Identity {
    const [scheme, token] = (headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer') return impersonated(anonymous, headers);
    const real = token ? this.identify(token) : undefined;
    if (!real) throw unauthorized();
    return impersonated(real, headers);
  }
}

const anonymous: Identity = { username: 'system:anonymous', groups: ['system:unauthenticated'] };

function groupsOf(username: string, given: readonly string[]): string[] {
  const [, namespace] = /^system:serviceaccount:([^:]+):[^:]+$/.exec(username) ?? [];
  const own =
    namespace !== undefined && given.length === 0
      ? ['system:serviceaccounts', `system:serviceaccounts:${namespace}`]
      : [];
  return [...new Set([...own, ...given, 'system:authenticated'])];
}

function extraIn(headers: IncomingHttpHeaders): Record<string, string[]> | undefined {
  const prefix = 'impersonate-extra-';
  const names = Object.keys(headers).filter((name) => name.startsWith(prefix));
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => [decodeURIComponent(name.slice(prefix.length)), headerValues(headers, name)]),
  );
}

function impersonated(real: Identity, headers: IncomingHttpHeaders): Identity {
  const [username] = headerValues(headers, 'impersonate-user');
  const groups = headerValues(headers, 'impersonate-group');
  const extra = extraIn(headers);
  if (!username) {
    if (groups.length === 0 && !extra) return real;
    throw badRequest(`requested [{Group  ${groups.join(' ')}    }] without impersonating a user`);
  }
  const wanted = [
    { resource: 'users', name: username },
    ...groups.map((name) => ({ resource: 'groups', name })),
  ];
  for (const { resource, name } of wanted) {
    if (!isAllowed(real, { verb: 'impersonate', group: '', resource, name })) {
      throw new StatusError(
        403,
        'Forbidden',
        `${resource} "${name}" is forbidden: User "${real.username}" cannot impersonate resource "${resource}" in API group "" at the cluster scope`,
        { name, kind: resource },
      );
    }
  }
  return { username, groups: groupsOf(username, groups), ...(extra && { extra }) };
}
