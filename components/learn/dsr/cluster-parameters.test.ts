import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { defaultDsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { readDsrLink, writeDsrLink } from '@/lib/learn/dsr/dsr-state';
import { dsrWalk } from '@/lib/learn/dsr/dsr-walk';
import { agentView, backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { clusterParameters, servicesToFollow } from './cluster-parameters';

function status(ip: string, mode: string, dsrMode: string): AgentStatus {
  return {
    kubeProxyReplacement: {
      mode: 'True',
      features: { nodePort: { enabled: true, mode, dsrMode } },
      deviceList: [{ name: 'eth0', ip: [ip] }],
      directRoutingDevice: 'eth0',
    },
    sections: {},
    lines: {},
    unparsed: [],
  };
}

const agents = [
  agentView('a', { version: '1.18.2', status: status('192.0.2.31', 'DSR', 'IP Option/Extension') }),
  agentView('b', { version: '1.18.2', status: status('192.0.2.32', 'DSR', 'IP Option/Extension') }),
];

const target = (node: string) => ({
  kind: 'pod' as const,
  namespace: 'video',
  name: 'edge-1',
  workload: 'edge',
  node,
  zone: null,
});

describe('the parameters of a cluster', () => {
  it('are its settings, and a Service that clients outside reach with a pod on another node', () => {
    const parameters = clusterParameters(agents, [
      frontendView('10.96.0.1:443/TCP', { nodes: ['a', 'b'] }),
      frontendView('203.0.113.10:443/TCP', {
        type: 'LoadBalancer',
        nodes: ['a', 'b'],
        service: { namespace: 'video', name: 'edge', portName: null },
        backends: [
          backendView('10.0.1.9:8443/TCP terminating', { target: target('b'), nodes: ['a', 'b'] }),
          backendView('10.0.1.7:8443/TCP', { target: target('a'), nodes: ['a', 'b'] }),
        ],
      }),
    ]);
    expect(parameters).toMatchObject({
      ...{ mode: 'dsr', dispatch: 'opt', routing: 'native', minor: 18, protocol: 'TCP', backend: 'remote' },
      ends: {
        service: { ip: '203.0.113.10', port: 443 },
        serviceName: 'video/edge',
        backend: { ip: '10.0.1.7', port: 8443 },
        nodeIPs: ['192.0.2.32', '192.0.2.31'],
      },
    });
    const state = {
      hop: 1,
      predicted: new Map<string, string>(),
      speed: '1' as const,
      parameters: { ...defaultDsrParameters, ...parameters },
    };
    expect(readDsrLink(writeDsrLink(state))).toEqual({ state, ignored: [] });
    expect(dsrWalk(state.parameters).walk.failure).toBeNull();
    expect(dsrWalk(state.parameters).walk.hops.at(-1)?.after.source).toEqual({
      ip: '203.0.113.10',
      port: 443,
    });
  });

  it('leave the example’s addresses where clients outside reach none of its Services', () => {
    const inside = frontendView('0.0.0.0:30080/TCP', {
      ...{ type: 'NodePort', scope: 'internal' },
      backends: [backendView('10.0.1.7:8080/TCP', { target: target('a') })],
    });
    expect(clusterParameters(agents, [inside])).toMatchObject({ mode: 'dsr', ends: null });
    expect(clusterParameters([agentView('a')], [inside])).toBeNull();
  });

  it.each(['0.0.0.0', '[::]'])(
    'take the node’s own address for a node port at %s, as from v1.18 on',
    (every) => {
      const isIPv4 = every === '0.0.0.0';
      const ips = isIPv4 ? ['192.0.2.31', '192.0.2.32'] : ['2001:db8::31', '2001:db8::32'];
      const both = ips.map((ip, index) =>
        agentView(index === 0 ? 'a' : 'b', { version: '1.18.2', status: status(ip, 'SNAT', '') }),
      );
      const nodePort = frontendView(`${every}:30080/TCP`, {
        ...{ type: 'NodePort', nodes: ['a', 'b'] },
        service: { namespace: 'video', name: 'edge', portName: null },
        backends: [backendView(isIPv4 ? '10.0.2.7:8080/TCP' : '[fd00::7]:8080/TCP', { target: target('b') })],
      });
      expect(servicesToFollow(both, [nodePort])).toEqual(['video/edge']);
      const parameters = clusterParameters(both, [nodePort]);
      expect(parameters?.ends).toMatchObject({ service: { ip: ips[0], port: 30080 }, nodeIPs: ips });
      expect(dsrWalk({ ...defaultDsrParameters, ...parameters }).walk.failure).toBeNull();
    },
  );

  it('follow a packet to no pod that its node would not choose, as under a policy of Local', () => {
    const each = frontendView('203.0.113.10:443/TCP', {
      ...{ type: 'LoadBalancer', nodes: ['a', 'b'], ownBackends: true },
      backends: [
        backendView('10.0.1.7:8443/TCP', { target: target('a'), nodes: ['a'] }),
        backendView('10.0.2.7:8443/TCP', { target: target('b'), nodes: ['b'] }),
      ],
    });
    expect(clusterParameters(agents, [each])).toMatchObject({
      backend: 'local',
      ends: { backend: { ip: '10.0.1.7' }, nodeIPs: ['192.0.2.31', '192.0.2.32'] },
    });
    const onOne = { ...each, backends: each.backends.slice(1) };
    expect(clusterParameters(agents, [onOne])).toMatchObject({
      backend: 'local',
      ends: { backend: { ip: '10.0.2.7' }, nodeIPs: ['192.0.2.32', '192.0.2.31'] },
    });
  });

  it('take a node port by the node’s own address', () => {
    const parameters = clusterParameters(agents, [
      frontendView('192.0.2.31:30080/TCP', {
        type: 'NodePort',
        nodes: ['a'],
        backends: [backendView('10.0.2.7:8080/TCP', { target: target('b') })],
      }),
    ]);
    const { predictions } = dsrWalk({ ...defaultDsrParameters, ...parameters, mode: 'snat' });
    const source = predictions.find(({ id }) => id === 'source');
    // The Service has the node's own address: one of the answers, not two.
    expect(source?.options.map(({ id }) => id)).toEqual(['client', 'node']);
  });
});

describe('a Service that is chosen', () => {
  const outside = (ip: string, name: string) =>
    frontendView(`${ip}:443/TCP`, {
      type: 'LoadBalancer',
      nodes: ['a', 'b'],
      service: { namespace: 'video', name, portName: null },
      backends: [backendView('10.0.1.7:8443/TCP', { target: target('a') })],
    });
  const inside = frontendView('10.96.0.1:443/TCP', {
    nodes: ['a', 'b'],
    service: { namespace: 'video', name: 'inner', portName: null },
  });
  const frontends = [outside('203.0.113.11', 'zeta'), outside('203.0.113.10', 'edge'), inside];

  it('is one of those that clients outside reach, in the order of their names', () => {
    expect(servicesToFollow(agents, frontends)).toEqual(['video/edge', 'video/zeta']);
    expect(servicesToFollow([], frontends)).toEqual([]);
  });

  it('is the one whose addresses are shown', () => {
    expect(clusterParameters(agents, frontends, 'video/zeta')?.ends?.service.ip).toBe('203.0.113.11');
    expect(clusterParameters(agents, frontends)?.ends?.service.ip).toBe('203.0.113.10');
    expect(clusterParameters(agents, frontends, 'video/inner')?.ends, 'it left the cluster').toBeNull();
  });
});
