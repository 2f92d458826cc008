import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aroundOfExample, manifestExampleNames, manifestExamples } from './learn/rows/manifest-examples';
import { configOf, defaultAround, releases, type ClusterAround } from './learn/rows/cluster-around';
import { readManifest } from './learn/rows/read-manifest';
import { rowsModel, type RowsInput } from './learn/rows/rows-model';
import type { KindTypes } from './server/training/agent-contract';
import { createAgentFactory } from './server/training/agent/create-agent';
import { agentStart, type ClusterObjects } from './server/training/agent/random-cluster.fixture';

type Protocol = NonNullable<NonNullable<KindTypes['Service']['spec']>['ports']>[number]['protocol'];

/** The objects of an API server in which agents read what the simulator computes from. */
function objectsOf({ service, slices, pods, nodes }: RowsInput): ClusterObjects {
  const { namespace, name, labels, annotations } = service;
  const items = [...nodes];
  return {
    services: [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { namespace, name, labels, annotations, resourceVersion: '1' },
        spec: {
          type: service.type,
          clusterIPs: service.clusterIPs,
          externalIPs: service.externalIPs,
          ports: service.ports.map((port) => ({ ...port, protocol: port.protocol as Protocol })),
          externalTrafficPolicy: service.externalTrafficPolicy,
          internalTrafficPolicy: service.internalTrafficPolicy,
          healthCheckNodePort: service.healthCheckNodePort,
          trafficDistribution: service.trafficDistribution ?? undefined,
        },
        status: { loadBalancer: { ingress: service.ingress } },
      },
    ],
    slices: slices.map((slice) => ({
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        namespace: slice.namespace,
        name: slice.name,
        labels: { 'kubernetes.io/service-name': slice.serviceName },
      },
      addressType: slice.addressType,
      ports: slice.ports.map((port) => ({
        ...port,
        port: port.port ?? undefined,
        protocol: port.protocol as Protocol,
      })),
      endpoints: slice.endpoints.map(({ addresses, ready, serving, terminating, ...rest }) => ({
        addresses: [...addresses],
        conditions: { ready, serving, terminating },
        nodeName: rest.nodeName ?? undefined,
        zone: rest.zone ?? undefined,
        hints: {
          forZones: rest.hintZones.map((zone) => ({ name: zone })),
          forNodes: rest.hintNodes.map((node) => ({ name: node })),
        },
      })),
    })),
    pods: pods.map((pod) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: pod.namespace, name: pod.name, uid: pod.uid },
      spec: {
        nodeName: pod.nodeName,
        containers: [
          {
            name: 'c',
            ports: pod.hostPorts.map(({ hostPort, containerPort, protocol }) => ({
              hostPort,
              containerPort,
              protocol: protocol as Protocol,
            })),
          },
        ],
      },
      status: { phase: 'Running', podIPs: pod.ips.map((ip) => ({ ip })) },
    })),
    nodes: items.map((node) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: node.name, labels: { ...node.labels } },
      status: { addresses: node.addresses.map((address) => ({ type: 'InternalIP', address })) },
    })),
  };
}

/** What a training agent prints on each node of the same cluster. */
function textsOfAgents(input: RowsInput, around: ClusterAround): string[] {
  const objects = objectsOf(input);
  const release = around.release.split('.').length === 2 ? `${around.release}.0` : around.release;
  // Each address of a node is on a device of its own, as the simulator has it.
  const facts = (nodeName: string) => ({
    devices: (around.nodes.find(({ name }) => name === nodeName)?.ips ?? []).map((ip, index) => ({
      name: `eth${index}`,
      ips: [ip],
      defaultRoute: true,
    })),
  });
  return around.nodes.map(({ name }) => {
    const start = agentStart(
      objects,
      `quay.io/cilium/cilium:v${release}`,
      { ...configOf(around) },
      { startedAtMs: 0, nowMs: () => 3_600_000 },
    );
    const agent = createAgentFactory({ facts })({ ...start, nodeName: name });
    expect(agent.fatal).toBeNull();
    const printed = agent.run(['cilium', 'service', 'list']);
    if (printed === 'no-such-binary') throw new Error(release);
    return printed.stdout;
  });
}

const changes: fc.Arbitrary<Partial<ClusterAround>> = fc.record(
  {
    kpr: fc.boolean(),
    topology: fc.boolean(),
    protocols: fc.boolean(),
    graceful: fc.boolean(),
    internalPolicy: fc.boolean(),
    hasLoadBalancer: fc.boolean(),
    hostPort: fc.constantFrom(0, 8443),
  },
  { requiredKeys: [] },
);

describe.each(manifestExampleNames)('the rows of the example %s', (name) => {
  const { manifest } = readManifest(manifestExamples[name].text);
  if (manifest === null) throw new Error(name);

  test.each(releases)(
    'are byte for byte what a training agent of %s prints of the same cluster',
    (release) => {
      const around = { ...aroundOfExample(name, defaultAround), release };
      const { input, perNode } = rowsModel(manifest, around);
      expect(perNode.map(({ text }) => text)).toEqual(textsOfAgents(input, around));
    },
  );

  test('are the same under any setting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...releases), changes, (release, changed) => {
        const around = { ...aroundOfExample(name, defaultAround), release, ...changed };
        const { input, perNode } = rowsModel(manifest, around);
        expect(perNode.map(({ text }) => text)).toEqual(textsOfAgents(input, around));
      }),
      { numRuns: 20 },
    );
  });
});
