import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import { code } from '../passage';

/** `Socket LB Coverage:` */
export const socketLbCoverage: FieldEntry = {
  id: 'socket-lb-coverage',
  title: 'Socket LB Coverage',
  labels: ['Socket LB Coverage'],
  block: 'details',
  path: 'kubeProxyReplacement.features.bpfSocketLBHostnsOnly',
  printed: [{ since: '1.12.9', until: '1.12' }, { since: '1.13.2' }],
  printedWhen: '',
  what: 'Whose sockets the socket load balancer handles: those of pods and of the host, or those of the host only.',
  why: [
    'Some workloads must see the Service’s own address: a service-mesh sidecar that routes by it, or a guest whose sockets the host’s kernel does not have, as with KubeVirt, Kata and gVisor. For them the packets of pods are translated after they have left the pod.',
  ],
  value(status) {
    const hostOnly = featuresOf(status).bpfSocketLBHostnsOnly;
    return hostOnly === undefined ? notReported : ofText(hostOnly ? 'Hostns-only' : 'Full');
  },
  meaning(status, { node }) {
    const { bpfSocketLBHostnsOnly: hostOnly, socketLB } = featuresOf(status);
    if (socketLB?.enabled === false)
      return [
        `The line says ${hostOnly === true ? 'Hostns-only' : 'Full'}, but the socket load balancer is off on ${code(node)}: nothing is covered.`,
      ];
    return hostOnly === true
      ? [
          {
            text: `On ${code(node)} only programs of the host are served at the socket. What a pod sends to a Service keeps that address until it has left the pod, and is translated packet by packet there.`,
            expert:
              'The programs return early unless the socket’s network-namespace cookie is the host’s; the tc program on the pod’s device does the rest.',
          },
        ]
      : [`On ${code(node)} pods and programs of the host alike get their backend when they connect.`];
  },
  costs: [
    'Hostns-only gives up for pods what the socket load balancer saves: their Service traffic is translated in every packet again.',
  ],
  misunderstood: [
    {
      claim: 'Full covers traffic from outside.',
      truth: 'It covers all sockets of this node, pods’ and host’s, and nothing else.',
    },
    {
      claim: 'Hostns-only switches load balancing off for pods.',
      truth: 'Pods are still balanced, at their network device instead of at the socket.',
    },
  ],
  prerequisites: [
    'Socket LB on: without it the agent ignores the setting with a warning.',
    { text: 'Linux 5.7 or newer, to tell the host’s sockets from a pod’s.' },
  ],
  settings: [
    {
      helm: 'hostServices.hostNamespaceOnly',
      key: 'bpf-lb-sock-hostns-only',
      values: ['true', 'false'],
      default: 'false',
      until: '1.11',
    },
    {
      helm: 'socketLB.hostNamespaceOnly',
      key: 'bpf-lb-sock-hostns-only',
      values: ['true', 'false'],
      default: 'false',
      since: '1.12',
      until: '1.19',
    },
    {
      helm: 'socketLB.hostNamespaceOnly',
      key: 'bpf-lb-sock-hostns-only',
      values: ['true', 'false'],
      default: 'false',
      since: '1.20',
      note: 'The chart writes true whatever you set when `gatewayAPI.enabled` is true.',
    },
  ],
  current: (status) => {
    const hostOnly = featuresOf(status).bpfSocketLBHostnsOnly;
    return hostOnly === undefined ? null : String(hostOnly);
  },
  grep: 'Socket LB Coverage',
  versions: ['Printed from 1.12.9, from 1.13.2 and by everything since 1.14; the setting itself is older.'],
  docs: { page: 'kube-proxy-free', anchor: 'socket-loadbalancer-bypass-in-pod-namespace' },
  related: ['socket-lb', 'socket-lb-tracing'],
};
