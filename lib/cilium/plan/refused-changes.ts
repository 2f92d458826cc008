import { describeSpan } from '../fields/version-span';
import { isAliasOf, knobOf, knobs } from '../settings/knob-catalogue';
import type { RefusedChange } from './plan';
import type { PlanCluster, PlanRequest } from './plan-input';
import { nodeConfigVersion } from './planned-layers';

function unknownKey(key: string, versions: string[]): string {
  const known = knobs.filter((knob) => knob.key === key);
  const spans = known.map((knob) => describeSpan(knob)).join(', ');
  const here =
    versions.length === 1 ? `Cilium ${versions[0]}` : `No version that runs here (${versions.join(', ')})`;
  if (versions.length !== 1)
    return known.length === 0
      ? `${here} has such a flag, nor does any other known here.`
      : `${here} has such a flag; ${spans} had.`;
  return known.length === 0
    ? `${here} has no such flag, and no other version known here has: agents would ignore it without a word.`
    : `${here} has no such flag (${spans}): agents would ignore it without a word.`;
}

/** Finds what of a request cannot be planned on this cluster. */
export function refusedChanges({ changes, nodes }: PlanRequest, cluster: PlanCluster): RefusedChange[] {
  const { agents, configMap } = cluster;
  const versions = [...new Set(agents.map(({ version }) => version.text))].sort();
  const refused: RefusedChange[] = Object.keys(changes).flatMap((key) => {
    const isKnown = agents.some(({ version }) => knobOf(key, version) !== null || isAliasOf(key, version));
    return isKnown || agents.length === 0 ? [] : [{ what: key, reason: unknownKey(key, versions) }];
  });
  if (agents.length === 0)
    refused.push({ what: 'agents', reason: 'There is no agent whose version and configuration are known.' });
  if (configMap === null)
    refused.push({ what: 'cilium-config', reason: 'The ConfigMap is not there, or may not be read.' });
  if (nodes === null) return refused;
  for (const node of nodes) {
    const agent = agents.find((one) => one.node === node);
    if (agent === undefined)
      refused.push({ what: node, reason: 'No agent that can be judged runs on a node of this name.' });
    else if (agent.hostname === null)
      refused.push({
        what: node,
        reason:
          'The node has no label kubernetes.io/hostname, so a CiliumNodeConfig cannot choose it by that.',
      });
  }
  if (nodes.length === 0) refused.push({ what: 'nodes', reason: 'No node is chosen.' });
  const removed = Object.entries(changes).filter(([, value]) => value === null);
  for (const [key] of removed)
    refused.push({
      what: key,
      reason: 'A CiliumNodeConfig can set a key for its nodes; it cannot take one out of the ConfigMap.',
    });
  const chosen = agents.filter(({ node }) => nodes.includes(node));
  if (chosen.length > 0 && nodeConfigVersion(chosen) === null)
    refused.push({
      what: 'nodes',
      reason: 'Cilium has CiliumNodeConfigs from 1.13 on; an agent here is older.',
    });
  return refused;
}
