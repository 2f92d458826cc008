import type { ApiContext } from './api-context';
import { isAllowed, pathRulesOf, rulesOf, type Attributes } from './authorization';
import type { Identity } from './identity';
import { minorVersion } from './kubernetes-version';
import { timestamp } from './object-store';
import type { RequestInfo } from './request-info';
import { badRequest, invalid, noSuchResource } from './status-error';

type ReviewAnswer = Record<string, unknown>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

function attributesOf(spec: Record<string, unknown>): Attributes {
  const { resourceAttributes: resource, nonResourceAttributes: path } = spec;
  if (isObject(resource) === isObject(path)) {
    const value = isObject(path) ? JSON.stringify({ Path: path.path, Verb: path.verb }) : 'null';
    throw invalid('', 'authorization.k8s.io', '', {
      reason: 'FieldValueInvalid',
      message: `Invalid value: ${value}: exactly one of nonResourceAttributes or resourceAttributes must be specified`,
      field: 'spec',
    });
  }
  if (isObject(resource)) {
    return {
      verb: textOf(resource.verb),
      group: textOf(resource.group),
      resource: textOf(resource.resource),
      subresource: textOf(resource.subresource),
      namespace: textOf(resource.namespace),
      name: textOf(resource.name),
    };
  }
  const { verb, path: url } = isObject(path) ? path : {};
  return { verb: textOf(verb), path: textOf(url) };
}

function accessStatus(identity: Identity, spec: Record<string, unknown>): ReviewAnswer {
  const allowed = isAllowed(identity, attributesOf(spec));
  return allowed ? { allowed, reason: 'RBAC: allowed by the table of the training cluster' } : { allowed };
}

function subjectOf(spec: Record<string, unknown>): Identity {
  const groups = Array.isArray(spec.groups) ? spec.groups.map(textOf) : [];
  return { username: textOf(spec.user), groups };
}

function tokenStatus(context: ApiContext, spec: Record<string, unknown>): ReviewAnswer {
  const token = textOf(spec.token);
  if (token === '') throw badRequest('token is required for TokenReview in authentication');
  const identity = context.authenticator.identify(token);
  if (!identity) return { user: {}, error: 'invalid bearer token' };
  return {
    authenticated: true,
    user: { ...identity },
    audiences: spec.audiences ?? ['https://kubernetes.default.svc'],
  };
}

function rulesStatus(identity: Identity, spec: Record<string, unknown>): ReviewAnswer {
  if (!textOf(spec.namespace)) throw badRequest('no namespace on request');
  const nonResourceRules = pathRulesOf(identity);
  return { resourceRules: rulesOf(identity), nonResourceRules, incomplete: false };
}

/** The reviews that the API server answers, by resource and group. They store nothing. */
export const reviewResources = [
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
    namespaced: false,
  },
  {
    group: 'authorization.k8s.io',
    plural: 'selfsubjectrulesreviews',
    kind: 'SelfSubjectRulesReview',
    namespaced: false,
  },
  {
    group: 'authorization.k8s.io',
    plural: 'subjectaccessreviews',
    kind: 'SubjectAccessReview',
    namespaced: false,
  },
  { group: 'authentication.k8s.io', plural: 'tokenreviews', kind: 'TokenReview', namespaced: false },
  {
    group: 'authentication.k8s.io',
    plural: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
    namespaced: false,
  },
] as const;

/** SelfSubjectReview became v1 in Kubernetes 1.28; the other reviews have been v1 for long. */
export function reviewVersion(plural: string, kubernetesVersion: string): string {
  return plural === 'selfsubjectreviews' && minorVersion(kubernetesVersion) < 28 ? 'v1beta1' : 'v1';
}

/** Answers a POST of one of the reviews; undefined if the request is for something else. */
export function review(
  context: ApiContext,
  identity: Identity,
  info: RequestInfo,
  body: unknown,
): ReviewAnswer | undefined {
  const resource = reviewResources.find(
    ({ group, plural }) => group === info.group && plural === info.plural,
  );
  if (!resource) return undefined;
  if (info.version !== reviewVersion(info.plural, context.kubernetesVersion)) throw noSuchResource();
  if (!isObject(body)) throw badRequest(`the object provided is not a ${resource.kind}`);
  const spec = isObject(body.spec) ? body.spec : {};
  const answers: Record<(typeof reviewResources)[number]['kind'], () => ReviewAnswer> = {
    SelfSubjectAccessReview: () => accessStatus(identity, spec),
    SubjectAccessReview: () => accessStatus(subjectOf(spec), spec),
    SelfSubjectRulesReview: () => rulesStatus(identity, spec),
    TokenReview: () => tokenStatus(context, spec),
    SelfSubjectReview: () => ({ userInfo: { ...identity } }),
  };
  const type = { kind: resource.kind, apiVersion: `${info.group}/${info.version}` };
  const status = answers[resource.kind]();
  // The one that has no spec, and a time.
  return resource.kind === 'SelfSubjectReview'
    ? { ...type, metadata: { creationTimestamp: timestamp(context.clock.nowMs()) }, status }
    : { ...type, metadata: {}, spec, status };
}
