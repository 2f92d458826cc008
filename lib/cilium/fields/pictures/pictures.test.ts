import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../agent-status';
import type { NodePortFeature } from '../../kube-proxy-replacement';
import type { FieldContext } from '../field-context';
import { pictureOfMasquerading } from './masquerading';
import { pictureOfMode } from './mode';
import { statusWithPicked } from './picked-value';
import { pictureOfRouting } from './routing';
import { pictureOfSocketLb } from './socket-lb';
import { pictureOfXdp } from './xdp-acceleration';

const context: FieldContext = {
  node: 'a',
  nodeIP: '192.0.2.11',
  version: null,
  namespace: 'kube-system',
  pod: 'p',
  container: 'c',
  daemonSet: null,
  binary: null,
  outside: {
    address: '192.0.2.11:30080',
    service: 's',
    backend: { address: '10.0.2.20:8080', name: 'web', node: 'b' },
  },
  byType: {
    ClusterIP: {
      count: 1,
      example: {
        address: '10.96.0.1:80',
        service: 's',
        backend: { address: '10.0.2.20:8080', name: 'web', node: 'b' },
      },
    },
  },
};

function status(nodePort: Partial<NodePortFeature>, more: Partial<AgentStatus> = {}): AgentStatus {
  return {
    kubeProxyReplacement: {
      mode: 'True',
      deviceList: [{ name: 'eth0', ip: ['192.0.2.11'] }],
      directRoutingDevice: 'eth0',
      features: { socketLB: { enabled: true }, nodePort: { enabled: true, ...nodePort } },
    },
    sections: {},
    lines: {},
    unparsed: [],
    ...more,
  };
}

const hops = (picture: ReturnType<typeof pictureOfMode>) =>
  picture?.hops.map(({ from, to, source, destination }) => [from, to, source.text, destination.text]);

describe('a packet’s way, as in cilium-datapath.md section 3', () => {
  it('SNAT: both addresses change, and the answer comes back through the node', () =>
    expect(hops(pictureOfMode(status({ mode: 'SNAT' }), context))).toEqual([
      [0, 1, '198.51.100.7:40000', '192.0.2.11:30080'],
      [1, 2, '192.0.2.11:40000', '10.0.2.20:8080'],
      [2, 1, '10.0.2.20:8080', '192.0.2.11:40000'],
      [1, 0, '192.0.2.11:30080', '198.51.100.7:40000'],
    ]));

  it('DSR: the client’s address stays, and the backend’s node answers as the Service', () =>
    expect(hops(pictureOfMode(status({ mode: 'DSR' }), context))).toEqual([
      [0, 1, '198.51.100.7:40000', '192.0.2.11:30080'],
      [1, 2, '198.51.100.7:40000', '10.0.2.20:8080'],
      [2, 0, '192.0.2.11:30080', '198.51.100.7:40000'],
    ]));

  it('Hybrid: TCP as DSR, UDP as SNAT', () => {
    expect(hops(pictureOfMode(status({ mode: 'Hybrid' }), context, 'TCP'))).toHaveLength(3);
    expect(hops(pictureOfMode(status({ mode: 'Hybrid' }), context, 'UDP'))).toHaveLength(4);
  });

  it('IPIP: the packet inside keeps the Service’s address until the backend’s node', () => {
    const picture = pictureOfMode(status({ mode: 'DSR', dsrMode: 'IPIP' }), context);
    expect(picture?.hops[1]?.destination.text).toBe('192.0.2.11:30080');
    expect(picture?.hops[1]?.carries).toContain('10.0.2.20');
  });

  it('a backend on the receiving node is never SNATed', () => {
    const local = {
      ...context,
      outside: {
        address: '192.0.2.11:30080',
        service: null,
        backend: { address: '10.0.1.5:80', name: null, node: 'a' },
      },
    };
    expect(pictureOfMode(status({ mode: 'SNAT' }), local)?.hops[1]?.source.text).toBe('198.51.100.7:40000');
  });

  it('with a tunnel the node’s outer address is not claimed', () => {
    const routing = { network: 'Tunnel', tunnelProtocol: 'vxlan', host: 'BPF' };
    expect(pictureOfMode(status({ mode: 'SNAT' }, { routing }), context)?.hops[1]?.source.text).not.toContain(
      '192.0.2.11',
    );
  });

  it('draws nothing it does not know', () => {
    expect(pictureOfMode(status({ mode: 'Warp' }), context)).toBeNull();
    expect(pictureOfMode(status({ mode: 'SNAT' }), { ...context, outside: null })).toBeNull();
    expect(pictureOfXdp(status({ mode: 'SNAT' }), context)).toBeNull();
    expect(pictureOfSocketLb(status({}), { ...context, byType: {} })).toBeNull();
  });
});

