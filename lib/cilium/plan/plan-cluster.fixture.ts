import { parseAgentVersion } from '../agent-version';
import { noFacts } from '../rules/start-facts';
import { configOwnerOf } from '../settings/config-owner';
import type { ConfigLayer } from '../settings/config-layers';
import type { PlanAgent, PlanCluster } from './plan-input';

type Given = {
  version?: string;
  data?: Record<string, string>;
  nodes?: number;
  ofNode?: Record<string, ConfigLayer[]>;
};

/** Kube-proxy replacement over a VXLAN tunnel, as the chart writes it. */
export const vxlan = {
  'kube-proxy-replacement': 'true',
  'routing-mode': 'tunnel',
  'tunnel-protocol': 'vxlan',
  'bpf-lb-acceleration': 'disabled',
  'bpf-lb-map-max': '65536',
};

/** A cluster of some nodes whose agents run with what stands in the ConfigMap. */
export function planCluster({
  version = '1.17.10',
  data = vxlan,
  nodes = 3,
  ofNode = {},
}: Given = {}): PlanCluster {
  const parsed = parseAgentVersion(version);
  if (parsed === null) throw new Error(`no version: ${version}`);
  const layer: ConfigLayer = {
    kind: 'config-map',
    object: 'ConfigMap kube-system/cilium-config',
    data,
    writtenTimestamp: null,
    keyTimestamps: {},
  };
  const agents = Array.from({ length: nodes }, (_, index): PlanAgent => {
    const node = `node-${index + 1}`;
    const layers = [layer, ...(ofNode[node] ?? [])];
    return {
      node,
      hostname: `${node}.example`,
      provider: null,
      version: parsed,
      layers,
      facts: noFacts,
      status: null,
      isRunning: true,
      startedMs: 1_000,
      startedWith: Object.assign({}, ...layers.map((one) => one.data)) as Record<string, string>,
    };
  });
  const marks = { annotations: { 'meta.helm.sh/release-name': 'cilium' }, labels: {}, managers: [] };
  return {
    agents,
    unjudged: [],
    namespace: 'kube-system',
    configMap: { name: 'cilium-config', data, owner: configOwnerOf(marks) },
    release: {
      name: 'cilium',
      namespace: 'kube-system',
      revision: 7,
      chartVersion: version,
      values: { 'loadBalancer.acceleration': 'disabled' },
    },
    daemonSet: { name: 'cilium', strategy: 'RollingUpdate', maxUnavailable: '2' },
    startSeconds: [20, 30, 25],
    frontends: [
      { type: 'NodePort', backends: ['10.0.0.1:80', '10.0.1.1:80'] },
      { type: 'ClusterIP', backends: ['10.0.0.1:80', '10.0.2.1:80'] },
    ],
  };
}
