import { describe, expect, test } from 'vitest';
import { parseStatus } from '@/lib/cilium/parse-status';
import { readManifest } from '@/lib/learn/rows/read-manifest';
import { rowsModel } from '@/lib/learn/rows/rows-model';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { clusterService, liveServices } from './cluster-service';

const status = parseStatus(
  JSON.stringify({
    cilium: { state: 'Ok', msg: '1.18.7 (v1.18.7-abcdef)' },
    'kube-proxy-replacement': {
      mode: 'True',
      deviceList: [{ name: 'eth0', ip: ['192.0.2.21', 'fe80::1'] }],
      features: { nodePort: { enabled: true, portMin: 30000, portMax: 32767 } },
    },
  }),
);

// The two functions look at these fields only.
const agent = (node: string): AgentView =>
  ({ node, status, zone: 'z1', nodeIPs: [] }) as unknown as AgentView;

const detail = (change: Partial<FrontendDetail['frontend']> = {}): FrontendDetail => ({
  frontend: {
    key: '10.96.7.7:80/TCP',
    service: { namespace: 'shop', name: 'cart', portName: 'http' },
    remote: false,
    ...change,
  } as unknown as FrontendView,
  manifest: {
    type: 'LoadBalancer',
    clusterIPs: ['10.96.7.7'],
    externalIPs: [],
    loadBalancerIPs: ['203.0.113.77'],
    loadBalancerClass: null,
    port: { name: 'http', port: 80, protocol: 'TCP', targetPort: 'web', nodePort: 31777 },
    hasSelector: true,
    publishNotReadyAddresses: false,
    healthCheckNodePort: 31888,
    trafficDistribution: null,
  },
  policies: {
    externalTrafficPolicy: 'Local',
    internalTrafficPolicy: 'Cluster',
    sessionAffinity: 'None',
    sessionAffinityTimeoutSeconds: null,
    sourceRanges: [],
    annotations: { 'service.cilium.io/lb-l7': 'off', 'example.com/other': 'x' },
  },
  apiBackends: [
    {
      ip: '10.1.2.3',
      port: 8081,
      ready: true,
      serving: true,
      terminating: false,
      node: 'b',
      zone: 'z1',
      hinted: false,
      weight: null,
    },
  ],
  perNode: [],
});

describe('a Service of the cluster', () => {
  test('becomes a manifest without problems, whose rows are those of the cluster', () => {
    const found = clusterService('shop/cart', [detail()], [agent('a'), agent('b')]);
    if (found === null) throw new Error('not found');
    const { manifest, problems } = readManifest(found.text);
    expect(problems).toEqual([]);
    expect(found.text).not.toContain('example.com');
    expect(found.around).toMatchObject({ release: '1.18.5', kpr: true });
    expect(found.around.nodes.map(({ name, ips }) => [name, ips])).toEqual([
      ['b', ['192.0.2.21']],
      ['a', ['192.0.2.21']],
    ]);
    if (manifest === null) throw new Error('no manifest');
    expect(rowsModel(manifest, found.around).perNode[0]?.text).toContain('203.0.113.77:80/TCP');
    expect(rowsModel(manifest, found.around).perNode[0]?.text).toContain('10.1.2.3:8081/TCP (active)');
  });

  test('is none where the API says nothing of it, or no agent reports', () => {
    expect(clusterService('shop/cart', [{ ...detail(), manifest: null }], [agent('a')])).toBeNull();
    expect(clusterService('shop/cart', [detail()], [])).toBeNull();
  });

  test('is offered once, by name, unless it is of another cluster', () => {
    const row = (change: Partial<FrontendView>): FrontendView => detail(change).frontend;
    expect(
      liveServices([row({}), row({ key: 'k2' }), row({ key: 'k3', remote: true }), row({ service: null })]),
    ).toEqual([{ name: 'shop/cart', keys: ['10.96.7.7:80/TCP', 'k2'] }]);
  });
});
