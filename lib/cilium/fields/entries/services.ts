import { nodePortOn } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported } from '../field-value';
import { code } from '../passage';

/** `Services:`, the head of the last five lines. */
export const services: FieldEntry = {
  id: 'services',
  title: 'Services',
  labels: ['Services'],
  block: 'details',
  path: null,
  printed: [{}],
  printedWhen: '',
  what: 'Heads the list of the kinds of Service addresses this node load-balances.',
  why: [
    {
      text: 'A Service can be reached in several ways, each with an address of its own. Which of them Cilium handles used to be chosen one by one.',
      expert:
        'Each address is a frontend: one key (address, port, protocol, scope) of `cilium_lb4_services_v2` or `cilium_lb6_services_v2`.',
    },
  ],
  value: () => notReported,
  meaning: (status, { node }) => [
    nodePortOn(status) === true
      ? `${code(node)} serves clients inside the cluster and outside.`
      : `${code(node)} serves clients inside the cluster only, as far as Cilium goes.`,
  ],
  absent: () => 'The line has no value of its own; the lines below it have.',
  costs: [],
  misunderstood: [
    {
      claim: 'The list counts Services.',
      truth: 'It lists what the agent is able to serve. How many there are stands in its service table.',
    },
  ],
  prerequisites: [],
  settings: [],
  current: () => null,
  grep: '^  Services:',
  grepLinesAfter: 5,
  versions: [
    'In every version. Under NAT46/64 Support a line with a dash, a value and the same word means something else.',
  ],
  docs: { page: 'kube-proxy-free' },
  related: ['cluster-ip', 'node-port', 'load-balancer', 'external-ips', 'host-port'],
};
