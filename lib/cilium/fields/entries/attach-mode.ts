import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import { code, listInWords } from '../passage';

/** As text prints what JSON calls `tcx` and `tc`. */
const printedAs: Record<string, string> = { tcx: 'TCX', tc: 'Legacy TC' };

/** `Attach Mode:`, how programs are held at the devices. */
export const attachMode: FieldEntry = {
  id: 'attach-mode',
  title: 'Attach Mode',
  labels: ['Attach Mode'],
  block: 'output',
  path: 'attachMode',
  printed: [{ since: '1.16' }],
  printedWhen: '',
  what: 'Which of two kernel interfaces holds Cilium’s programs at the network devices.',
  why: [
    {
      text: 'With the old interface any program on the node could replace Cilium’s without a word. With the new one each program holds a link of its own that others cannot remove, and several stand in an order.',
      expert: 'tcx links, Linux 6.6; before it, filters of a clsact qdisc.',
    },
  ],
  value: ({ attachMode: said }) => ofText(said === undefined ? undefined : (printedAs[said] ?? said)),
  meaning(status, { node }) {
    const names = (status.kubeProxyReplacement?.deviceList ?? []).map(({ name }) => code(name));
    const devices = names.length === 0 ? 'its devices' : listInWords(names);
    if (status.attachMode === 'tcx')
      return [
        `${code('TCX')}: on ${code(node)} Cilium’s programs at ${devices} hold links of their own, so that no other tool puts them out by accident.`,
      ];
    if (status.attachMode === 'tc')
      return [
        `${code('Legacy TC')}: on ${code(node)} Cilium’s programs at ${devices} are classic filters, which another tool that uses the same place can remove. Either the kernel is older than 6.6, or TCX was switched off.`,
      ];
    return [
      `${code(status.attachMode ?? '')} is neither TCX nor Legacy TC, so how programs are held is not told here.`,
    ];
  },
  costs: ['Nothing a packet would feel: the same programs run at the same place.'],
  misunderstood: [
    {
      claim: 'TCX is faster for Services.',
      truth: 'The lookup is the same. What it changes is who can disturb it, and that restarts leave no gap.',
    },
    {
      claim: 'It says how XDP programs are attached.',
      truth: 'XDP has a line of its own, XDP Acceleration.',
    },
  ],
  prerequisites: ['TCX: Linux 6.6 or newer. On older kernels the agent takes the old interface by itself.'],
  settings: [
    {
      helm: 'bpf.enableTCX',
      key: 'enable-tcx',
      values: ['true', 'false'],
      default: 'true',
      since: '1.16',
    },
  ],
  current: ({ attachMode: said }) => (said === undefined ? null : String(said === 'tcx')),
  grep: '^Attach Mode:',
  versions: ['From 1.16. Missing while the agent is still starting.'],
  docs: { page: 'requirements' },
  related: ['device-mode', 'devices', 'xdp-acceleration'],
};
