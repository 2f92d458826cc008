import type { AgentFactory, KubeObject, Scenario } from './agent-contract';

const config = (data: Record<string, string>): KubeObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'cilium-config', namespace: 'kube-system' },
  data,
});

function node(index: number): KubeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `node-${index}`,
      labels: { 'topology.kubernetes.io/zone': `zone-${index % 3}` },
    },
    spec: { podCIDRs: [`10.0.${index}.0/24`, `fd00:10:0:${index}::/64`] },
    status: { addresses: [{ type: 'InternalIP', address: `192.0.2.${10 + index}` }] },
  };
}

const agents: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'cilium', namespace: 'kube-system' },
  spec: {
    selector: { matchLabels: { 'k8s-app': 'cilium' } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    template: {
      metadata: { labels: { 'k8s-app': 'cilium' } },
      spec: {
        hostNetwork: true,
        tolerations: [{ operator: 'Exists' }],
        initContainers: [{ name: 'config', image: 'quay.io/cilium/cilium:v1.18.0' }],
        containers: [
          { name: 'cilium-agent', image: 'quay.io/cilium/cilium:v1.18.0' },
          { name: 'sidecar', image: 'registry.k8s.io/pause:3.9' },
        ],
      },
    },
  },
};

function web(replicas: number): KubeObject[] {
  const labels = { app: 'web' };
  return [
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'demo' },
      spec: {
        replicas,
        selector: { matchLabels: labels },
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        template: {
          metadata: { labels },
          spec: {
            containers: [
              {
                name: 'web',
                image: 'nginx:1.27',
                ports: [{ name: 'http', containerPort: 8080 }],
                lifecycle: { preStop: { sleep: { seconds: 5 } } },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'demo' },
      spec: {
        selector: labels,
        ipFamilyPolicy: 'PreferDualStack',
        ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      },
    },
  ];
}

function filler(count: number): KubeObject[] {
  return Array.from({ length: count }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `filler-${String(index).padStart(5, '0')}`, namespace: `team-${index % 20}` },
    spec: { selector: { app: `filler-${index}` }, ports: [{ port: 80 }] },
  }));
}

/** An agent that knows three commands: enough to try the API server, nothing of Cilium. */
const plainAgent: AgentFactory = ({ nodeName, config: settings, objects }) => {
  const fatal =
    settings['bpf-lb-algorithm'] === 'foo'
      ? { line: 'level=fatal msg="Invalid value for bpf-lb-algorithm: foo"', exitCode: 255 }
      : null;
  return {
    fatal,
    api: null,
    logs: () => `level=info msg="starting on ${nodeName}"\n${fatal ? `${fatal.line}\n` : ''}`,
    stop: () => {},
    run: (argv) => {
      if (argv[0] !== 'cilium-dbg') return 'no-such-binary';
      if (argv[1] === 'config') return { stdout: `${JSON.stringify(settings)}\n`, stderr: '', exitCode: 0 };
      if (argv[1] === 'service') {
        const rows = objects
          .list('Service')
          .map(({ metadata, spec }) => `${spec?.clusterIP} ${metadata.name}`);
        return { stdout: `${rows.join('\n')}\n`, stderr: 'a notice\n', exitCode: 0 };
      }
      return { stdout: '', stderr: `Error: unknown command "${argv[1]}" for "cilium-dbg"\n`, exitCode: 1 };
    },
  };
};

/** A small cluster for the tests of the API server and the controllers, apart from what Cilium does. */
export const smallScenario: Scenario = {
  name: 'small',
  title: 'Small',
  clusterName: 'small',
  kubernetesVersion: 'v1.33.1',
  describe: 'Three agents, one rolling Deployment behind a dual-stack Service.',
  objects: (size) => [
    ...Array.from({ length: size.nodes }, (_, index) => node(index)),
    config({ 'kube-proxy-replacement': 'true' }),
    agents,
    ...web(4),
    ...filler(size.services),
  ],
  agent: plainAgent,
};
