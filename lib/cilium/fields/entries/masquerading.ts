import { directRoutingIP } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code, listInWords } from '../passage';

const word = (on: boolean) => (on ? 'Enabled' : 'Disabled');

/** `Masquerading:`, what happens to the source of packets that leave the cluster. */
export const masquerading: FieldEntry = {
  id: 'masquerading',
  title: 'Masquerading',
  labels: ['Masquerading'],
  block: 'output',
  path: 'masquerading',
  printed: [{}],
  printedWhen: '',
  what: 'Whether packets of pods that leave the cluster get the node’s address as their source, and who does it.',
  why: [
    {
      text: 'Networks outside do not know the pods’ addresses and could not answer them. The node puts its own address in, and the pod’s back into the answer.',
      expert:
        'By BPF the pair is kept in `cilium_snat_v4_external`, the same map that SNAT of NodePort uses.',
    },
  ],
  value({ masquerading: said }) {
    if (said === undefined) return notReported;
    if (!said.enabled) return { state: 'off', text: 'Disabled' };
    const by = [said.mode ?? 'Enabled', said.ipMasqAgent === true ? '(ip-masq-agent)' : ''];
    const devices = said.devices === undefined ? '' : `[${said.devices.join(', ')}]`;
    const families =
      said.ipv4 === undefined && said.ipv6 === undefined
        ? ''
        : `[IPv4: ${word(said.ipv4 === true)}, IPv6: ${word(said.ipv6 === true)}]`;
    const range = [said.snatExclusionCIDRv4, said.snatExclusionCIDRv6].filter((one) => one !== undefined);
    return ofText([...by, devices, ...range, families].filter((part) => part !== '').join(' '));
  },
  meaning(status, { node, nodeIP }): Passage[] {
    const said = status.masquerading;
    if (said?.enabled !== true)
      return [
        `Packets of pods leave ${code(node)} under the pods’ own addresses, to the Internet too: the network has to know them or to translate them itself.`,
      ];
    const own = directRoutingIP(status) ?? nodeIP;
    const ranges = [said.snatExclusionCIDRv4, said.snatExclusionCIDRv6].filter((one) => one !== undefined);
    const except =
      ranges.length === 0 ? '' : ` Packets to ${listInWords(ranges.map(code))} keep the pod’s address.`;
    const where =
      said.devices === undefined || said.devices.length === 0
        ? ''
        : ` at ${listInWords(said.devices.map(code))}`;
    const by =
      said.mode === 'BPF'
        ? `Cilium’s own program does it${where}`
        : said.mode === 'IPTables'
          ? 'iptables rules of the node do it'
          : `it is done${where}`;
    return [
      `A packet of a pod on ${code(node)} that leaves the cluster gets ${own === null ? 'the node’s address' : `an address of the node, such as ${code(own)},`} as its source: ${by}.${except}`,
      ...(said.ipMasqAgent === true
        ? ['Further ranges to leave out come from the ip-masq-agent’s list.']
        : []),
    ];
  },
  costs: [
    'Servers outside see the node and not the pod.',
    'A port of the node for each connection; a node with very many of them can run out of ports to one server.',
  ],
  misunderstood: [
    {
      claim: 'It is what SNAT under Mode means.',
      truth:
        'Mode is about clients from outside that call a Service. Masquerading is about pods that call servers outside.',
    },
    {
      claim: 'IPTables here means that Services go through iptables.',
      truth: 'Only the source of what leaves the cluster does.',
    },
  ],
  prerequisites: [
    { text: 'BPF: NodePort on; else the agent falls back to iptables.', until: '1.14' },
    { text: 'BPF: NodePort on; else the agent refuses to start.', since: '1.15', until: '1.18' },
    'With NodePort served by BPF, masquerading by BPF too: both translate ports, and iptables beside BPF can pick the same one.',
  ],
  settings: [
    {
      helm: 'bpf.masquerade',
      key: 'enable-bpf-masquerade',
      values: ['true', 'false'],
      default: 'false',
      note: 'true for BPF, false for iptables.',
    },
    {
      helm: 'enableIPv4Masquerade',
      key: 'enable-ipv4-masquerade',
      values: ['true', 'false'],
      default: 'true',
    },
  ],
  current: ({ masquerading: said }) =>
    said === undefined || !said.enabled ? null : String(said.mode === 'BPF'),
  grep: '^Masquerading:',
  checks: [
    { args: ['bpf', 'nat', 'list'], shows: 'with BPF: each connection, with the port the node took for it' },
  ],
  versions: [
    'In every version; older ones do not print the state of each address family.',
    'In JSON the devices are not on it.',
  ],
  docs: { page: 'masquerading' },
  related: ['mode', 'routing', 'host-routing', 'bpf-maps'],
};
