import type { CoreV1Event, V1Endpoints, V1Lease, V1Secret, V1ServiceAccount } from '@kubernetes/client-node';
import type { KindTypes, Stored } from '../kube-object';
import { ageOf, printer, type Printer } from './printer';

type Node = KindTypes['Node'];
type Event = Stored<CoreV1Event>;

function nodeStatus({ spec, status }: Node): string {
  const ready = status?.conditions?.find(({ type }) => type === 'Ready');
  const words = [ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady'];
  return [...words, ...(spec?.unschedulable ? ['SchedulingDisabled'] : [])].join(',');
}

function nodeRoles({ metadata }: Node): string {
  const prefix = 'node-role.kubernetes.io/';
  const roles = Object.entries(metadata.labels ?? {}).flatMap(([key, value]) => {
    if (key.startsWith(prefix)) return key.slice(prefix.length) || [];
    return key === 'kubernetes.io/role' && value ? value : [];
  });
  return [...new Set(roles)].sort().join(',') || '<none>';
}

function nodeAddress({ status }: Node, wanted: string): string {
  return status?.addresses?.find(({ type }) => type === wanted)?.address ?? '<none>';
}

const nodePrinter = printer<Node>(
  [
    'Name',
    'Status',
    'Roles',
    'Age',
    'Version',
    '+Internal-IP',
    '+External-IP',
    '+OS-Image',
    '+Kernel-Version',
    '+Container-Runtime',
  ],
  (node, age) => {
    const info = node.status?.nodeInfo;
    return [
      node.metadata.name ?? '',
      nodeStatus(node),
      nodeRoles(node),
      age,
      info?.kubeletVersion ?? '',
      nodeAddress(node, 'InternalIP'),
      nodeAddress(node, 'ExternalIP'),
      info?.osImage || '<unknown>',
      `${info?.kernelVersion || '<unknown>'}${info?.architecture ? ` (${info.architecture})` : ''}`,
      info?.containerRuntimeVersion || '<unknown>',
    ];
  },
);

const eventPrinter = printer<Event>(
  [
    'Last Seen',
    'Type',
    'Reason',
    'Object',
    '+Subobject',
    '+Source',
    'Message',
    '+First Seen',
    '+Count',
    '+Name',
  ],
  (event, _age, nowMs) => {
    const { involvedObject: about, source, series } = event;
    const first = ageOf(event.firstTimestamp ?? event.eventTime, nowMs);
    const last = series?.lastObservedTime ?? event.lastTimestamp;
    const from = [source?.component || event.reportingComponent, source?.host || event.reportingInstance];
    const kind = (about.kind ?? '').toLowerCase();
    return [
      last ? ageOf(last, nowMs) : first,
      event.type ?? '',
      event.reason ?? '',
      about.name ? `${kind}/${about.name}` : kind,
      about.fieldPath ?? '',
      from.filter(Boolean).join(', '),
      (event.message ?? '').trim(),
      first,
      series?.count ?? (event.count || 1),
      event.metadata.name ?? '',
    ];
  },
);

function endpointsText({ subsets = [] }: Stored<V1Endpoints>): string {
  if (subsets.length === 0) return '<none>';
  const all = subsets.flatMap(({ addresses = [], ports = [] }) => {
    const ips = addresses.map(({ ip }) => (ip.includes(':') && ports.length > 0 ? `[${ip}]` : ip));
    return ports.length === 0 ? ips : ports.flatMap(({ port }) => ips.map((ip) => `${ip}:${port}`));
  });
  const shown = all.slice(0, 3).join(',');
  return all.length > 3 ? `${shown} + ${all.length - 3} more...` : shown;
}

/** The core group's rows but for pods and Services (kubernetes v1.37, pkg/printers/internalversion/printers.go). */
export const clusterPrinters: Record<string, Printer> = {
  Node: nodePrinter,
  Event: eventPrinter,
  Namespace: printer<KindTypes['Namespace']>(['Name', 'Status', 'Age'], ({ metadata, status }, age) => [
    metadata.name ?? '',
    status?.phase ?? '',
    age,
  ]),
  ConfigMap: printer<KindTypes['ConfigMap']>(
    ['Name', 'Data', 'Age'],
    ({ metadata, data = {}, binaryData = {} }, age) => [
      metadata.name ?? '',
      Object.keys(data).length + Object.keys(binaryData).length,
      age,
    ],
  ),
  Secret: printer<Stored<V1Secret>>(['Name', 'Type', 'Data', 'Age'], ({ metadata, type, data = {} }, age) => [
    metadata.name ?? '',
    type ?? '',
    Object.keys(data).length,
    age,
  ]),
  ServiceAccount: printer<Stored<V1ServiceAccount>>(['Name', 'Age'], ({ metadata }, age) => [
    metadata.name ?? '',
    age,
  ]),
  Endpoints: printer<Stored<V1Endpoints>>(['Name', 'Endpoints', 'Age'], (endpoints, age) => [
    endpoints.metadata.name ?? '',
    endpointsText(endpoints),
    age,
  ]),
  Lease: printer<Stored<V1Lease>>(['Name', 'Holder', 'Age'], ({ metadata, spec }, age) => [
    metadata.name ?? '',
    spec?.holderIdentity ?? '',
    age,
  ]),
};
