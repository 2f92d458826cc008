import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';

/** `Device Mode:`, the kind of device that joins a pod to its node. */
export const deviceMode: FieldEntry = {
  id: 'device-mode',
  title: 'Device Mode',
  labels: ['Device Mode'],
  block: 'output',
  path: 'deviceMode.mode',
  printed: [{ since: '1.16' }],
  printedWhen: '',
  what: 'Which kind of virtual device joins each pod to its node.',
  why: [
    {
      text: 'A pod’s packets enter the node at this device, and that is where they are translated when the socket load balancer did not do it. netkit runs Cilium’s program already on the pod’s side, which saves a queue.',
      expert:
        'The program is that of `bpf_lxc`, from-container; with netkit it is attached to the primary device.',
    },
  ],
  value({ deviceMode: said }) {
    if (said === undefined) return notReported;
    const configured =
      said.configured === undefined || said.configured === said.mode
        ? ''
        : ` [Configured: ${said.configured}]`;
    return ofText(`${said.mode}${configured}`);
  },
  meaning({ deviceMode: said }, { node }): Passage[] {
    const mode = said?.mode ?? '';
    const asked =
      said?.configured === undefined || said.configured === mode
        ? []
        : [`${code(said.configured)} was configured; this is what the agent took.`];
    if (mode === 'veth')
      return [`On ${code(node)} each pod has one end of a veth pair, the kernel’s usual kind.`, ...asked];
    if (mode === 'netkit' || mode === 'netkit-l2')
      return [
        `On ${code(node)} each pod has a ${code(mode)} device${mode === 'netkit' ? ', which works at layer 3' : ', which keeps layer 2 addresses'}.`,
        ...asked,
      ];
    return [
      `${code(mode)} is none of veth, netkit and netkit-l2, so what joins pods is not told here.`,
      ...asked,
    ];
  },
  costs: [
    'A change applies to new pods only: those that run keep their device until they are created again.',
  ],
  misunderstood: [
    {
      claim: 'It is about the devices under Devices.',
      truth: 'Those are the node’s own network cards. This is the pods’ side.',
    },
  ],
  prerequisites: [
    'netkit: Linux 6.8 or newer.',
    {
      text: 'netkit: kube-proxy replacement, masquerading by BPF, and no legacy host routing.',
      since: '1.20',
    },
  ],
  settings: [
    {
      helm: 'bpf.datapathMode',
      key: 'datapath-mode',
      values: ['veth', 'netkit', 'netkit-l2'],
      default: 'veth',
      since: '1.16',
      until: '1.19',
    },
    {
      helm: 'bpf.datapathMode',
      key: 'datapath-mode',
      values: ['veth', 'netkit', 'netkit-l2', 'auto'],
      default: 'veth',
      since: '1.20',
    },
  ],
  current: ({ deviceMode: said }) => said?.configured ?? said?.mode ?? null,
  grep: '^Device Mode:',
  versions: ['From 1.16; from 1.20 with what was configured, where that differs.'],
  docs: { page: 'tuning', anchor: 'netkit-device-mode' },
  related: ['attach-mode', 'socket-lb', 'host-routing'],
};
