import type { AgentStatus } from '../../agent-status';
import { featuresOf, nodePortOn } from '../features';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';
import { noExample } from './no-example';

/** Backends a table serves well: Cilium's rule is a table of more than 100 slots a backend. */
const slotsPerBackend = 100;

/** Bytes of a slot in the kernel: a 32-bit backend ID (16 bits up to v1.10). */
const bytesPerSlot = 4;

function printed(status: AgentStatus): string | undefined {
  const { algorithm, lutSize } = featuresOf(status).nodePort ?? {};
  if (algorithm?.toLowerCase() !== 'maglev' || lutSize === undefined) return algorithm;
  return `${algorithm} (Table Size: ${lutSize})`;
}

function meaning(status: AgentStatus, context: FieldContext): Passage[] {
  const { node, outside } = context;
  const { algorithm, lutSize } = featuresOf(status).nodePort ?? {};
  const to = outside === null ? 'a Service' : code(outside.address);
  if (algorithm?.toLowerCase() === 'random')
    return [
      {
        text: `${code(node)} draws a backend for each new connection from outside to ${to}, every active one with the same chance, and stays with it while the connection lasts. Another node would draw another.`,
        expert:
          'slot = random number mod count + 1 in `cilium_lb4_services_v2`; the connection-tracking entry remembers the backend.',
      },
      ...noExample(context),
    ];
  if (algorithm?.toLowerCase() === 'maglev') {
    const size =
      lutSize === undefined
        ? 'a table'
        : `a table of ${code(lutSize)} slots (each slot names one backend, and a client’s hash says which slot)`;
    const sized: Passage[] =
      lutSize === undefined
        ? []
        : [
            {
              text: `By Cilium’s rule of thumb a table of this size serves about ${Math.floor(lutSize / slotsPerBackend)} backends a Service.`,
              expert: `Each table takes ${(lutSize * bytesPerSlot).toLocaleString('en')} bytes in the kernel, one a frontend and address family.`,
              since: '1.11',
            },
          ];
    return [
      `${code(node)} finds the backend of a new connection from outside to ${to} in ${size}, by the client’s address and the ports. Nodes that know the same backends have the same table, so a client that comes in through another node reaches the same backend.`,
      ...sized,
      ...noExample(context),
    ];
  }
  return [`${code(algorithm ?? '')} is neither Random nor Maglev, so how it chooses is not known here.`];
}

/** `Backend Selection:` */
export const backendSelection: FieldEntry = {
  id: 'backend-selection',
  title: 'Backend Selection',
  labels: ['Backend Selection'],
  block: 'details',
  path: 'kubeProxyReplacement.features.nodePort.algorithm',
  printed: [{}],
  printedWhen: 'only while NodePort is on',
  what: 'How a node picks one of a Service’s backends (the pods behind it) for a new connection from outside.',
  why: [
    'Where Socket LB is on, programs inside the cluster are given theirs at the socket, at random. For clients outside there is a choice: Random needs nothing but a number. Maglev gives every node the same answer for the same client, and moves few clients when a backend comes or goes: what counts when routers spread a connection’s packets over nodes, or when a node fails.',
  ],
  value: (status) =>
    featuresOf(status).nodePort?.algorithm === undefined ? notReported : ofText(printed(status)),
  meaning,
  absent: (status) =>
    nodePortOn(status) === false
      ? 'Printed only while NodePort is on; here nothing from outside is balanced.'
      : null,
  costs: [
    {
      text: 'Two nodes choose differently for the same client, so a connection that moves to another node can break.',
      when: ['random'],
    },
    {
      text: 'Memory in the kernel for every frontend, and time in the agent whenever backends change.',
      expert:
        'About 64 KiB a frontend at 16,381 slots, 256 KiB at 65,521, 512 KiB at 131,071; building 131,071 slots needs over 1.3 GB of scratch memory in the agent.',
      when: ['maglev'],
    },
    'Changing algorithm, table size or seed: nodes choose inconsistently until all agents have restarted.',
  ],
  misunderstood: [
    {
      claim: 'Maglev also balances traffic inside the cluster.',
      truth: 'Sockets inside choose at random; Maglev is for what arrives from outside.',
    },
    {
      claim: 'Maglev never moves a client.',
      truth:
        'When a backend goes, its own clients move and a few others with them: measured at 16,381 slots, 0.46 % of the table with 10 backends and 1.56 % with 160.',
    },
  ],
  prerequisites: [
    'NodePort on.',
    'Maglev: the same table size and the same seed on every node (the seed is the random bytes that its hashes start from), and more than 100 slots a backend.',
    { text: 'Maglev: enough memory in the agent’s limit for the table size chosen.' },
  ],
  settings: [
    {
      helm: 'loadBalancer.algorithm',
      key: 'bpf-lb-algorithm',
      values: ['random', 'maglev'],
      default: 'random',
    },
    {
      helm: 'maglev.tableSize',
      key: 'bpf-lb-maglev-table-size',
      values: ['251', '1021', '4093', '16381', '65521', '131071'],
      default: '16381',
      note: 'Also 509, 2039, 8191 and 32749: primes only.',
    },
  ],
  current: (status) => featuresOf(status).nodePort?.algorithm?.toLowerCase() ?? null,
  grep: 'Backend Selection',
  checks: [
    { args: ['bpf', 'lb', 'maglev', 'list'], shows: 'the Maglev tables, one for each frontend that has one' },
  ],
  versions: [
    'Maglev since 1.9. From 1.17 a single Service can ask for its own algorithm by annotation, where that is switched on.',
    'With Random the table size is not printed, even where tables are kept for annotated Services (1.17 and later).',
  ],
  docs: { page: 'kube-proxy-free', anchor: 'maglev-consistent-hashing' },
  related: ['session-affinity', 'socket-lb', 'mode', 'node-port', 'annotations'],
};
