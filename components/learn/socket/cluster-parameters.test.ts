import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { defaultSocketParameters } from '@/lib/learn/socket/socket-parameters';
import { readSocketLink, writeSocketLink } from '@/lib/learn/socket/socket-state';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { agentView, backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { clusterParameters } from './cluster-parameters';

const status: AgentStatus = {
  kubeProxyReplacement: {
    mode: 'True',
    features: { socketLB: { enabled: true }, bpfSocketLBHostnsOnly: true },
    deviceList: [{ name: 'eth0', ip: ['192.0.2.31'] }],
  },
  sections: {},
  lines: {},
  unparsed: [],
};
const agents = [agentView('a', { version: '1.18.2', status })];
const service = { namespace: 'shop', name: 'web', portName: null };
const target = {
  ...({ kind: 'pod', namespace: 'shop', name: 'web-1', workload: 'web', node: 'a', zone: null } as const),
};
const backends = [
  backendView('10.0.1.9:8443/TCP terminating', { target }),
  backendView('10.0.1.7:8443/TCP', { target }),
];

describe('the parameters of a cluster', () => {
  it('are its coverage, and a Service with an active pod and a node port', () => {
    const parameters = clusterParameters(agents, [
      frontendView('10.96.0.9:53/UDP', { backends: [] }),
      frontendView('10.96.0.20:443/TCP', { service, backends }),
      frontendView('0.0.0.0:30443/TCP', { type: 'NodePort', service, backends }),
      frontendView('192.0.2.31:30443/TCP', { type: 'NodePort', service, backends }),
    ]);
    expect(parameters).toEqual({
      ...{ coverage: 'host-only', minor: 18, protocol: 'TCP' },
      ends: {
        service: { ip: '10.96.0.20', port: 443 },
        serviceName: 'shop/web',
        backend: { ip: '10.0.1.7', port: 8443 },
        nodePort: { ip: '192.0.2.31', port: 30443 },
      },
    });
    const state = {
      ...{ step: 1, predicted: new Map<string, string>(), speed: '1' as const },
      parameters: { ...defaultSocketParameters, ...parameters },
    };
    expect(readSocketLink(writeSocketLink(state))).toEqual({ state, ignored: [] });
  });

  it('have a node’s address where the node port stands for all of them, as from v1.18 on', () => {
    const row = frontendView('10.96.0.20:443/TCP', { service, backends });
    const wildcard = frontendView('0.0.0.0:30443/TCP', { type: 'NodePort', service, backends });
    const node = agentView('a', { version: '1.18.2', status, nodeIPs: ['192.0.2.31'] });
    const nodePortWith = (rows: FrontendView[]) => clusterParameters([node], rows)?.ends?.nodePort;
    expect(nodePortWith([row, wildcard])).toEqual({ ip: '192.0.2.31', port: 30443 });
    expect(
      nodePortWith([row, { ...wildcard, scope: 'internal' }]),
      'clients outside reach no such row',
    ).toBeNull();
    expect(nodePortWith([row, { ...wildcard, nodes: ['b'] }]), 'no agent of b told its address').toBeNull();
    const v6 = frontendView('[::]:30443/TCP', { type: 'NodePort', service, backends });
    expect(nodePortWith([row, v6]), 'of the other family').toBeNull();
  });

  it('leave the example’s addresses where no Service has an active pod', () => {
    const idle = frontendView('10.96.0.20:443/TCP', { service, backends: backends.slice(0, 1) });
    expect(clusterParameters(agents, [idle])).toMatchObject({ coverage: 'host-only', ends: null });
    expect(clusterParameters([agentView('a')], [idle])).toBeNull();
  });
});
