import type { AgentStatus } from '../../agent-status';
import type { FieldContext } from '../field-context';
import type { FieldEntry } from '../field-entry';
import { notReported, ofText } from '../field-value';
import type { Passage } from '../passage';
import { code, listInWords } from '../passage';

/** Digits behind the point, as Cilium prints the ratio. */
const ratioDigits = 6;

const sizeOf = ({ bpfMaps }: AgentStatus, name: string) => bpfMaps?.find((map) => map.name === name)?.size;

function room(status: AgentStatus, { node, byType }: FieldContext): string[] {
  const size = sizeOf(status, 'IPv4 service');
  if (size === undefined) return [];
  const frontends = Object.values(byType).reduce((sum, { count }) => sum + count, 0);
  const now = frontends === 0 ? '' : ` The table of ${code(node)} has ${code(frontends)} frontends now.`;
  return [
    `The map of IPv4 Services holds ${code(size)} entries, and a frontend with n backends takes n + 1 of them.${now}`,
  ];
}

/** `BPF Maps:`, how much the kernel’s tables can hold. */
export const bpfMaps: FieldEntry = {
  id: 'bpf-maps',
  title: 'BPF Maps',
  labels: ['BPF Maps'],
  block: 'output',
  path: 'bpfMaps',
  printed: [{}],
  printedWhen: 'only with --verbose',
  what: 'How many entries each of the kernel’s tables can hold: Services, backends, connections, translations.',
  why: [
    {
      text: 'The tables are made with a fixed size. One that is full takes no new entry: a Service is then missing in the datapath, or a new connection fails, or the oldest entry is thrown out.',
      expert:
        'Hash maps (`cilium_lb4_services_v2`, `cilium_lb4_backends_v3`, `cilium_lb4_reverse_nat`) refuse; LRU maps (connection tracking, `cilium_snat_v4_external`, `cilium_lb4_reverse_sk`, affinity) forget.',
    },
  ],
  value(status) {
    if (status.bpfMaps === undefined) return notReported;
    const ratio = status.bpfMapsDynamicSizeRatio;
    return ofText(
      ratio === undefined
        ? 'dynamic sizing: off'
        : `dynamic sizing: on (ratio: ${ratio.toFixed(ratioDigits)})`,
    );
  },
  meaning(status, context): Passage[] {
    const ratio = status.bpfMapsDynamicSizeRatio;
    const tracked = ['TCP connection tracking', 'NAT', 'Sock reverse NAT'].flatMap((name) => {
      const size = sizeOf(status, name);
      return size === undefined ? [] : [`${name} ${code(size)}`];
    });
    return [
      ratio === undefined
        ? `On ${code(context.node)} all tables have fixed sizes.`
        : `On ${code(context.node)} the tables of connections and translations are sized by the node’s memory, ${code(ratio.toFixed(ratioDigits))} of it in all${tracked.length === 0 ? '' : `: ${listInWords(tracked)}`}. The tables of Services are not: they have sizes of their own.`,
      ...room(status, context),
    ];
  },
  costs: [
    'Memory of the kernel, whether or not the entries are used.',
    'A change of size makes the table anew when the agent restarts; the connections in it break for a moment.',
  ],
  misunderstood: [
    {
      claim: 'The number is how many entries there are.',
      truth: 'It is how many there can be.',
      expert: 'How full they are is in the metric `cilium_bpf_map_pressure`.',
    },
    {
      claim: 'More memory makes room for more Services.',
      truth:
        'The ratio sizes connection tracking, NAT, neighbours and the socket’s map. Service maps stay as set.',
    },
    {
      claim: '65,536 entries are 65,536 Services.',
      truth:
        'Each frontend takes one entry and one for every backend: a few thousand Services of usual size fill it.',
    },
  ],
  prerequisites: [],
  settings: [
    {
      helm: 'bpf.lbMapMax',
      key: 'bpf-lb-map-max',
      values: ['65536', '131072', '262144'],
      default: '65536',
      note: 'Any number; the larger ones here are examples.',
    },
    {
      helm: 'bpf.mapDynamicSizeRatio',
      key: 'bpf-map-dynamic-size-ratio',
      values: ['0.0025', '0.005'],
      default: '0.0025',
      note: 'A share of the node’s memory.',
    },
  ],
  current: (status) => {
    const size = sizeOf(status, 'IPv4 service');
    return size === undefined ? null : String(size);
  },
  grep: '^BPF Maps:',
  grepLinesAfter: 24,
  checks: [
    { args: ['map', 'list'], shows: 'each open map with its number of entries, where the agent caches them' },
  ],
  versions: ['In every version, with --verbose and in JSON.'],
  docs: { page: 'maps' },
  related: ['backend-selection', 'session-affinity', 'socket-lb', 'masquerading'],
};
