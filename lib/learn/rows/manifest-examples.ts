import { defaultAround, type AroundNode, type ClusterAround, type PodState } from './cluster-around';

/** A manifest to begin with, and what of the cluster it needs to show what it is about. */
export type ManifestExample = {
  title: string;
  text: string;
  around: Partial<ClusterAround>;
};

const head = (annotations = ''): string => `apiVersion: v1
kind: Service
metadata:
  name: web
  namespace: shop
${annotations}spec:
`;
const tail = `  selector:
    app: web
  ports:
  - name: http
    port: 80
    targetPort: 8080
`;
const annotated = (line: string): string => `  annotations:
    ${line}
`;

/** The nodes of the default with these pods on them. */
function withPods(...pods: PodState[][]): { nodes: readonly AroundNode[] } {
  return {
    nodes: defaultAround.nodes.map((node, index) => ({
      ...node,
      pods: (pods[index] ?? []).map((state) => ({ state, ips: null })),
    })),
  };
}

const dualNodes = {
  nodes: defaultAround.nodes.map((node, index) => ({
    ...node,
    ips: [`192.0.2.${11 + index}`, `2001:db8:1::${11 + index}`],
  })),
};

/** The manifests to begin with, by their name in the link. */
export const manifestExamples = {
  loadbalancer: { title: 'LoadBalancer', text: `${head()}  type: LoadBalancer\n${tail}`, around: {} },
  clusterip: { title: 'ClusterIP', text: `${head()}  type: ClusterIP\n${tail}`, around: {} },
  nodeport: {
    title: 'NodePort',
    text: `${head()}  type: NodePort\n${tail}    nodePort: 30080\n`,
    around: {},
  },
  externalips: {
    title: 'External IPs',
    text: `${head()}  type: ClusterIP\n  externalIPs:\n  - 198.51.100.80\n${tail}`,
    around: {},
  },
  local: {
    title: 'externalTrafficPolicy: Local',
    text: `${head()}  type: LoadBalancer\n  externalTrafficPolicy: Local\n${tail}`,
    around: {},
  },
  internal: {
    title: 'internalTrafficPolicy: Local',
    text: `${head()}  type: NodePort\n  internalTrafficPolicy: Local\n${tail}`,
    around: {},
  },
  dualstack: {
    title: 'Two families',
    text: `${head()}  type: NodePort\n  ipFamilyPolicy: RequireDualStack\n  ipFamilies:\n  - IPv4\n  - IPv6\n${tail}`,
    around: { ipv6: true, ...dualNodes },
  },
  protocols: {
    title: 'TCP and UDP on one port',
    text: `${head()}  type: ClusterIP
  selector:
    app: web
  ports:
  - name: dns-tcp
    port: 53
    protocol: TCP
  - name: dns-udp
    port: 53
    protocol: UDP
`,
    around: {},
  },
  affinity: {
    title: 'Session affinity',
    text: `${head()}  type: ClusterIP\n  sessionAffinity: ClientIP\n  sessionAffinityConfig:\n    clientIP:\n      timeoutSeconds: 600\n${tail}`,
    around: {},
  },
  exposed: {
    title: 'service.cilium.io/type',
    text: `${head(annotated('service.cilium.io/type: LoadBalancer'))}  type: LoadBalancer\n${tail}`,
    around: {},
  },
  edge: {
    title: 'service.cilium.io/node',
    text: `${head(annotated('service.cilium.io/node: edge'))}  type: LoadBalancer\n${tail}`,
    around: {},
  },
  hints: {
    title: 'Topology hints',
    text: `${head(annotated('service.kubernetes.io/topology-mode: Auto'))}  type: ClusterIP\n${tail}`,
    around: { topology: true, ...withPods(['ready'], ['ready'], ['ready']) },
  },
  leaving: {
    title: 'Pods that leave',
    text: `${head()}  type: ClusterIP\n${tail}`,
    around: withPods(['ready', 'serving'], ['gone'], ['not-ready']),
  },
  notready: {
    title: 'publishNotReadyAddresses',
    text: `${head()}  type: ClusterIP\n  publishNotReadyAddresses: true\n${tail}`,
    around: withPods(['ready', 'not-ready'], ['not-ready']),
  },
  hostport: {
    title: 'Host port of pods',
    text: `${head()}  type: ClusterIP\n${tail}`,
    around: { hostPort: 8443 },
  },
  headless: { title: 'Headless', text: `${head()}  clusterIP: None\n${tail}`, around: {} },
  externalname: {
    title: 'ExternalName',
    text: `${head()}  type: ExternalName\n  externalName: shop.example.com\n`,
    around: {},
  },
} as const satisfies Record<string, ManifestExample>;

export type ManifestExampleName = keyof typeof manifestExamples;
// Object.keys forgets the names of the table's keys.
export const manifestExampleNames = Object.keys(manifestExamples) as ManifestExampleName[];

/** Gives the cluster that goes with an example, of the same release as before. */
export function aroundOfExample(name: ManifestExampleName, { release }: ClusterAround): ClusterAround {
  return { ...defaultAround, release, ...manifestExamples[name].around };
}
