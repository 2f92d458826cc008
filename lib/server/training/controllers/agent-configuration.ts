import type { ObjectReader } from '../agent-contract';
import { labelSelectorMatcher } from '../api-server/selectors';

/**
 * What `cilium-dbg build-config` writes when an agent's pod starts: ConfigMap `cilium-config`, then the
 * CiliumNodeConfigs of its namespace that match the node, in the order of their names, the last one winning.
 */
export function agentConfiguration(
  objects: ObjectReader,
  namespace: string,
  nodeName: string,
): Record<string, string> {
  const isHere = ({ metadata }: { metadata: { namespace?: string } }) => metadata.namespace === namespace;
  const shared = objects
    .list('ConfigMap')
    .find((map) => isHere(map) && map.metadata.name === 'cilium-config');
  const config: Record<string, string> = { ...shared?.data };
  const node = objects.list('Node').find(({ metadata }) => metadata.name === nodeName);
  const ofNodes = objects
    .list('CiliumNodeConfig')
    .filter(isHere)
    .toSorted((a, b) => ((a.metadata.name ?? '') < (b.metadata.name ?? '') ? -1 : 1));
  for (const { spec } of ofNodes) {
    // An empty selector means every node, an absent one none.
    const matches = spec?.nodeSelector && labelSelectorMatcher(spec.nodeSelector);
    if (matches?.(node?.metadata.labels)) Object.assign(config, spec.defaults);
  }
  return config;
}
