import type { Identity } from './identity';
import { StatusError } from './status-error';

/** What is asked for: a verb on a resource, or on a path outside the resources. */
export type Attributes =
  | {
      verb: string;
      group: string;
      resource: string;
      subresource?: string;
      namespace?: string;
      name?: string;
      path?: undefined;
    }
  | { verb: string; path: string };

export type PolicyRule = { verbs: string[]; apiGroups: string[]; resources: string[] };

const read = ['get', 'list', 'watch'];

const readRules: PolicyRule[] = [
  {
    verbs: read,
    apiGroups: [''],
    resources: [
      'namespaces',
      'nodes',
      'pods',
      'pods/log',
      'services',
      'endpoints',
      'configmaps',
      'events',
      'serviceaccounts',
    ],
  },
  {
    verbs: read,
    apiGroups: [
      'apps',
      'discovery.k8s.io',
      'coordination.k8s.io',
      'networking.k8s.io',
      'policy',
      'cilium.io',
    ],
    resources: ['*'],
  },
];

const execRules: PolicyRule[] = [
  { verbs: ['get', 'create'], apiGroups: [''], resources: ['pods/exec'] },
  {
    verbs: ['create'],
    apiGroups: ['authentication.k8s.io', 'authorization.k8s.io'],
    resources: ['tokenreviews', 'subjectaccessreviews'],
  },
];

const operateRules: PolicyRule[] = [
  {
    verbs: ['create', 'update', 'patch', 'delete'],
    apiGroups: ['', 'cilium.io', 'coordination.k8s.io'],
    resources: ['configmaps', 'pods', 'pods/eviction', 'services', 'ciliumnodeconfigs', 'leases'],
  },
  {
    verbs: ['update', 'patch'],
    apiGroups: ['apps', ''],
    resources: ['daemonsets', 'deployments', 'deployments/scale', 'nodes'],
  },
];

/** Rules by user or group name. */
const bindings: Record<string, PolicyRule[]> = {
  'system:masters': [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'] }],
  'training:operators': [...readRules, ...execRules, ...operateRules],
  'training-operator': [...readRules, ...execRules, ...operateRules],
  'system:serviceaccounts:kpr-explorer': [...readRules, ...execRules],
  'training:viewers': readRules,
  'training-viewer': readRules,
  'system:authenticated': [
    {
      verbs: ['create'],
      apiGroups: ['authorization.k8s.io', 'authentication.k8s.io'],
      resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews', 'selfsubjectreviews'],
    },
  ],
};

/** What an identity may do, as a SelfSubjectRulesReview lists it. */
export function rulesOf(identity: Identity): PolicyRule[] {
  return [identity.username, ...identity.groups].flatMap((subject) => bindings[subject] ?? []);
}

const has = (values: readonly string[], value: string) => values.includes('*') || values.includes(value);

/** What the cluster roles system:discovery and system:public-info-viewer open to every user. */
const openURLs = [
  ...['/api', '/api/*', '/apis', '/apis/*', '/healthz', '/livez'],
  ...['/openapi', '/openapi/*', '/readyz', '/version', '/version/'],
] as const;

const openPaths = /^\/(api|apis|version|livez|readyz|healthz|openapi)(\/|$)/;
const publicPaths = /^\/(version|livez|readyz|healthz)(\/|$)/;

const mayAll = (rules: readonly PolicyRule[]) =>
  rules.some(({ verbs, resources }) => verbs.includes('*') && resources.includes('*'));

/** What an identity may ask for beside resources, as a SelfSubjectRulesReview lists it. */
export function pathRulesOf(
  identity: Identity,
): { verbs: readonly string[]; nonResourceURLs: readonly string[] }[] {
  return [
    ...(mayAll(rulesOf(identity)) ? [{ verbs: ['*'], nonResourceURLs: ['*'] }] : []),
    { verbs: ['get'], nonResourceURLs: openURLs },
  ];
}

/**
 * Members of the group `training:without:VERB:RESOURCE` may not do that one thing, whatever else they may: so a user is
 * had who lacks a single verb (`--as-group training:without:patch:configmaps`).
 */
const withoutGroup = ({ verb }: Attributes, full: string) => `training:without:${verb}:${full}`;

/** Whether RBAC lets an identity do something. */
export function isAllowed(identity: Identity, attributes: Attributes): boolean {
  const rules = rulesOf(identity);
  if (attributes.path !== undefined) {
    const open = identity.groups.includes('system:authenticated') ? openPaths : publicPaths;
    return open.test(attributes.path) || mayAll(rules);
  }
  const { verb, group, resource, subresource } = attributes;
  const full = subresource ? `${resource}/${subresource}` : resource;
  if (identity.groups.includes(withoutGroup(attributes, full))) return false;
  return rules.some(
    (rule) =>
      has(rule.verbs, verb) &&
      has(rule.apiGroups, group) &&
      (rule.resources.includes('*') || rule.resources.includes(full)),
  );
}

/** Throws a 403 in Kubernetes' words unless RBAC allows it. */
export function authorize(identity: Identity, attributes: Attributes): void {
  if (isAllowed(identity, attributes)) return;
  const { username } = identity;
  if (attributes.path !== undefined) {
    const message = `forbidden: User "${username}" cannot ${attributes.verb} path "${attributes.path}"`;
    throw new StatusError(403, 'Forbidden', message, {});
  }
  const { verb, group, resource, subresource, namespace, name } = attributes;
  const subject = `${group === '' ? resource : `${resource}.${group}`}${name ? ` "${name}"` : ''}`;
  const full = subresource ? `${resource}/${subresource}` : resource;
  const scope = namespace ? `in the namespace "${namespace}"` : 'at the cluster scope';
  throw new StatusError(
    403,
    'Forbidden',
    `${subject} is forbidden: User "${username}" cannot ${verb} resource "${full}" in API group "${group}" ${scope}`,
    { ...(name && { name }), ...(group && { group }), kind: resource },
  );
}
