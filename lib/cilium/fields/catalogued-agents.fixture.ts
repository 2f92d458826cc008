import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { parseAgentVersion } from '../agent-version';
import type { FieldContext } from './field-context';

/** Labels of cilium-output.md 2.4, with the block they stand in. */
export const printedLabels = [
  ['details', 'Status'],
  ['details', 'Socket LB'],
  ['details', 'Socket LB Tracing'],
  ['details', 'Socket LB Coverage'],
  ['details', 'Socket LB Protocols'],
  ['details', 'Devices'],
  ['details', 'Mode'],
  ['details', 'DSR Dispatch Mode'],
  ['details', 'Backend Selection'],
  ['details', 'Session Affinity'],
  ['details', 'Graceful Termination'],
  ['details', 'NAT46/64 Support'],
  ['nat46x64', 'Services'],
  ['nat46x64', 'Gateway'],
  ['nat46x64', 'Prefixes'],
  ['details', 'XDP Acceleration'],
  ['details', 'Services'],
  ['services', 'ClusterIP'],
  ['services', 'NodePort'],
  ['services', 'LoadBalancer'],
  ['services', 'externalIPs'],
  ['services', 'HostPort'],
  ['details', 'Annotations'],
  ['annotations', 'service.cilium.io/forwarding-mode'],
  ['annotations', 'service.cilium.io/lb-algorithm'],
  ['annotations', 'service.cilium.io/node'],
  ['annotations', 'service.cilium.io/node-selector'],
  ['annotations', 'service.cilium.io/proxy-delegation'],
  ['annotations', 'service.cilium.io/src-ranges-policy'],
  ['annotations', 'service.cilium.io/type'],
  ['output', 'Host Routing'],
  ['output', 'Routing'],
  ['output', 'Attach Mode'],
  ['output', 'Device Mode'],
  ['output', 'Masquerading'],
  ['output', 'Controller Status'],
  ['output', 'BPF Maps'],
  ['output', 'Cluster health'],
] as const;

/** A release of each minor version that the catalogue speaks of. */
export const versions = [
  '1.10.0',
  '1.11.0',
  '1.12.0',
  '1.13.4',
  '1.14.0',
  '1.15.0',
  '1.16.0',
  '1.17.0',
  '1.18.0',
  '1.19.0',
  '1.20.0',
  '1.21.0',
];

/** A version that is one. */
export function version(text: string): Release {
  const parsed = parseAgentVersion(text);
  if (parsed === null) throw new Error(`bad version ${text}`);
  return parsed;
}

/** What is known beside the status of an agent of that version: nothing but its names. */
export function contextOf(text: string | null): FieldContext {
  return {
    node: 'node-1',
    nodeIP: '192.0.2.11',
    version: text === null ? null : version(text),
    namespace: 'kube-system',
    pod: 'cilium-x',
    container: 'cilium-agent',
    daemonSet: 'cilium',
    binary: 'cilium',
    outside: null,
    byType: {},
  };
}

/** Statuses that between them hold every value a released agent reports. */
export const statuses: AgentStatus[] = [
  ...['Strict', 'Partial', 'Probe', 'Disabled', 'True', 'False'].flatMap((mode) =>
    [true, false].map((enabled): AgentStatus['kubeProxyReplacement'] => ({
      mode,
      deviceList: [{ name: 'eth0', ip: ['192.0.2.11'] }],
      directRoutingDevice: 'eth0',
      features: {
        socketLB: { enabled },
        socketLBTracing: { enabled },
        hostReachableServices: { enabled, protocols: enabled ? ['TCP', 'UDP'] : ['TCP'] },
        bpfSocketLBHostnsOnly: enabled,
        nodePort: enabled
          ? { enabled, mode: 'SNAT', algorithm: 'Random', acceleration: 'Disabled' }
          : { enabled },
        hostPort: { enabled },
        externalIPs: { enabled },
        sessionAffinity: { enabled },
        gracefulTermination: { enabled },
        nat46X64: {
          enabled,
          service: { enabled },
          gateway: { enabled, prefixes: enabled ? ['64:ff9b::/96'] : [] },
        },
        annotations: enabled ? ['service.cilium.io/node'] : [],
      },
    })),
  ),
  ...['SNAT', 'DSR', 'Hybrid'].flatMap((mode) =>
    ['IP Option/Extension', 'Geneve', 'IPIP'].flatMap((dsrMode) =>
      ['Disabled', 'Native', 'Generic', 'Best-Effort'].map((acceleration) => ({
        mode: 'True',
        features: {
          nodePort: {
            enabled: true,
            mode,
            dsrMode,
            acceleration,
            algorithm: 'Maglev',
            lutSize: 16381,
            portMin: 30000,
            portMax: 32767,
          },
        },
      })),
    ),
  ),
].map((kubeProxyReplacement) => ({ kubeProxyReplacement, sections: {}, lines: {}, unparsed: [] }));

/** What agents report around it. */
const neighbours: Partial<AgentStatus>[] = [
  {
    routing: { network: 'Native', host: 'BPF' },
    attachMode: 'tcx',
    deviceMode: { mode: 'veth' },
    masquerading: {
      enabled: true,
      mode: 'BPF',
      devices: ['eth0'],
      snatExclusionCIDRv4: '10.0.0.0/8',
      ipMasqAgent: true,
    },
    controllers: { healthy: 20, total: 20, items: [] },
    bpfMaps: [{ name: 'IPv4 service', size: 65_536 }],
    bpfMapsDynamicSizeRatio: 0.0025,
    clusterHealth: { reachable: 2, total: 2 },
  },
  {
    routing: { network: 'Tunnel', tunnelProtocol: 'vxlan', host: 'Legacy' },
    attachMode: 'tc',
    deviceMode: { mode: 'netkit', configured: 'auto' },
    masquerading: { enabled: true, mode: 'IPTables', ipv4: true, ipv6: false },
    controllers: {
      healthy: 19,
      total: 20,
      items: [{ name: 'x', consecutiveFailures: 3, message: 'refused' }],
    },
    bpfMaps: [],
    clusterHealth: {
      reachable: 1,
      total: 2,
      nodes: [{ name: 'n2', isLocalhost: false, node: 'unreachable' }],
    },
  },
  { hostRouting: { mode: 'BPF' }, masquerading: { enabled: false } },
  { hostRouting: { mode: 'Legacy' } },
  {
    kubeProxyReplacement: {
      mode: 'True',
      features: {
        annotations: printedLabels.flatMap(([block, label]) => (block === 'annotations' ? [label] : [])),
      },
    },
  },
];
for (const neighbour of neighbours) statuses.push({ ...neighbour, sections: {}, lines: {}, unparsed: [] });
