import { describe, expect, test } from 'vitest';
import { toAgentPod } from './to-agent-pod';
import { toConfigMap } from './to-config-map';
import { toEndpointSlice } from './to-endpoint-slice';
import { toNode } from './to-node';
import { toNodeConfig } from './to-node-config';
import { toPod } from './to-pod';
import { toRedirectPolicy } from './to-redirect-policy';
import { toService } from './to-service';
import { toWorkload } from './to-workload';

const metadata = (name: string, rest: object = {}) => ({ metadata: { name, namespace: 'shop', ...rest } });

describe('a pod', () => {
  test('of a Deployment is called after it, not after its ReplicaSet', () => {
    const pod = toPod({
      ...metadata('web-7c9-x1', {
        labels: { 'pod-template-hash': '7c9' },
        ownerReferences: [{ kind: 'ReplicaSet', name: 'web-7c9', controller: true }],
      }),
      spec: { nodeName: 'a', containers: [] },
      status: { phase: 'Running', podIP: '10.0.0.1', podIPs: [{ ip: '10.0.0.1' }, { ip: 'fd00::1' }] },
    });
    expect(pod).toMatchObject({
      workload: 'web',
      ips: ['10.0.0.1', 'fd00::1'],
      node: 'a',
      terminating: false,
    });
  });

  test('of a ReplicaSet without Deployment, of a StatefulSet, of nobody', () => {
    const workload = (ownerReferences: object[]) =>
      toPod({ ...metadata('x', { ownerReferences }) })?.workload;
    expect(workload([{ kind: 'ReplicaSet', name: 'plain-rs', controller: true }])).toBe('plain-rs');
    expect(workload([{ kind: 'StatefulSet', name: 'db', controller: true }])).toBe('db');
    expect(workload([{ kind: 'Node', name: 'a' }])).toBeNull();
  });

  test('has host ports unless it is on the host’s network itself', () => {
    const containers = [
      {
        name: 'c',
        ports: [
          { containerPort: 8080, hostPort: 80 },
          { containerPort: 53, protocol: 'UDP' },
        ],
      },
    ];
    expect(toPod({ ...metadata('x'), spec: { containers } })?.hostPorts).toEqual([
      { port: 80, hostIP: null, containerPort: 8080, protocol: 'TCP' },
    ]);
    expect(toPod({ ...metadata('x'), spec: { containers, hostNetwork: true } })?.hostPorts).toEqual([]);
  });
});

describe('the pod of an agent', () => {
  const agent = (status: object, rest: object = {}) =>
    toAgentPod({
      ...metadata('cilium-x', { ownerReferences: [{ kind: 'DaemonSet', name: 'anetd' }], ...rest }),
      spec: { nodeName: 'a', containers: [{ name: 'cilium-agent', image: 'cilium:v1.18.2' }] },
      status: { phase: 'Running', containerStatuses: [{ name: 'cilium-agent', ...status }] },
    });

  test('of a DaemonSet of any name', () => {
    const state = { running: { startedAt: '2026-01-01T00:00:00Z' } };
    expect(agent({ ready: true, restartCount: 2, containerID: 'containerd://1', state })).toMatchObject({
      daemonSet: 'anetd',
      node: 'a',
      ready: true,
      restarts: 2,
      startedTimestamp: '2026-01-01T00:00:00Z',
      waitingReason: null,
    });
  });

  test('that crashes says so in the kubelet’s word', () => {
    expect(agent({ state: { waiting: { reason: 'CrashLoopBackOff' } } })).toMatchObject({
      ready: false,
      waitingReason: 'CrashLoopBackOff',
    });
  });

  test('is none without its container, or before it has a node', () => {
    expect(
      toAgentPod({ ...metadata('x'), spec: { nodeName: 'a', containers: [{ name: 'operator' }] } }),
    ).toBeNull();
    expect(toAgentPod({ ...metadata('x'), spec: { containers: [{ name: 'cilium-agent' }] } })).toBeNull();
  });
});

