import { pod } from '../../snapshot.fixture';
import { agent, facts } from '../advice.fixture';
import type { AdviceCase } from './advice-case.fixture';
import { two } from './advice-case.fixture';

const proxy = pod('kube-proxy-x1', '192.0.2.1', {
  namespace: 'kube-system',
  workload: 'kube-proxy',
  hostNetwork: true,
});
const hostPort = (port: number, rest: Parameters<typeof pod>[2] = {}) =>
  pod('web-1', '10.0.0.1', {
    hostPorts: [{ port, hostIP: null, containerPort: 80, protocol: 'TCP' }],
    ...rest,
  });
const sidecar = (rest: Parameters<typeof pod>[2] = {}) =>
  pod('web-1', '10.0.0.1', { labels: { 'security.istio.io/tlsMode': 'istio' }, ...rest });
const full = { bpfSocketLBHostnsOnly: false, socketLB: { enabled: true } };

/** The rules of what stands beside Cilium: kube-proxy, other versions, host ports, meshes. */
export const neighbourCases: AdviceCase[] = [
  {
    id: 'kube-proxy-beside',
    speaks: facts({ pods: [proxy] }),
    severity: 'warn',
    evidence: ['kube-system/kube-proxy@a phase=Running api', 'a kube-proxy-replacement=true reported'],
    silent: {
      'where Cilium leaves it the work': facts({ agents: two({ mode: 'False' }), pods: [proxy] }),
      'on a node without agent': facts({ pods: [{ ...proxy, node: 'z' }] }),
      'when its pod is over': facts({ pods: [{ ...proxy, phase: 'Succeeded' }] }),
      'where pods may not be listed': facts({ pods: null }),
    },
  },
  {
    id: 'versions-differ',
    speaks: facts({ agents: [agent('a'), agent('b', { version: '1.17.10' })] }),
    severity: 'warn',
    evidence: ['b version=1.17.10 reported', 'a version=1.18.2 reported'],
    silent: { 'of one version': facts() },
  },
  {
    id: 'host-port-in-range',
    speaks: facts({ pods: [hostPort(30000)] }),
    severity: 'warn',
    evidence: ['shop/web@a hostPort=30000/TCP api', 'a node-port-range=30000,32767 reported'],
    silent: {
      'just below': facts({ pods: [hostPort(29999)] }),
      'of a pod that is over': facts({ pods: [hostPort(30000, { phase: 'Failed' })] }),
      'where Cilium serves no host ports': facts({
        agents: two({ features: { hostPort: { enabled: false } } }),
        pods: [hostPort(30000)],
      }),
    },
  },
  {
    id: 'mesh-bypassed',
    speaks: facts({ agents: two({ features: full }), pods: [sidecar()] }),
    severity: 'warn',
    evidence: [
      'shop/web@a security.istio.io/tlsMode=istio api',
      'a+b bpf-lb-sock-hostns-only=false reported',
    ],
    silent: {
      'with Hostns-only': facts({
        agents: two({ features: { ...full, bpfSocketLBHostnsOnly: true } }),
        pods: [sidecar()],
      }),
      'without Socket LB': facts({
        agents: two({ features: { ...full, socketLB: { enabled: false } } }),
        pods: [sidecar()],
      }),
      'without a sidecar': facts({ agents: two({ features: full }), pods: [sidecar({ labels: {} })] }),
    },
  },
];
