import type { AgentStatus } from '../../agent-status';
import { featuresOf, nodePortOn } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import type { Passage } from '../passage';
import { code, listInWords } from '../passage';
import { noExample } from './no-example';

function placeOf(status: AgentStatus, { node }: FieldContext): Passage[] {
  const names = (status.kubeProxyReplacement?.deviceList ?? []).map(({ name }) => code(name));
  const devices = names.length === 0 ? 'its devices' : listInWords(names);
  const early = `before the kernel has made a packet of it; what goes to a backend on another node is sent out again from there`;
  switch (featuresOf(status).nodePort?.acceleration) {
    case 'Disabled':
    // In the API's own list of values; no agent is known to send it.
    case 'None':
      return [
        {
          text: `On ${code(node)} a packet from outside is translated when it enters the kernel’s network stack at ${devices}, not in the driver.`,
          expert: 'The tc or tcx ingress program `cil_from_netdev` does the lookup.',
        },
      ];
    case 'Native':
      return [
        `${code(node)} translates packets from outside in the driver of ${devices}, ${early}. Every one of these drivers had to accept the program, else the agent would not have started.`,
      ];
    case 'Best-Effort':
      return [
        `${code(node)} translates packets from outside in the driver where the driver of ${devices} allows it, ${early}. Which devices accepted the program is not printed: it may be none.`,
      ];
    case 'Generic':
      return [
        `${code(node)} runs the program in the kernel’s generic XDP, meant for tests (setting testing-only): a packet has been made by then, so little is saved on ${devices}.`,
      ];
    default:
      return [
        `${code(featuresOf(status).nodePort?.acceleration ?? '')} is none of the values Cilium prints (Disabled, Native, Best-Effort, Generic), so what it does is not known here.`,
      ];
  }
}

function meaning(status: AgentStatus, context: FieldContext): Passage[] {
  return [...placeOf(status, context), ...noExample(context)];
}

/** `XDP Acceleration:` */
export const xdpAcceleration: FieldEntry = {
  id: 'xdp-acceleration',
  title: 'XDP Acceleration',
  labels: ['XDP Acceleration'],
  block: 'details',
  path: 'kubeProxyReplacement.features.nodePort.acceleration',
  printed: [{}],
  printedWhen: 'only while NodePort is on',
  what: 'Whether packets from outside are load-balanced in the network driver, before the kernel spends anything on them.',
  why: [
    'A node that mostly passes packets on to other nodes does not need to carry each one through the whole network stack. In Cilium’s own test of 2020 one node forwarded all of 10 million requests a second with XDP, about 3.6 million without.',
  ],
  value: (status) => ofText(featuresOf(status).nodePort?.acceleration),
  meaning,
  absent: (status) => (nodePortOn(status) === false ? 'Printed only while NodePort is on.' : null),
  costs: [
    'Packets handled in the driver are invisible to tcpdump.',
    'Some network cards reset the link when the program is attached, so a restart of the agent can lose seconds of traffic.',
    'Buffers are one page: the MTU is limited, for example to 3498 on AWS ENA.',
    { text: 'With WireGuard node encryption, traffic forwarded this way is not encrypted.', since: '1.14' },
  ],
  misunderstood: [
    {
      claim: 'It speeds up pod-to-pod and pod-to-Service traffic.',
      truth: 'It serves what arrives at a device from outside: NodePort, LoadBalancer and externalIPs.',
    },
    {
      claim: 'The line shows what is attached.',
      truth: 'It shows what is configured; whether a device took the program is not in this output.',
    },
    {
      claim: 'Local backends gain the most.',
      truth:
        'They gain least: their packets have to go up the stack anyway. What is passed on to other nodes gains.',
    },
  ],
  prerequisites: [
    'NodePort on.',
    {
      text: 'native: a driver with XDP support on every selected device.',
      expert:
        'First kernels: ena 5.6, mlx5 4.9, i40e 4.13, ixgbe 4.12, ice 5.5, virtio_net 4.10, veth 4.19, hv_netvsc 5.6, mana 5.17, vmxnet3 6.6.',
    },
    { text: 'No tunnel: the agent refuses to start with both.', until: '1.12' },
    { text: 'Not with a tunnel over IPv6.', since: '1.18' },
    'On AWS ENA: driver 2.2.8 or newer, at most half of the channels in use. On Azure: LRO off.',
  ],
  settings: [
    {
      helm: 'loadBalancer.acceleration',
      key: 'bpf-lb-acceleration',
      values: ['disabled', 'native'],
      default: 'disabled',
      until: '1.14',
    },
    {
      helm: 'loadBalancer.acceleration',
      key: 'bpf-lb-acceleration',
      values: ['disabled', 'native', 'best-effort'],
      default: 'disabled',
      since: '1.15',
    },
  ],
  current(status) {
    const value = featuresOf(status).nodePort?.acceleration?.toLowerCase() ?? null;
    return value === 'generic' ? 'testing-only' : value;
  },
  grep: 'XDP Acceleration',
  versions: ['native since 1.8, best-effort since 1.15. `Generic` is how testing-only is printed.'],
  docs: { page: 'kube-proxy-free', anchor: 'loadbalancer-nodeport-xdp-acceleration' },
  related: ['mode', 'devices', 'node-port'],
};