it('the socket’s way: translated once, so answers need nothing', () => {
  const picture = pictureOfSocketLb(status({}), context);
  expect(hops(picture)?.map(([, , source, destination]) => `${source} ${destination}`)).toEqual([
    'pod 10.96.0.1:80',
    'pod 10.0.2.20:8080',
    '10.0.2.20:8080 pod',
    '10.0.2.20:8080 pod',
  ]);
  // Not so for UDP, whose answers are named after the Service again.
  expect(picture?.caption).toContain('Shown for TCP');
});

describe('what leaves the cluster', () => {
  it('gets the node’s address, and the answer the pod’s back', () =>
    expect(
      hops(pictureOfMasquerading(status({}, { masquerading: { enabled: true, mode: 'BPF' } }), context)),
    ).toEqual([
      [0, 1, 'pod', '198.51.100.7:443'],
      [1, 2, '192.0.2.11:p', '198.51.100.7:443'],
      [2, 1, '198.51.100.7:443', '192.0.2.11:p'],
      [1, 0, '198.51.100.7:443', 'pod'],
    ]));
  it('keeps the pod’s without masquerading, and says nothing where it is not reported', () => {
    expect(
      hops(pictureOfMasquerading(status({}, { masquerading: { enabled: false } }), context))?.[1],
    ).toEqual([1, 2, 'pod', '198.51.100.7:443']);
    expect(pictureOfMasquerading(status({}), context)).toBeNull();
  });
});

describe('a packet from pod to pod', () => {
  const carried = (network: string, tunnelProtocol?: string) =>
    pictureOfRouting(
      status(
        {},
        { routing: { network, host: 'BPF', ...(tunnelProtocol === undefined ? {} : { tunnelProtocol }) } },
      ),
      context,
    )?.hops.map(({ carries }) => carries);
  it('is wrapped between the nodes in a tunnel only', () => {
    expect(carried('Tunnel', 'vxlan')).toEqual([
      undefined,
      'inside vxlan, from node to node',
      'inside vxlan, from node to node',
      undefined,
    ]);
    expect(carried('Native')).toEqual([undefined, undefined, undefined, undefined]);
    expect(carried('Hybrid')).toBeUndefined();
  });
});

describe('a value that is picked', () => {
  const labelWith = (now: Partial<NodePortFeature>, key: string, value: string) => {
    const picked = statusWithPicked(status(now), key, value);
    return picked === null ? null : pictureOfMode(picked, context)?.label;
  };

  it('is what the picture shows, whatever the agent runs with', () => {
    expect(labelWith({ mode: 'SNAT' }, 'bpf-lb-mode', 'dsr')).toContain('with DSR:');
    expect(labelWith({ mode: 'DSR' }, 'bpf-lb-mode', 'snat')).toContain('with SNAT:');
    expect(labelWith({ mode: 'SNAT' }, 'bpf-lb-dsr-dispatch', 'ipip')).toContain('with DSR in IPIP');
  });

  it('changes no picture where none depends on it', () => {
    expect(labelWith({ mode: 'SNAT' }, 'bpf-lb-algorithm', 'maglev')).toBeNull();
    expect(labelWith({ mode: 'SNAT' }, 'bpf-lb-mode', 'nonsense')).toBeNull();
  });
});
