import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { frontendKey } from '../frontend';
import { isForSomeNodes } from './annotations';
import type { ExpectedBackend, ExpectedFrontend } from './expected-frontend';
import type { FrontendTemplate } from './frontends-of-service';
import {
  addressesOf,
  conflictsWithNodePorts,
  frontendsOnNode,
  ownAddresses,
  rowOf,
  wildcardAddress,
} from './frontends-on-node';
import type { LocalRedirect } from './frontends-of-redirects';
import { redirectedRow } from './frontends-of-redirects';
import { listsByKey } from './lists-by-key';
import { followsHints } from './topology';
import type {
  EndpointSliceInput,
  LoadBalancingSettings,
  NodeInput,
  RedirectPolicyInput,
  ServiceInput,
} from './load-balancing-input';

/**
 * Rows that each node computes for itself: from what it knows of itself, with the backends that run on it,
 * or on its own addresses beside a wildcard row that all share.
 */
type OwnRows =
  | { of: 'node'; template: FrontendTemplate }
  | { of: 'local'; template: FrontendTemplate; backends: LocalBackends }
  | { of: 'addresses'; template: FrontendTemplate; backends: readonly ExpectedBackend[] };

/** The frontends of one Service under one configuration; the same object as long as nothing of it changes. */
export type ExpectedGroup = {
  /** `namespace/name` of the Service. */
  key: string;
  service: ServiceInput;
  slices: readonly EndpointSliceInput[];
  policies: readonly RedirectPolicyInput[];
  templates: readonly FrontendTemplate[];
  /** The keys of the rows, per-node copies aside: what no other Service may claim. */
  claims: readonly string[];
  /** Rows that are the same on every node. */
  shared: readonly ExpectedFrontend[];
  own: readonly OwnRows[];
};

type Source = Pick<ExpectedGroup, 'key' | 'service' | 'slices' | 'policies' | 'templates'>;

/** The backends of a local policy, by the node they run on; `unplaced` ones count everywhere since v1.18. */
type LocalBackends = {
  byNode: ReadonlyMap<string, readonly ExpectedBackend[]>;
  unplaced: readonly ExpectedBackend[];
};

function localBackendsOf({ candidates }: FrontendTemplate, version: Release): LocalBackends {
  const backends = candidates.map(({ backend }) => backend);
  const unplaced = atLeast(version, 18) ? backends.filter(({ nodeName }) => nodeName === null) : [];
  const byNode = listsByKey(
    backends.filter(({ nodeName }) => nodeName !== null),
    ({ nodeName }) => nodeName ?? '',
  );
  for (const list of byNode.values()) list.push(...unplaced);
  return { byNode, unplaced };
}

function ownRowsOf(
  template: FrontendTemplate,
  { policies }: Source,
  nodeAddresses: { has(ip: string): boolean },
  version: Release,
  settings: LoadBalancingSettings,
): 'none' | OwnRows['of'] {
  const isRedirected = policies.length > 0 && template.type === 'ClusterIP';
  const dependsOnNode =
    isRedirected ||
    isForSomeNodes(template.service, version) ||
    followsHints(template, version, settings) ||
    conflictsWithNodePorts(template, nodeAddresses, settings);
  if (dependsOnNode) return 'node';
  if (template.policy === 'Local') return 'local';
  return template.ip === null && !atLeast(version, 18) ? 'addresses' : 'none';
}

/** Parts the rows of a Service into those all nodes share and those each node has for itself. */
export function expectedGroup(
  source: Source,
  nodeAddresses: { has(ip: string): boolean },
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedGroup {
  const shared: ExpectedFrontend[] = [];
  const own: OwnRows[] = [];
  const claims: string[] = [];
  for (const template of source.templates) {
    const ip = template.ip ?? wildcardAddress(template.ipv6);
    claims.push(frontendKey({ ...template, ip }));
    const kind = ownRowsOf(template, source, nodeAddresses, version, settings);
    if (kind === 'node') {
      own.push({ of: kind, template });
      continue;
    }
    if (kind === 'local') {
      own.push({ of: kind, template, backends: localBackendsOf(template, version) });
      continue;
    }
    const backends = template.candidates.map(({ backend }) => backend);
    shared.push(rowOf(template, ip, backends, template.doubt, version));
    if (kind === 'addresses') own.push({ of: kind, template, backends });
  }
  return { ...source, claims, shared, own };
}

function redirected(
  template: FrontendTemplate,
  redirects: readonly LocalRedirect[],
  plain: readonly ExpectedFrontend[],
  version: Release,
  settings: LoadBalancingSettings,
): readonly ExpectedFrontend[] {
  const results = redirects
    .map((redirect) => redirectedRow(template, redirect, version, settings))
    .filter((result) => result !== null);
  const [first, second] = results;
  if (first === undefined) return plain;
  const row = first === 'unsure' ? plain[0] : first;
  if (row === undefined) return plain;
  if (second !== undefined) return [{ ...row, doubt: { about: 'row', reason: 'claimed-twice' } }];
  return first === 'unsure' ? [{ ...row, doubt: { about: 'row', reason: 'redirect-detail' } }] : [row];
}

/** Gives the rows of a group that one node has beside the shared ones. */
export function ownRowsOfGroup(
  { own, policies }: ExpectedGroup,
  node: NodeInput,
  redirectOf: (policy: RedirectPolicyInput) => LocalRedirect,
  version: Release,
  settings: LoadBalancingSettings,
): ExpectedFrontend[] {
  const redirects = own.length === 0 ? [] : policies.map(redirectOf);
  return own.flatMap((rows): readonly ExpectedFrontend[] => {
    const { template } = rows;
    if (rows.of === 'addresses') {
      return ownAddresses(template.ipv6, node, version).map((ip) =>
        rowOf(template, ip, rows.backends, template.doubt, version),
      );
    }
    if (rows.of === 'local') {
      const { byNode, unplaced } = rows.backends;
      const backends = byNode.get(node.name) ?? unplaced;
      return addressesOf(template, node, version).map((ip) =>
        rowOf(template, ip, backends, template.doubt, version),
      );
    }
    const plain = frontendsOnNode([template], node, version, settings);
    return redirects.length === 0 ? plain : redirected(template, redirects, plain, version, settings);
  });
}
