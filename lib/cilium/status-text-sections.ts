import {
  componentReader,
  readCniChaining,
  readCniFile,
  readKubernetesAPIs,
  readStale,
} from './status-text-components';
import { clusterHealthBlock, readClusterHealth } from './status-text-cluster-health';
import { clusterMeshBlock, readClusterMesh } from './status-text-cluster-mesh';
import { controllersBlock, readControllers } from './status-text-controllers';
import {
  bigTCPReader,
  readAttachMode,
  readBandwidthManager,
  readClockSource,
  readDeviceMode,
  readHostFirewall,
  readHostRouting,
  readMasquerading,
  readRouting,
  readSRv6,
} from './status-text-datapath';
import { modulesHealthBlock, readModulesHealth } from './status-text-modules';
import type { LineReader, SectionReader } from './status-text-reader';
import {
  readEncryption,
  readHubble,
  readIdentityRange,
  readIpam,
  readNodeMonitor,
  readProxy,
} from './status-text-services';
import {
  allocationsBlock,
  bpfMapsBlock,
  lostEventsBlock,
  readBpfMaps,
  redirectsBlock,
} from './status-text-tables';
import { KubeProxyDetailsReader } from './status-kpr-details';
import { readKubeProxyReplacementLine } from './status-kpr-line';

/** A heading with nothing behind it. */
const readHeading: LineReader = (value) => value === '';

const readDetailsHeading: LineReader = (value, draft, line) => {
  draft.mark('kubeProxyReplacement.details', line);
  return value === '';
};

/** How each top-level line of `cilium status` is read, by its label (v1.0 to main), in the order printed. */
export const statusSections: ReadonlyMap<string, SectionReader> = new Map<string, SectionReader>([
  ['KVStore', { read: componentReader('kvstore') }],
  ['ContainerRuntime', { read: componentReader('containerRuntime') }],
  ['Kubernetes', { read: componentReader('kubernetes') }],
  ['Kubernetes APIs', { read: readKubernetesAPIs }],
  ['KubeProxyReplacement', { read: readKubeProxyReplacementLine }],
  ['Host firewall', { read: readHostFirewall }],
  ['SRv6', { read: readSRv6 }],
  ['CNI Chaining', { read: readCniChaining }],
  ['CNI Config file', { read: readCniFile }],
  ['Cilium', { read: componentReader('cilium') }],
  ['Stale status', { read: readStale }],
  ['NodeMonitor', { read: readNodeMonitor, block: lostEventsBlock }],
  ['Cilium health daemon', { read: componentReader('healthDaemon') }],
  ['IPAM', { read: readIpam }],
  ['Allocated addresses', { read: readHeading, block: allocationsBlock }],
  ['ClusterMesh', { read: readClusterMesh, block: clusterMeshBlock }],
  ['IPv4 BIG TCP', { read: bigTCPReader('ipv4BigTCP') }],
  ['IPv6 BIG TCP', { read: bigTCPReader('ipv6BigTCP') }],
  ['BandwidthManager', { read: readBandwidthManager }],
  ['Host Routing', { read: readHostRouting }],
  ['Routing', { read: readRouting }],
  ['Attach Mode', { read: readAttachMode }],
  ['Device Mode', { read: readDeviceMode }],
  ['Masquerading', { read: readMasquerading }],
  ['Clock Source for BPF', { read: readClockSource }],
  ['Controller Status', { read: readControllers, block: controllersBlock }],
  ['Proxy Status', { read: readProxy, block: redirectsBlock }],
  ['Global Identity Range', { read: readIdentityRange }],
  ['Hubble', { read: readHubble }],
  [
    'KubeProxyReplacement Details',
    { read: readDetailsHeading, block: (draft) => new KubeProxyDetailsReader(draft) },
  ],
  ['BPF Maps', { read: readBpfMaps, block: bpfMapsBlock }],
  ['Encryption', { read: readEncryption }],
  ['Cluster health', { read: readClusterHealth, block: clusterHealthBlock }],
  ['Modules Health', { read: readModulesHealth, block: modulesHealthBlock }],
]);
