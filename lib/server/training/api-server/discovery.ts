import { reviewResources, reviewVersion } from './access-reviews';
import type { ApiContext } from './api-context';
import { minorVersion } from './kubernetes-version';
import { openAPIDocument } from './openapi-document';
import { apiVersionOf, type Resource } from './resource-table';

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** What `kubectl get all` shows, of the kinds served here. */
const inAll = ['pods', 'services', 'daemonsets', 'deployments', 'replicasets', 'statefulsets'];

function categoriesOf({ group, plural }: Resource): string[] {
  if (group === 'cilium.io') return plural.endsWith('policies') ? ['cilium', 'ciliumpolicy'] : ['cilium'];
  return inAll.includes(plural) ? ['all'] : [];
}

/** Subresources that are not the object in another light. */
const subresourceRows: Record<string, object> = {
  exec: { kind: 'PodExecOptions', verbs: ['create', 'get'] },
  log: { kind: 'Pod', verbs: ['get'] },
  eviction: { group: 'policy', version: 'v1', kind: 'Eviction', verbs: ['create'] },
  scale: { group: 'autoscaling', version: 'v1', kind: 'Scale', verbs: ['get', 'patch', 'update'] },
};

function resourceRows(resource: Resource): object[] {
  const { plural, singular, kind, namespaced, shortNames, subresources } = resource;
  const categories = categoriesOf(resource);
  return [
    {
      name: plural,
      singularName: singular,
      namespaced,
      kind,
      verbs: allVerbs,
      ...(shortNames.length > 0 && { shortNames }),
      ...(categories.length > 0 && { categories }),
    },
    ...subresources.map((subresource) => ({
      name: `${plural}/${subresource}`,
      singularName: '',
      namespaced,
      ...(subresourceRows[subresource] ?? { kind, verbs: ['get', 'patch', 'update'] }),
    })),
  ];
}

function groupVersions(context: ApiContext): Map<string, object[]> {
  const found = new Map<string, object[]>();
  const add = (groupVersion: string, rows: object[]) => {
    found.set(groupVersion, [...(found.get(groupVersion) ?? []), ...rows]);
  };
  for (const resource of context.resources) add(apiVersionOf(resource), resourceRows(resource));
  for (const { group, plural, kind, namespaced } of reviewResources) {
    add(`${group}/${reviewVersion(plural, context.kubernetesVersion)}`, [
      { name: plural, singularName: kind.toLowerCase(), namespaced, kind, verbs: ['create'] },
    ]);
  }
  return found;
}

/** The API groups that are served, without the core. */
export function groupNames(context: ApiContext): ReadonlySet<string> {
  return new Set(groups(context).map(({ name }) => name));
}

function groups(context: ApiContext): { name: string; versions: object[]; preferredVersion: object }[] {
  const names = new Map<string, { groupVersion: string; version: string }[]>();
  for (const groupVersion of groupVersions(context).keys()) {
    const [group = '', version] = groupVersion.split('/');
    if (version) names.set(group, [...(names.get(group) ?? []), { groupVersion, version }]);
  }
  return [...names].map(([name, versions]) => ({ name, versions, preferredVersion: versions[0] ?? {} }));
}

function version({ kubernetesVersion }: ApiContext): object {
  const minor = String(minorVersion(kubernetesVersion));
  return {
    major: '1',
    minor: kubernetesVersion.includes('-eks-') ? `${minor}+` : minor,
    gitVersion: kubernetesVersion,
    gitCommit: '0000000000000000000000000000000000000000',
    gitTreeState: 'clean',
    buildDate: '2023-08-16T00:00:00Z',
    goVersion: 'go1.20.7',
    compiler: 'gc',
    platform: 'linux/amd64',
  };
}

/** The answer to a path outside the resources as JSON or text; undefined if there is nothing there. */
export function discover(context: ApiContext, path: string): object | string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const [root, first, second] = parts;
  if (['livez', 'readyz', 'healthz'].includes(root ?? '')) return 'ok';
  if (root === 'openapi' && first === 'v3') return openAPIDocument(context, path);
  if (root === 'version' && parts.length === 1) return version(context);
  if (root === 'api' && parts.length === 1) {
    return {
      kind: 'APIVersions',
      versions: ['v1'],
      serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1' }],
    };
  }
  if (root === 'apis' && parts.length === 1) {
    return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups(context) };
  }
  if (root === 'apis' && parts.length === 2) {
    const group = groups(context).find(({ name }) => name === first);
    return group && { kind: 'APIGroup', apiVersion: 'v1', ...group };
  }
  const groupVersion = root === 'api' ? first : `${first}/${second}`;
  const resources = groupVersion === undefined ? undefined : groupVersions(context).get(groupVersion);
  return resources && { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}
