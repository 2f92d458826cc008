import type { AgentStatus } from '@/lib/cilium/agent-status';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { KubeProxyReplacementFeatures, NodePortFeature } from '@/lib/cilium/kube-proxy-replacement';
import type { FrontendView } from '../frontend-view';
import { backendView, frontendView } from '../snapshot.fixture';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';

type AgentShape = Partial<Omit<AdvisedAgent, 'version' | 'status'>> & {
  version?: string;
  nodePort?: Partial<NodePortFeature>;
  features?: KubeProxyReplacementFeatures;
  status?: Partial<AgentStatus>;
  mode?: string;
};

/** An agent that replaces kube-proxy whole, with SNAT and Random, and whose configuration is empty. */
export function agent(node: string, shape: AgentShape = {}): AdvisedAgent {
  const { version: text = '1.18.2', nodePort, features, status, mode = 'True', ...rest } = shape;
  const version = parseAgentVersion(text);
  if (version === null) throw new Error(`not a version: ${text}`);
  return {
    node,
    version,
    status: {
      sections: {},
      lines: {},
      unparsed: [],
      kubeProxyReplacement: {
        mode,
        deviceList: [{ name: 'eth0', ip: ['192.0.2.1'] }],
        features: {
          nodePort: {
            enabled: true,
            mode: 'SNAT',
            algorithm: 'Random',
            acceleration: 'Disabled',
            portMin: 30000,
            portMax: 32767,
            ...nodePort,
          },
          socketLB: { enabled: true },
          hostPort: { enabled: true },
          sessionAffinity: { enabled: true },
          annotations: [],
          ...features,
        },
      },
      ...status,
    },
    config: {},
    provider: null,
    ...rest,
  };
}

/** A cluster of these agents in which nothing else is. */
export function facts(rest: Partial<AdviceFacts> = {}): AdviceFacts {
  return { agents: [agent('a'), agent('b')], services: [], pods: [], frontends: [], ...rest };
}

/** A row of a Service `shop/NAME` of type LoadBalancer with so many active backends on every node. */
export function balanced(name: string, backendCount: number, rest: Partial<FrontendView> = {}): FrontendView {
  return frontendView('203.0.113.1:80/TCP', {
    type: 'LoadBalancer',
    service: { namespace: 'shop', name, portName: null },
    nodes: ['a', 'b'],
    backends: Array.from({ length: backendCount }, (_, index) =>
      backendView(`10.0.${index >> 8}.${index & 255}:80/TCP`, { nodes: ['a', 'b'] }),
    ),
    ...rest,
  });
}
