import type { FieldEntry } from '../field-entry';
import { ofText } from '../field-value';
import { code } from '../passage';

/** `Host Routing:` up to v1.15; later the second half of `Routing:`. */
export const hostRouting: FieldEntry = {
  id: 'host-routing',
  title: 'Host Routing',
  labels: ['Host Routing'],
  block: 'output',
  path: 'hostRouting.mode',
  printed: [{ until: '1.15' }],
  printedWhen: '',
  what: 'Whether packets between a pod and the network pass the node’s own network stack, or go past it.',
  why: [
    {
      text: 'Inside the node a packet would be routed once more and shown to iptables, although Cilium knows where it goes. With BPF it is handed from the device to the pod and back at once.',
      expert:
        'By `bpf_redirect_peer` and `bpf_redirect_neigh`; the upper stack, netfilter with it, does not see the packet.',
    },
  ],
  // From 1.16 the same fact stands on the line Routing.
  value: (status) => ofText(status.hostRouting?.mode ?? status.routing?.host),
  meaning(status, { node }) {
    const mode = status.hostRouting?.mode ?? status.routing?.host ?? '';
    if (mode === 'BPF')
      return [
        `${code('BPF')}: on ${code(node)} a packet for a pod goes from the device straight to the pod, and its answer straight out; iptables rules of the node do not see it.`,
      ];
    if (mode === 'Legacy')
      return [
        `${code('Legacy')}: on ${code(node)} packets of pods take the whole network stack of the node, iptables included. One of the conditions is missing, or it was asked for.`,
      ];
    return [
      `${code(mode)} is neither BPF nor Legacy, so which way packets take on ${code(node)} is not told here.`,
    ];
  },
  costs: [
    'BPF: iptables rules of the node no longer apply to packets of pods; tools that count on them miss them.',
    'Legacy: more work for each packet, most felt at many small packets.',
  ],
  misunderstood: [
    {
      claim: 'Legacy means that kube-proxy is at work.',
      truth: 'It says nothing of Services. Cilium balances them in either case.',
    },
    {
      claim: 'It has to be switched on.',
      truth: 'It is on wherever its conditions hold; the one setting is to switch it off.',
    },
  ],
  prerequisites: [
    'Masquerading by BPF and full kube-proxy replacement; else the agent falls back to Legacy with a warning.',
    { text: 'Linux 5.10 or newer.', until: '1.17' },
    { text: 'No IPsec.', until: '1.18' },
  ],
  settings: [
    {
      helm: 'bpf.hostLegacyRouting',
      key: 'enable-host-legacy-routing',
      values: ['true', 'false'],
      default: 'false',
      note: 'true asks for Legacy; false leaves it to the conditions.',
    },
  ],
  current: (status) => {
    const mode = status.hostRouting?.mode ?? status.routing?.host;
    return mode === undefined ? null : String(mode !== 'BPF');
  },
  grep: 'Host: |^Host Routing:',
  versions: ['A line of its own up to 1.15; from 1.16 it is printed as `Host:` on the line Routing.'],
  docs: { page: 'tuning', anchor: 'ebpf-host-routing' },
  related: ['routing', 'masquerading', 'status'],
};
