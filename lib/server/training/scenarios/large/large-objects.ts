import type { KubeObject, ScenarioSize } from '../../agent-contract';
import { seededRandom } from '../../api-server/seeded-random';
import type { AppSpec } from '../parts/app';
import { app } from '../parts/app';
import { clusterBase } from '../parts/cluster-base';
import type { NodeShape } from '../parts/nodes';
import { nodesOf } from '../parts/nodes';
import { service } from '../parts/service';
import { podSpec } from '../parts/workload';
import { teams } from './company';

/** The nodes of the large cluster: three zones, a /23 for pods each. */
export function largeShape(count: number): NodeShape {
  return {
    prefix: 'worker',
    count,
    address: (index) =>
      `10.${10 + (index >> 16)}.${(index >> 8) & 255}.${1 + (index & 127) + 100 * ((index >> 7) & 1)}`,
    podCIDR: (index) => `10.${128 + (index >> 7)}.${2 * (index & 127)}.0/23`,
    zones: ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'],
    cpus: 16,
    memory: '64Gi',
    maxPods: 500,
  };
}

/** The ingress on every node: host ports 80 and 443. */
const ingressController: KubeObject = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'ingress-nginx', namespace: 'ingress', labels: { app: 'ingress-nginx' } },
  spec: {
    selector: { matchLabels: { app: 'ingress-nginx' } },
    template: {
      metadata: { labels: { app: 'ingress-nginx' } },
      spec: podSpec({
        name: 'controller',
        image: 'registry.k8s.io/ingress-nginx/controller:v1.12.1',
        ports: [
          { name: 'http', containerPort: 80, hostPort: 80 },
          { name: 'https', containerPort: 443, hostPort: 443 },
        ],
      }),
    },
  },
};

type Kind = Pick<AppSpec, 'type' | 'spec' | 'ingress' | 'ports'>;

/** How a Service is reached: most in the cluster only, some from outside, as in clusters of that size. */
function kindOf(index: number, random: () => number): Kind {
  const draw = random();
  // The range for benchmarks (RFC 2544): wide enough that no two Services claim one address.
  const ip = `198.${18 + ((index >> 16) & 1)}.${(index >> 8) & 255}.${index & 255}`;
  const metrics = [
    { name: 'http', port: 80, targetPort: 8080 },
    { name: 'metrics', port: 9090, targetPort: 9090 },
  ];
  if (draw < 0.45) return {};
  if (draw < 0.7) return { ports: metrics };
  if (draw < 0.78) return { ports: [{ name: 'grpc', port: 50051, targetPort: 8080 }] };
  if (draw < 0.81) return { spec: { internalTrafficPolicy: 'Local' } };
  if (draw < 0.85) return { spec: { clusterIP: 'None' } };
  if (draw < 0.91)
    return { type: 'NodePort', spec: random() < 0.3 ? { externalTrafficPolicy: 'Local' } : {} };
  if (draw < 0.985) {
    const local = random() < 0.4 ? { externalTrafficPolicy: 'Local' } : {};
    return {
      type: 'LoadBalancer',
      ingress: [ip],
      spec: { ...local, allocateLoadBalancerNodePorts: random() < 0.5 },
    };
  }
  return { spec: { externalIPs: [ip] } };
}

/** What `replicasOf` gives on average for a factor of 1. */
const meanReplicas = 2.93;

/** Most Deployments are small, a few large, and some switched off; `factor` makes all of them larger. */
function replicasOf(random: () => number, factor: number): number {
  const draw = random();
  if (draw < 0.04) return 0;
  const small = draw < 0.5 ? 2 : draw < 0.85 ? 3 : draw < 0.97 ? 5 : 12;
  return Math.max(1, Math.round(small * factor));
}

/** Every object of a cluster of a size: the teams' apps, about two Services to a Deployment. */
export function largeObjects(size: ScenarioSize, seed: number): KubeObject[] {
  const random = seededRandom(seed + 17);
  const factor = (size.replicas ?? meanReplicas) / meanReplicas;
  const objects: KubeObject[] = [];
  // The base brings kubernetes, kube-dns and hubble-peer.
  for (let made = 3, index = 0; made < size.services; index++) {
    const team = teams[index % teams.length];
    const round = Math.floor(index / teams.length);
    if (team === undefined) break;
    const base = team.apps[round % team.apps.length] ?? 'app';
    const generation = Math.floor(round / team.apps.length);
    const name = generation === 0 ? base : `${base}-${generation + 1}`;
    const { namespace } = team;
    objects.push(...app({ namespace, name, replicas: replicasOf(random, factor), ...kindOf(made, random) }));
    made++;
    if (made < size.services && random() < 0.95) {
      const selector = { 'app.kubernetes.io/name': name };
      const port = { name: 'admin', port: 8081, targetPort: 8081 };
      const internal = service(namespace, `${name}-internal`, selector, [port]);
      const labels = {
        ...selector,
        'app.kubernetes.io/component': 'admin',
        'app.kubernetes.io/part-of': namespace,
      };
      objects.push({ ...internal, metadata: { ...internal.metadata, labels } });
      made++;
    }
  }
  return [
    ...nodesOf(largeShape(size.nodes)),
    ...clusterBase({
      ciliumVersion: '1.18.2',
      apiServers: ['10.9.0.11', '10.9.0.12', '10.9.0.13'],
      coreDNSReplicas: Math.min(8, Math.max(2, Math.floor(size.nodes / 10))),
      config: {
        'routing-mode': 'native',
        'ipv4-native-routing-cidr': '10.128.0.0/9',
        'enable-bpf-masquerade': 'true',
        'bpf-lb-algorithm': 'maglev',
        'cluster-name': 'prod-eu',
        'cluster-id': '3',
      },
    }),
    ingressController,
    ...objects,
  ];
}
