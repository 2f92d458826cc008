import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code, listInWords } from '../passage';

/** Nodes named in a sentence; the whole list stands in the output. */
const mostNamed = 4;

/** `Cluster health:`, what this node’s probes of the others say. */
export const clusterHealth: FieldEntry = {
  id: 'cluster-health',
  title: 'Cluster health',
  labels: ['Cluster health'],
  block: 'output',
  path: 'clusterHealth',
  printed: [{}],
  printedWhen: 'only in text, and not by an agent that is itself unhealthy',
  what: 'How many nodes of the cluster this node reached when it last probed them.',
  why: [
    {
      text: 'A backend on another node is only as good as the way to it. Each agent probes every other node and one address on its pod network, so that a broken way shows before users find it.',
      expert:
        'ICMP to the stack and HTTP to the agent, for the host and for the health endpoint of each node.',
    },
  ],
  value({ clusterHealth: said, sections }) {
    if (said !== undefined) return ofText(`${said.reachable}/${said.total} reachable`);
    return sections['Cluster health'] === 'Probe disabled'
      ? { state: 'off', text: 'Probe disabled' }
      : notReported;
  },
  meaning({ clusterHealth: said }, { node }): Passage[] {
    if (said === undefined) return [`${code(node)} probes no other node: health checking is off.`];
    const { reachable, total, nodes } = said;
    if (reachable === total)
      return [
        `${code(node)} reached ${total === 1 ? 'the only node, itself' : `all ${code(total)} nodes, itself among them`}.`,
      ];
    const missing = (nodes ?? [])
      .filter(({ node: host, endpoints, probes }) =>
        probes === undefined
          ? [host, endpoints].some(
              (word) => word !== undefined && word !== 'reachable' && !/^(\d+)\/\1$/.test(word),
            )
          : probes.some(({ isOk }) => !isOk),
      )
      .map(({ name }) => code(name));
    const named =
      missing.length === 0
        ? ''
        : ` Not wholly reached: ${listInWords(missing.slice(0, mostNamed))}${missing.length > mostNamed ? ` and ${missing.length - mostNamed} more` : ''}.`;
    return [`${code(node)} reached ${code(reachable)} of ${code(total)} nodes.${named}`];
  },
  costs: [
    'Each agent probes every other one: traffic grows with the square of the number of nodes, slowly but surely.',
  ],
  misunderstood: [
    {
      claim: 'All agents say the same.',
      truth: 'Each tells what it reached itself. A way can be broken in one direction only.',
    },
    {
      claim: 'Unreachable means that the node is down.',
      truth:
        'It means that the probes from here did not come back; a firewall between the two does it as well.',
    },
  ],
  prerequisites: ['TCP 4240 and ICMP open between the nodes.'],
  settings: [
    { helm: 'healthChecking', key: 'enable-health-checking', values: ['true', 'false'], default: 'true' },
    {
      helm: 'endpointHealthChecking.enabled',
      key: 'enable-endpoint-health-checking',
      values: ['true', 'false'],
      default: 'true',
      note: 'Without it nothing checks the pod network, and the line says that it is disabled.',
    },
  ],
  current: () => null,
  grep: '^Cluster health:',
  grepLinesAfter: 12,
  versions: ['In every version. The interval of the probes is printed from 1.18.'],
  docs: { page: 'troubleshooting' },
  related: ['controllers', 'routing'],
};