describe('a Service', () => {
  test('with everything', () => {
    expect(
      toService({
        ...metadata('web', {
          annotations: { 'service.cilium.io/type': 'NodePort', 'kubectl.kubernetes.io/last': '{}' },
        }),
        spec: {
          type: 'LoadBalancer',
          clusterIP: '10.96.0.1',
          clusterIPs: ['10.96.0.1', 'fd00::1'],
          externalIPs: ['198.51.100.1'],
          selector: { app: 'web' },
          externalTrafficPolicy: 'Local',
          healthCheckNodePort: 31000,
          publishNotReadyAddresses: true,
          loadBalancerClass: 'io.cilium/bgp-control-plane',
          sessionAffinity: 'ClientIP',
          sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
          ports: [
            { port: 80, nodePort: 30080, targetPort: 'http' },
            { name: 'dns', port: 53, protocol: 'UDP' },
          ],
        },
        status: {
          loadBalancer: {
            ingress: [{ ip: '203.0.113.1', ipMode: 'Proxy' }, { hostname: 'lb.example' }],
          },
        },
      }),
    ).toMatchObject({
      clusterIPs: ['10.96.0.1', 'fd00::1'],
      loadBalancerIPs: ['203.0.113.1'],
      proxiedLoadBalancerIPs: ['203.0.113.1'],
      hasSelector: true,
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 31000,
      publishNotReadyAddresses: true,
      loadBalancerClass: 'io.cilium/bgp-control-plane',
      sessionAffinityTimeoutSeconds: 600,
      annotations: { 'service.cilium.io/type': 'NodePort' },
      ports: [
        { name: null, port: 80, protocol: 'TCP', nodePort: 30080, targetPort: 'http' },
        { name: 'dns', port: 53, protocol: 'UDP', nodePort: null, targetPort: null },
      ],
    });
  });

  test('that is headless or an alias has no address', () => {
    expect(
      toService({ ...metadata('x'), spec: { clusterIP: 'None', clusterIPs: ['None'] } })?.clusterIPs,
    ).toEqual([]);
    expect(toService({ ...metadata('x'), spec: { type: 'ExternalName' } })).toMatchObject({
      clusterIPs: [],
      ports: [],
    });
  });
});

test('an EndpointSlice: unset conditions mean ready, serving, not terminating', () => {
  const slice = toEndpointSlice({
    ...metadata('web-1', { labels: { 'kubernetes.io/service-name': 'web' } }),
    ports: [{ name: '', port: 8080 }],
    endpoints: [
      {
        addresses: ['10.0.0.1'],
        targetRef: { kind: 'Pod', name: 'web-x' },
        hints: { forZones: [{ name: 'z1' }] },
      },
      { addresses: ['10.0.0.2'], conditions: { ready: false, serving: true, terminating: true } },
      { addresses: ['10.0.0.3'], conditions: { ready: false } },
    ],
  });
  expect(slice?.ports).toEqual([{ name: null, port: 8080, protocol: 'TCP' }]);
  expect(slice?.endpoints).toMatchObject([
    {
      ready: true,
      serving: true,
      terminating: false,
      pod: { namespace: 'shop', name: 'web-x' },
      hintZones: ['z1'],
      hintNodes: [],
    },
    { ready: false, serving: true, terminating: true, pod: null, hintZones: [] },
    { ready: false, serving: false, terminating: false },
  ]);
});

test('an EndpointSlice: its weight is a 16-bit number or none', () => {
  const weightOf = (weight?: string) =>
    toEndpointSlice(
      metadata('web-1', { annotations: weight === undefined ? {} : { 'service.cilium.io/weight': weight } }),
    )?.weight;
  expect(['0', '250', '65535'].map(weightOf)).toEqual([0, 250, 65535]);
  expect([undefined, '', 'heavy', '-1', '65536', '1e3'].map(weightOf)).toEqual(Array(6).fill(null));
});

test('a Node: its addresses and its zone, by the old label too', () => {
  const node = (labels: object) =>
    toNode({
      metadata: { name: 'a', labels },
      spec: { providerID: 'aws:///us-east-1a/i-0a1b2c' },
      status: {
        addresses: [
          { type: 'InternalIP', address: '192.0.2.1' },
          { type: 'Hostname', address: 'a' },
          { type: 'ExternalIP', address: '198.51.100.1' },
        ],
        conditions: [{ type: 'Ready', status: 'True' }],
      },
    });
  expect(node({ 'topology.kubernetes.io/zone': 'z1' })).toEqual({
    name: 'a',
    kernel: null,
    ips: ['192.0.2.1', '198.51.100.1'],
    internalIPs: ['192.0.2.1'],
    zone: 'z1',
    labels: { 'topology.kubernetes.io/zone': 'z1' },
    ready: true,
    provider: 'aws',
  });
  expect(node({ 'failure-domain.beta.kubernetes.io/zone': 'z2' })?.zone).toBe('z2');
});

