import type { CiliumNodeConfig, KindTypes } from '../agent-contract';
import type { ObjectStore } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import { labelSelectorMatcher } from '../api-server/selectors';

/**
 * What `cilium-dbg build-config` writes when an agent's pod starts: ConfigMap `cilium-config`, then the
 * CiliumNodeConfigs of its namespace that match the node, in the order of their names, the last one winning.
 */
export function agentConfiguration(
  store: ObjectStore,
  namespace: string,
  nodeName: string,
): Record<string, string> {
  const config: Record<string, string> = { ...store.get('ConfigMap', 'cilium-config', namespace)?.data };
  const node: KindTypes['Node'] | undefined = store.get('Node', nodeName);
  for (const { object } of store.collection(resourceOfKind('CiliumNodeConfig')).list(namespace)) {
    // The collection of CiliumNodeConfigs holds nothing else.
    const { spec } = object as CiliumNodeConfig;
    // An empty selector means every node, an absent one none.
    const matches = spec?.nodeSelector && labelSelectorMatcher(spec.nodeSelector);
    if (matches?.(node?.metadata.labels)) Object.assign(config, spec.defaults);
  }
  return config;
}
