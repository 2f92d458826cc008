/** One row of what the API server serves: a resource of one group and version. */
export type Resource = {
  /** '' for the core group. */
  group: string;
  version: string;
  plural: string;
  singular: string;
  kind: string;
  shortNames: readonly string[];
  namespaced: boolean;
  /** Defined by a CustomResourceDefinition: no strategic merge patch, list items carry kind and apiVersion. */
  custom: boolean;
  /** Has a `status` subresource: writes to the object leave `status` alone, and the other way round. */
  status: boolean;
  /** `metadata.generation` counts the changes of `spec`. */
  generation: boolean;
  subresources: readonly string[];
};

type Row = [plural: string, kind: string, options?: string, shortNames?: string, subresources?: string];

/** Options: c cluster-scoped, s status subresource, g generation. */
const groups: { group: string; version: string; custom?: boolean; rows: Row[] }[] = [
  {
    group: '',
    version: 'v1',
    rows: [
      ['namespaces', 'Namespace', 'cs', 'ns'],
      ['nodes', 'Node', 'cs', 'no'],
      ['pods', 'Pod', 's', 'po', 'exec log eviction'],
      ['services', 'Service', 's', 'svc'],
      ['configmaps', 'ConfigMap', '', 'cm'],
      ['secrets', 'Secret'],
      ['events', 'Event', '', 'ev'],
      ['serviceaccounts', 'ServiceAccount', '', 'sa'],
      ['endpoints', 'Endpoints', '', 'ep'],
    ],
  },
  {
    group: 'apps',
    version: 'v1',
    rows: [
      ['daemonsets', 'DaemonSet', 'sg', 'ds'],
      ['deployments', 'Deployment', 'sg', 'deploy', 'scale'],
      ['replicasets', 'ReplicaSet', 'sg', 'rs'],
      ['statefulsets', 'StatefulSet', 'sg', 'sts'],
      ['controllerrevisions', 'ControllerRevision'],
    ],
  },
  { group: 'discovery.k8s.io', version: 'v1', rows: [['endpointslices', 'EndpointSlice', 'g']] },
  { group: 'coordination.k8s.io', version: 'v1', rows: [['leases', 'Lease']] },
  {
    group: 'networking.k8s.io',
    version: 'v1',
    rows: [
      ['networkpolicies', 'NetworkPolicy', 'g', 'netpol'],
      ['ingresses', 'Ingress', 'sg', 'ing'],
    ],
  },
  { group: 'policy', version: 'v1', rows: [['poddisruptionbudgets', 'PodDisruptionBudget', 'sg', 'pdb']] },
  {
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    rows: [
      ['clusterroles', 'ClusterRole', 'c'],
      ['clusterrolebindings', 'ClusterRoleBinding', 'c'],
      ['roles', 'Role'],
      ['rolebindings', 'RoleBinding'],
    ],
  },
  {
    group: 'apiextensions.k8s.io',
    version: 'v1',
    rows: [['customresourcedefinitions', 'CustomResourceDefinition', 'csg', 'crd crds']],
  },
  {
    group: 'cilium.io',
    version: 'v2',
    custom: true,
    rows: [
      ['ciliumnodes', 'CiliumNode', 'csg', 'cn ciliumn'],
      ['ciliumendpoints', 'CiliumEndpoint', 'sg', 'cep ciliumep'],
      ['ciliumnodeconfigs', 'CiliumNodeConfig', 'g'],
      ['ciliumnetworkpolicies', 'CiliumNetworkPolicy', 'sg', 'cnp ciliumnp'],
      ['ciliumclusterwidenetworkpolicies', 'CiliumClusterwideNetworkPolicy', 'csg', 'ccnp'],
      ['ciliumlocalredirectpolicies', 'CiliumLocalRedirectPolicy', 'sg', 'clrp'],
    ],
  },
  // CiliumNodeConfig moved from v2alpha1 (1.13) to v2 (1.16); both versions serve the same objects.
  {
    group: 'cilium.io',
    version: 'v2alpha1',
    custom: true,
    rows: [['ciliumnodeconfigs', 'CiliumNodeConfig', 'g']],
  },
];

/** Every resource the training API server knows, in the order of discovery. */
export const allResources: readonly Resource[] = groups.flatMap(({ group, version, custom = false, rows }) =>
  rows.map(([plural, kind, options = '', shortNames = '', subresources = '']) => ({
    group,
    version,
    plural,
    kind,
    singular: kind.toLowerCase(),
    shortNames: shortNames === '' ? [] : shortNames.split(' '),
    namespaced: !options.includes('c'),
    custom,
    status: options.includes('s'),
    generation: options.includes('g'),
    subresources: [...(options.includes('s') ? ['status'] : []), ...subresources.split(' ').filter(Boolean)],
  })),
);

/** `pods`, `daemonsets.apps`: how Kubernetes names a resource in messages, and how the store keys it. */
export function qualifiedName(resource: Pick<Resource, 'group' | 'plural'>): string {
  return resource.group === '' ? resource.plural : `${resource.plural}.${resource.group}`;
}

/** `v1`, `apps/v1`. */
export function apiVersionOf(resource: Pick<Resource, 'group' | 'version'>): string {
  return resource.group === '' ? resource.version : `${resource.group}/${resource.version}`;
}

const byKind = new Map(allResources.map((resource) => [resource.kind, resource] as const).reverse());
const byApiVersion = new Map(
  allResources.map((resource) => [`${apiVersionOf(resource)} ${resource.kind}`, resource] as const),
);

/** The resource of a kind (its preferred version); throws for a kind that the table lacks. */
export function resourceOfKind(kind: string): Resource {
  const resource = byKind.get(kind);
  if (!resource) throw new Error(`The training API server has no kind ${kind}`);
  return resource;
}

/** The resource of an object's own apiVersion and kind, if the table has it. */
export function resourceOf(object: { apiVersion: string; kind: string }): Resource | undefined {
  return byApiVersion.get(`${object.apiVersion} ${object.kind}`);
}