test('workloads count in their own way', () => {
  const object = {
    ...metadata('cilium'),
    spec: { replicas: 2 },
    status: { desiredNumberScheduled: 5, numberReady: 4, readyReplicas: 1 },
  };
  expect(toWorkload('DaemonSet')(object)).toMatchObject({ desired: 5, ready: 4 });
  expect(toWorkload('Deployment')(object)).toMatchObject({ desired: 2, ready: 1, update: null });
  expect(toWorkload('DaemonSet')(object)?.update).toEqual({ strategy: 'RollingUpdate', maxUnavailable: '1' });
  const updateStrategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } };
  expect(toWorkload('DaemonSet')({ ...object, spec: { updateStrategy } })?.update?.maxUnavailable).toBe(
    '25%',
  );
  const onDelete = { ...object, spec: { updateStrategy: { type: 'OnDelete' } } };
  expect(toWorkload('DaemonSet')(onDelete)?.update).toEqual({ strategy: 'OnDelete', maxUnavailable: null });
});

test.each([
  ['node', toNode],
  ['pod', toPod],
  ['agent', toAgentPod],
  ['service', toService],
  ['slice', toEndpointSlice],
  ['workload', toWorkload('DaemonSet')],
] as const)('what is no %s is left out, without an exception', (_kind, reshape) => {
  for (const nonsense of [null, 7, 'x', [], {}, { metadata: {} }, { metadata: { name: 7 } }]) {
    expect(reshape(nonsense)).toBeNull();
  }
});

test('ConfigMap cilium-config: its keys, who writes it, and when it and each key were last written', () => {
  const fields = (...keys: string[]) => ({
    'f:data': Object.fromEntries(keys.map((key) => [`f:${key}`, {}])),
  });
  const metadata = {
    name: 'cilium-config',
    namespace: 'kube-system',
    annotations: { 'meta.helm.sh/release-name': 'cilium', 'meta.helm.sh/release-namespace': 'kube-system' },
    managedFields: [
      { manager: 'kubectl-edit', time: '2026-01-02T00:00:00Z', fieldsV1: fields('bpf-lb-mode') },
      { manager: 'helm', time: '2026-01-01T00:00:00Z', fieldsV1: fields('bpf-lb-mode', 'debug') },
      { fieldsV1: 'nonsense' },
      {},
    ],
  };
  expect(toConfigMap({ metadata, data: { debug: 'false' } })).toMatchObject({
    namespace: 'kube-system',
    name: 'cilium-config',
    data: { debug: 'false' },
    writtenTimestamp: '2026-01-02T00:00:00Z',
    keyTimestamps: { 'bpf-lb-mode': '2026-01-02T00:00:00Z', debug: '2026-01-01T00:00:00Z' },
    owner: { kind: 'helm', release: { namespace: 'kube-system', name: 'cilium' } },
  });
});

test('a CiliumNodeConfig without selector selects no node, one with an empty selector every node', () => {
  const of = (spec: object) => toNodeConfig({ metadata: { name: 'x', namespace: 'kube-system' }, spec });
  expect(of({ defaults: { debug: 'true' } })?.nodeSelector).toBeNull();
  expect(of({ nodeSelector: {} })?.nodeSelector).toEqual({ matchLabels: {}, matchExpressions: [] });
});

test('a CiliumLocalRedirectPolicy redirects a Service or an address', () => {
  const of = (redirectFrontend: object) =>
    toRedirectPolicy({
      metadata: { name: 'x', namespace: 'kube-system' },
      spec: {
        redirectFrontend,
        redirectBackend: {
          localEndpointSelector: { matchLabels: { app: 'dns' } },
          toPorts: [{ port: '53', name: 'DNS', protocol: 'UDP' }],
        },
      },
    });
  expect(of({ serviceMatcher: { serviceName: 'kube-dns', namespace: 'kube-system' } })).toMatchObject({
    frontend: { serviceName: 'kube-dns', ports: [] },
    backend: { ports: [{ port: 53, name: 'dns', protocol: 'UDP' }] },
    nodeSelector: null,
  });
  const address = { ip: '169.254.169.254', toPorts: [{ port: '80', protocol: 'TCP' }] };
  expect(of({ addressMatcher: address })?.frontend).toEqual({
    ip: '169.254.169.254',
    ports: [{ port: 80, name: '', protocol: 'TCP' }],
  });
  expect(of({})).toBeNull();
});
