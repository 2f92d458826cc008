import type { AgentStatus } from '../../agent-status';
import { directRoutingDevice, directRoutingIP } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import type { Passage } from '../passage';
import { code, listInWords } from '../passage';

function meaning(status: AgentStatus, { node }: FieldContext): Passage[] {
  const kpr = status.kubeProxyReplacement;
  const devices = kpr?.deviceList ?? [];
  const named = devices.map(({ name, ip }) => {
    const addresses = ip.filter((address) => address !== '');
    return addresses.length === 0
      ? `${code(name)} (no address)`
      : `${code(name)} with ${listInWords(addresses.map(code))}`;
  });
  const direct = directRoutingDevice(status);
  const source = directRoutingIP(status);
  return [
    `Packets from outside that arrive on ${code(node)} at ${listInWords(named)} are looked at by Cilium; those of any other device are not load-balanced.`,
    direct === undefined
      ? 'None of them carries the mark Direct Routing.'
      : {
          text: `${code(direct.name)} is the direct-routing device: traffic to other nodes leaves through it${source === undefined ? '' : `, and ${code(source)} is the node’s own address where Cilium needs one`}.`,
          expert:
            'The tc program of a device is `cil_from_netdev` of bpf_host; with acceleration an XDP program stands before it.',
        },
  ];
}

/** `Devices:`, with the mark `(Direct Routing)`. */
export const devices: FieldEntry = {
  id: 'devices',
  title: 'Devices',
  labels: ['Devices'],
  block: 'details',
  path: 'kubeProxyReplacement.deviceList',
  printed: [{}],
  printedWhen: 'only if there are any, and not while Status is Disabled (up to 1.15) or False (from 1.16)',
  what: 'The network devices on which Cilium receives traffic for Services from outside, with their addresses.',
  why: [
    'Cilium has to load its programs onto devices by name, and their addresses are the ones a NodePort answers on.',
    {
      text: 'One of them is marked Direct Routing: the device that packets to other nodes use.',
      expert:
        'Chosen in this order: the option, the only device, the device with the node’s Kubernetes InternalIP. The mark stands in tunnel mode as well and says nothing of the routing mode.',
    },
  ],
  value: (status) =>
    ofText(
      status.kubeProxyReplacement?.deviceList
        ?.map(({ name, ip }) => {
          const mark = name === status.kubeProxyReplacement?.directRoutingDevice ? '(Direct Routing)' : '';
          return [name, ...ip.filter((address) => address !== ''), mark]
            .filter((word) => word !== '')
            .join(' ');
        })
        .join(', '),
    ),
  meaning,
  absent: (status) =>
    status.kubeProxyReplacement?.deviceList?.length === 0
      ? 'The agent reports that it has selected no device.'
      : null,
  costs: [
    'What arrives on a device that is not listed passes Cilium by.',
    'The list may differ from node to node, and so may the addresses a NodePort answers on.',
  ],
  misunderstood: [
    {
      claim: 'Direct Routing means that the cluster runs without a tunnel.',
      truth: 'It only names a device. It is printed with tunnels too.',
    },
    {
      claim: 'A NodePort answers on every address listed.',
      truth: 'By default only on the primary IPv4 and IPv6 address of each device.',
      since: '1.15',
    },
  ],
  prerequisites: [
    'A device must be up, have an address and not be the port of a bridge or bond to be found automatically.',
    'With several devices and none that carries the node’s Kubernetes address, `direct-routing-device` must be set.',
  ],
  settings: [
    {
      helm: 'devices',
      key: 'devices',
      values: ['eth0', 'eth+'],
      default: 'detected',
      note: 'A list of names; a plus sign matches any ending.',
    },
    {
      helm: 'nodePort.directRoutingDevice',
      key: 'direct-routing-device',
      values: ['eth0'],
      default: 'detected',
    },
  ],
  current: () => null,
  grep: 'Devices:',
  versions: [
    'Up to 1.14 one IPv4 and one IPv6 address a device; from 1.15 all of them, link-local ones too, after extra spaces: a slip in Cilium’s formatting.',
  ],
  docs: { page: 'kube-proxy-free', anchor: 'nodeport-devices-port-and-bind-settings' },
  related: ['mode', 'xdp-acceleration', 'node-port'],
};
