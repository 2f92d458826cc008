import { claimsOf, doubtContested, doubtDoubles } from './contested-claims';
import type { ExpectedFrontend } from './expected-frontend';
import type { ExpectedGroup } from './expected-group';
import { expectedGroup, ownRowsOfGroup } from './expected-group';
import { frontendsOfHostPorts } from './frontends-of-host-ports';
import { addressRedirectRows, localRedirect } from './frontends-of-redirects';
import { frontendsOfService } from './frontends-of-service';
import type {
  EndpointSliceInput,
  LoadBalancingCluster,
  NodeInput,
  RedirectPolicyInput,
} from './load-balancing-input';
import { listsByKey } from './lists-by-key';

/** What the agents of one version and configuration must have. */
export type ExpectedTable = {
  cluster: LoadBalancingCluster;
  /** By `namespace/name` of the Service. */
  groups: ReadonlyMap<string, ExpectedGroup>;
  /** The groups before Services that claim one frontend are put in doubt: what the next table starts from. */
  computed: ReadonlyMap<string, ExpectedGroup>;
  /** The rows that every node has alike, Service by Service. */
  shared: readonly ExpectedFrontend[];
  /**
   * Computes the further rows of one node: local policies, node ports on its own addresses (up to v1.17), host ports,
   * local redirects, topology. A row with the key of a shared one stands in its place on this node.
   */
  onNode(node: NodeInput): ExpectedFrontend[];
  /** Those of `onNode` that come from one Service, by `namespace/name`: empty for most. */
  ofServiceOnNode(key: string, node: NodeInput): ExpectedFrontend[];
  /** Those of `onNode` that come from no Service's group: host ports, and redirects of addresses. */
  extraOnNode(node: NodeInput): ExpectedFrontend[];
};

function slicesByService(slices: readonly EndpointSliceInput[]): Map<string, EndpointSliceInput[]> {
  const lists = listsByKey(slices, ({ namespace, serviceName }) => `${namespace}/${serviceName}`);
  for (const list of lists.values()) list.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return lists;
}

function policiesByService(policies: readonly RedirectPolicyInput[]): Map<string, RedirectPolicyInput[]> {
  const ofServices = policies.filter(({ frontend }) => 'serviceName' in frontend);
  return listsByKey(ofServices, ({ namespace, frontend }) =>
    'serviceName' in frontend ? `${namespace}/${frontend.serviceName}` : '',
  );
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Agents of one version and configuration share a table; an earlier one of them is the base of the next. */
function isOfSameAgents(a: LoadBalancingCluster, b: LoadBalancingCluster): boolean {
  return (
    JSON.stringify([a.version, a.settings]) === JSON.stringify([b.version, b.settings]) &&
    sameItems(
      a.nodes.flatMap(({ addresses }) => addresses),
      b.nodes.flatMap(({ addresses }) => addresses),
    )
  );
}

/**
 * Computes what the agents of one version and configuration must have, in time linear in the rows: what all nodes
 * share once, what is a node's own on request.
 * @param before an earlier table of the same agents: groups of Services that did not change are taken over from it,
 *   as the same objects; a Service has changed if its input or one of its slices is another object.
 */
export function expectedTable(cluster: LoadBalancingCluster, before?: ExpectedTable): ExpectedTable {
  const { version, settings, services, nodes } = cluster;
  const base = before !== undefined && isOfSameAgents(before.cluster, cluster) ? before.computed : null;
  const slices = slicesByService(cluster.endpointSlices);
  const follows = settings.localRedirectPolicies !== false;
  const redirectPolicies = follows ? (cluster.redirectPolicies ?? []) : [];
  const policiesOf = policiesByService(redirectPolicies);
  const nodeAddresses = new Set(nodes.flatMap(({ addresses }) => addresses));

  const computed = new Map<string, ExpectedGroup>();
  for (const service of services) {
    const key = `${service.namespace}/${service.name}`;
    const own = slices.get(key) ?? [];
    const policies = policiesOf.get(key) ?? [];
    const known = base?.get(key);
    const unchanged =
      known?.service === service && sameItems(known.slices, own) && sameItems(known.policies, policies);
    const source = { key, service, slices: own, policies };
    computed.set(
      key,
      unchanged
        ? known
        : expectedGroup(
            { ...source, templates: frontendsOfService(service, own, version, settings) },
            nodeAddresses,
            version,
            settings,
          ),
    );
  }
  const { owners, contested } = claimsOf(computed.values());
  const groups = new Map(computed);
  for (const [key, claims] of contested) {
    const group = computed.get(key);
    if (group === undefined) continue;
    const templates = doubtContested(group, claims, version);
    groups.set(key, expectedGroup({ ...group, templates }, nodeAddresses, version, settings));
  }
  const ownGroups = [...groups.values()].filter(({ own }) => own.length > 0);
  const podsOf = listsByKey(cluster.pods ?? [], ({ nodeName }) => nodeName);

  const podsOnNode = ({ name }: NodeInput) => podsOf.get(name) ?? [];
  const redirectOn = (node: NodeInput) => (policy: RedirectPolicyInput) =>
    localRedirect(policy, podsOnNode(node), version);
  const ofGroups = (groupList: readonly ExpectedGroup[], node: NodeInput): ExpectedFrontend[] =>
    groupList.flatMap((group) => ownRowsOfGroup(group, node, redirectOn(node), version, settings));
  const extraOnNode = (node: NodeInput): ExpectedFrontend[] => {
    const extra = [
      ...frontendsOfHostPorts(podsOnNode(node), node, version, settings),
      ...redirectPolicies.flatMap((policy) =>
        addressRedirectRows(redirectOn(node)(policy), version, settings),
      ),
    ];
    return doubtDoubles(extra, owners);
  };
  return {
    cluster,
    groups,
    computed,
    shared: [...groups.values()].flatMap(({ shared }) => shared),
    onNode: (node) => [...ofGroups(ownGroups, node), ...extraOnNode(node)],
    ofServiceOnNode(key, node) {
      const group = groups.get(key);
      return group === undefined ? [] : ofGroups([group], node);
    },
    extraOnNode,
  };
}
