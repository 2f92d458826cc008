import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import type { Facts } from '../simulator/facts';
import { readManifest } from './read-manifest';
import { rowsModel, type NodeRows } from './rows-model';
import { manifestText, readRowsLink, type RowsLink } from './rows-state';

/** True for a row that clients outside of the cluster reach. */
export function isFromOutside({ type, scope }: Pick<ExpectedFrontend, 'type' | 'scope'>): boolean {
  return scope === 'external' && (type === 'NodePort' || type === 'LoadBalancer' || type === 'ExternalIPs');
}

/**
 * What is so in the simulator of rows:
 * - `isValid`: the manifest is one that an API server takes; all facts about rows are 0, false or empty where it is not
 * - `example`: which example is in sight as it is; empty where the manifest was edited
 * - `version`: `1.18.4`; `kubeProxyReplacement`, `ipv6`: the settings
 * - `serviceType`, `externalTrafficPolicy`, `internalTrafficPolicy`: of the manifest; `sessionAffinity`: it is ClientIP
 * - `nodeCount`, `podCount`, `readyPodCount`
 * - `rowsOnNode1` … `rowsOnNode4`: rows of `cilium service list`; 0 where there is no such node
 * - `backendsOnNode1` … `4`: different backends in all rows of the node
 * - `outsideBackendsOnNode1` … `4`: different backends in those rows of the node that clients outside reach
 * - `hasClusterIP`, `hasNodePort`, `hasLoadBalancer`, `hasExternalIPs`, `hasHostPort`: a node has a row of that type
 * - `hasInternalScope`: a row of scope `/i`; `hasSurrogate`: one on 0.0.0.0 or ::; `hasNodeAddressRows`: one on a node's own address
 * - `hasIPv6Rows`, `rowsDiffer`: not all nodes print the same rows
 * - `preservesClientAddress`: clients outside reach the Service, and externalTrafficPolicy Local keeps their address
 * - `nodesWithoutOutsideBackends`: nodes on which a row for clients outside has no backend
 * - `step`: the rule in sight, from 1; `questionsAnswered`: how many predictions were made or shown
 */
export function rowsFacts(link: RowsLink): Facts {
  const { source, parameters: around, step, predicted } = readRowsLink(link).state;
  const { manifest } = readManifest(manifestText(source));
  const model = manifest === null ? null : rowsModel(manifest, around);
  const perNode = model?.perNode ?? [];
  const all = perNode.flatMap(({ rows }) => rows.map(({ frontend }) => frontend));
  const own = new Set(model?.input.nodes.flatMap(({ addresses }) => addresses));
  const outside = all.some(isFromOutside);
  const pods = around.nodes.flatMap((node) => node.pods);
  const hasType = (type: ExpectedFrontend['type']): boolean => all.some((row) => row.type === type);
  return {
    isValid: manifest !== null,
    example: 'example' in source ? source.example : '',
    version: around.release,
    kubeProxyReplacement: around.kpr,
    ipv6: around.ipv6,
    serviceType: manifest?.type ?? '',
    externalTrafficPolicy: manifest?.externalTrafficPolicy ?? '',
    internalTrafficPolicy: manifest?.internalTrafficPolicy ?? '',
    sessionAffinity: manifest?.sessionAffinity === 'ClientIP',
    nodeCount: around.nodes.length,
    podCount: pods.length,
    readyPodCount: pods.filter(({ state }) => state === 'ready').length,
    ...perNodeFacts(perNode),
    hasClusterIP: hasType('ClusterIP'),
    hasNodePort: hasType('NodePort'),
    hasLoadBalancer: hasType('LoadBalancer'),
    hasExternalIPs: hasType('ExternalIPs'),
    hasHostPort: hasType('HostPort'),
    hasInternalScope: all.some(({ scope }) => scope === 'internal'),
    hasSurrogate: all.some(({ ip }) => ip === '0.0.0.0' || ip === '::'),
    hasNodeAddressRows: all.some(({ type, ip }) => type === 'NodePort' && own.has(ip)),
    hasIPv6Rows: all.some(({ ip }) => ip.includes(':')),
    rowsDiffer: new Set(perNode.map(({ text }) => text)).size > 1,
    preservesClientAddress: outside && manifest?.externalTrafficPolicy === 'Local',
    nodesWithoutOutsideBackends: perNode.filter(({ rows }) =>
      rows.some(({ frontend }) => isFromOutside(frontend) && frontend.backends.length === 0),
    ).length,
    step,
    questionsAnswered: predicted.size,
  };
}

function perNodeFacts(perNode: readonly NodeRows[]): Facts {
  const facts: Record<string, number> = {};
  for (const number of [1, 2, 3, 4]) {
    const rows = perNode[number - 1]?.rows ?? [];
    facts[`rowsOnNode${number}`] = rows.length;
    facts[`backendsOnNode${number}`] = backendCount(rows.map(({ frontend }) => frontend));
    facts[`outsideBackendsOnNode${number}`] = backendCount(
      rows.map(({ frontend }) => frontend).filter(isFromOutside),
    );
  }
  return facts;
}

function backendCount(frontends: readonly ExpectedFrontend[]): number {
  return new Set(frontends.flatMap(({ backends }) => backends.map(({ ip, port }) => `${ip} ${port}`))).size;
}
