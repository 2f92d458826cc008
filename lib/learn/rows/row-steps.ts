import { atLeast } from '@/lib/cilium/agent-version';
import { absentRows } from './absent-rows';
import { releaseOf, type ClusterAround } from './cluster-around';
import type { ListedRow, NodeRows, RowsInput } from './rows-model';
import type { ServiceManifest } from './service-manifest';

/** The rules by which a Service gets its rows, in the order in which an agent follows them. */
export const rowRules = [
  ...(['filled', 'any', 'ClusterIP', 'LoadBalancer', 'ExternalIPs', 'NodePort'] as const),
  ...(['scopes', 'HostPort', 'backends', 'printed'] as const),
] as const;
export type RowRule = (typeof rowRules)[number];

export const rowStepCount = rowRules.length;
/** The first step, from 0, that adds a row; that of backends; that of IDs. */
export const firstRowStep = rowRules.indexOf('ClusterIP');
export const backendStep = rowRules.indexOf('backends');
export const idStep = rowRules.indexOf('printed');

/** One rule on one node: the rows it adds, and why these and no others. */
export type RowStep = {
  rule: RowRule;
  title: string;
  why: string;
  /** Indexes of the rows it adds. */ adds: number[];
};

const titles: Record<RowRule, string> = {
  filled: 'What the cluster adds to the manifest',
  any: 'Is there anything for a load balancer to do?',
  ClusterIP: 'Cluster IPs',
  LoadBalancer: 'Addresses of the load balancer',
  ExternalIPs: 'External IPs',
  NodePort: 'Node ports',
  scopes: 'A row twice: scopes',
  HostPort: 'Host ports of pods',
  backends: 'The backends of each row',
  printed: 'IDs, and the list',
};

type Asked = { manifest: ServiceManifest; around: ClusterAround; input: RowsInput; table: NodeRows };

/** Gives the title of a step, which is the same for every Service. */
export function rowStepTitle(step: number): string {
  const rule = rowRules[step];
  return rule === undefined ? '' : titles[rule];
}

/** The rule that adds a row: a twin with `/i` comes by that of scopes, whatever its type. */
function ruleOf({ frontend: { type, scope } }: ListedRow): RowRule {
  if (scope === 'internal') return 'scopes';
  return rowRules.find((rule) => rule === type) ?? 'any';
}

/** Gives the steps by which a node's rows come about: one for each rule, also where it adds none. */
export function rowSteps(asked: Asked): RowStep[] {
  const { rows } = asked.table;
  return rowRules.map((rule) => {
    const adds = rows.flatMap((row, index) => (ruleOf(row) === rule ? [index] : []));
    return {
      rule,
      title: titles[rule],
      adds,
      why: adds.length > 0 ? whyAdded(rule, asked) : whyNone(rule, asked),
    };
  });
}

function whyAdded(rule: RowRule, { around, table }: Asked): string {
  const release = releaseOf(around.release);
  switch (rule) {
    case 'ClusterIP':
      return 'One for each cluster IP and port. Clients in the cluster use them.';
    case 'LoadBalancer':
      return 'One for each port at each address that the load balancer wrote into the status of the Service.';
    case 'ExternalIPs':
      return 'One for each port at each address under externalIPs.';
    case 'NodePort':
      return atLeast(release, 18)
        ? 'The wildcard address alone: since v1.18 the copies for this node’s own addresses are made while the BPF maps are written, and no list shows them.'
        : 'The wildcard address, and one for each address of this node’s devices.';
    case 'scopes':
      return 'Exactly one of the two traffic policies is Local. What clients outside reach has a twin with /i for clients in the cluster, which follows the other policy.';
    case 'HostPort':
      return `A pod on ${table.node} asks for port ${around.hostPort} of its node. The row comes from the pod, not from the Service.`;
    default:
      return '';
  }
}

function whyNone(rule: RowRule, asked: Asked): string {
  const { manifest, around, input, table } = asked;
  const absent = absentRows(manifest, around, input, table);
  const said = (what: string): string | undefined => absent.find((one) => one.what === what)?.why;
  const nothing = said('Every row of the Service');
  switch (rule) {
    case 'filled':
      return filled(asked);
    case 'any':
      return (
        nothing ?? 'It has a cluster IP, and nothing says that this node is to leave it out: it gets rows.'
      );
    case 'backends':
      return table.rows.length === 0 ? 'There is no row to put them behind.' : whoseBackends(asked);
    case 'printed':
      return table.rows.length === 0
        ? 'The list of this Service is empty.'
        : 'Each row gets an ID as it is written to the BPF maps, and the list is printed by ID. On another node the same row may have another.';
    default:
  }
  if (nothing !== undefined && rule !== 'HostPort') return 'None: the Service gets no rows here.';
  const narrowed = said('Rows of other types');
  switch (rule) {
    case 'ClusterIP':
      return `None. ${narrowed ?? 'The Service has no cluster IP of a family that Cilium has.'}`;
    case 'LoadBalancer':
      if (manifest.type !== 'LoadBalancer') return `None: the Service is of type ${manifest.type}.`;
      return `None. ${said('LoadBalancer') ?? narrowed ?? 'No load balancer gave the Service an address yet.'}`;
    case 'ExternalIPs':
      return manifest.externalIPs.length === 0
        ? 'None: the manifest names no externalIPs.'
        : `None. ${said('ExternalIPs') ?? narrowed ?? 'Their family is not one that Cilium has.'}`;
    case 'NodePort':
      return manifest.type === 'ClusterIP'
        ? 'None: a Service of type ClusterIP has no node port.'
        : `None. ${said('NodePort') ?? narrowed ?? 'The Service has no node port.'}`;
    case 'scopes':
      return 'None: no row for clients outside has to tell them from those in the cluster. That takes two traffic policies of which exactly one is Local.';
    default:
      return around.hostPort === 0
        ? 'None: the pods ask for no port of their node.'
        : `None. ${said('HostPort') ?? `No pod that asks for one runs on ${table.node}.`}`;
  }
}

function filled({ input: { service } }: Asked): string {
  const ports = service.ports.map(({ nodePort }) => nodePort).filter((port) => port !== 0);
  const ips = service.clusterIPs.filter((ip) => ip !== 'None');
  const parts = [
    ...(ips.length === 0 ? [] : [`cluster IP ${ips.join(' and ')}`]),
    ...(ports.length === 0 ? [] : [`node port ${ports.join(' and ')}`]),
    ...(service.ingress.length === 0
      ? []
      : [`${service.ingress.map(({ ip }) => ip).join(' and ')} from the load balancer`]),
  ];
  return parts.length === 0
    ? 'Nothing: it has no address of its own.'
    : `Agents read the Service with ${parts.join(', ')}: from the manifest where it says so, else allocated.`;
}

function whoseBackends({ manifest, table: { node, rows } }: Asked): string {
  const addresses = new Set(
    rows.flatMap(({ frontend }) => frontend.backends.map(({ ip, port }) => `${ip} ${port}`)),
  );
  const count = addresses.size === 1 ? 'One backend' : `${addresses.size} backends`;
  const isLocal = manifest.externalTrafficPolicy === 'Local' || manifest.internalTrafficPolicy === 'Local';
  const whose = isLocal
    ? `A row whose policy is Local has those on ${node} only, others have those of all nodes`
    : 'Every row has those of all nodes';
  return `${count} in all, out of the EndpointSlices. ${whose}, as far as their state and the version let them in.`;
}
