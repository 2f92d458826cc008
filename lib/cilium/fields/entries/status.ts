import { featuresOf, replacement } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import { code, listInWords } from '../passage';

const always = [{}];

/** `Status:`, and the word after `KubeProxyReplacement:` in the short output. */
export const statusField: FieldEntry = {
  id: 'status',
  title: 'Status',
  labels: ['Status'],
  block: 'details',
  path: 'kubeProxyReplacement.mode',
  printed: always,
  printedWhen: '',
  what: 'Whether Cilium does kube-proxy’s work on this node: turning the address of a Service into the address of one of its pods.',
  why: [
    {
      text: 'No machine owns the address of a Service, so something on every node must translate it. kube-proxy does it with rules that the kernel walks; Cilium does it with maps it looks up, at the same cost for ten Services as for ten thousand.',
      expert:
        'A frontend is a key of `cilium_lb4_services_v2` (`lb6` for IPv6), its backends are entries of `cilium_lb4_backends`, and a change writes only the entries that changed. kube-proxy in iptables mode has one rule a Service address and port.',
    },
  ],
  value: (status) => ofText(status.kubeProxyReplacement?.mode),
  meaning(status, { node }) {
    const mode = code(status.kubeProxyReplacement?.mode ?? '');
    const features = featuresOf(status);
    const on = [
      features.socketLB?.enabled === true ? 'Socket LB' : '',
      features.nodePort?.enabled === true ? 'NodePort' : '',
      features.externalIPs?.enabled === true ? 'externalIPs' : '',
      features.hostPort?.enabled === true ? 'HostPort' : '',
    ].filter((name) => name !== '');
    const here = on.length === 0 ? 'none of them is on' : `on here: ${listInWords(on)}`;
    switch (replacement(status)) {
      case 'full':
        return [
          `${mode}: ${code(node)} needs no kube-proxy. NodePort, LoadBalancer, externalIPs, HostPort and the socket load balancer are on together, and an agent whose kernel lacks a piece refuses to start rather than run with half of it.`,
        ];
      case 'none':
        return [
          `${mode}: on ${code(node)} Cilium balances only what pods send to ClusterIPs, packet by packet. Node ports and load-balancer addresses need another service proxy there, as a rule kube-proxy.`,
          { text: `Single features can be on all the same: ${here}.`, until: '1.18' },
          features.socketLB?.enabled === true
            ? { text: 'The socket load balancer is on by itself here.', since: '1.19' }
            : { text: 'The socket load balancer can still be switched on by itself.', since: '1.19' },
        ];
      case 'chosen':
        return [
          `${mode}: features are on one by one on ${code(node)}; ${here}. What is off is left to kube-proxy.`,
        ];
      default:
        return [
          `${mode} is none of the modes Cilium is known to print (Strict, Partial, Probe, Disabled, True, False), so what it stands for is not known here.`,
        ];
    }
  },
  costs: [
    { text: 'The nodes need Linux 5.10 or newer (or RHEL 8.10’s 4.18).', since: '1.18' },
    { text: 'The nodes need Linux 5.4 or newer (or RHEL 8’s 4.18).', since: '1.16', until: '1.17' },
    { text: 'The nodes need Linux 4.19.57 or newer (or RHEL 8’s 4.18).', since: '1.14', until: '1.15' },
    'Switching it on a node that carries traffic breaks established connections to Services: Cilium and kube-proxy keep separate NAT tables.',
    'Agents must reach the API server without its Service address, since they are what makes that address work.',
  ],
  misunderstood: [
    {
      claim: 'False means that Cilium handles no Services.',
      truth: 'Pods’ connections to ClusterIPs are load-balanced by Cilium in either case.',
    },
    {
      claim: 'True means that the datapath is loaded.',
      truth:
        'It is what the agent was configured with. An agent has been recorded that answers True and Ok while its BPF programs could not be loaded.',
      expert: '`cilium-dbg shell -- db/show health` then shows `job-reinitialize` as Degraded.',
      since: '1.21',
    },
  ],
  prerequisites: [
    'kube-proxy removed, or kept off these nodes, before its work is taken over.',
    'The API server’s own address in `k8sServiceHost` and `k8sServicePort`.',
  ],
  settings: [
    {
      helm: 'kubeProxyReplacement',
      key: 'kube-proxy-replacement',
      values: ['strict', 'partial', 'probe', 'disabled'],
      default: 'partial',
      until: '1.12',
    },
    {
      helm: 'kubeProxyReplacement',
      key: 'kube-proxy-replacement',
      values: ['strict', 'partial', 'disabled'],
      default: 'partial',
      since: '1.13',
      until: '1.13',
    },
    {
      helm: 'kubeProxyReplacement',
      key: 'kube-proxy-replacement',
      values: ['true', 'false'],
      default: 'false',
      since: '1.14',
      operator: true,
      note: 'The operator reads the key too: with false it leaves Ingress and Gateway API off.',
    },
  ],
  current: (status) => status.kubeProxyReplacement?.mode.toLowerCase() ?? null,
  grep: 'KubeProxyReplacement Details:',
  grepLinesAfter: 1,
  checks: [{ args: ['service', 'list'], shows: 'the frontends that this agent balances' }],
  versions: [
    'Strict, Partial, Probe, Disabled up to 1.12; Probe is gone in 1.13.',
    'True and False since 1.14; 1.14 and 1.15 still take the old words, 1.16 refuses them.',
    'Up to 1.18 single features can be on with False; from 1.19 NodePort, HostPort and externalIPs follow this one switch.',
  ],
  docs: { page: 'kube-proxy-free', anchor: 'kubernetes-without-kube-proxy' },
  related: ['socket-lb', 'node-port', 'mode', 'services'],
};
