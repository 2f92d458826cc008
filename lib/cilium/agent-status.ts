import type { EncryptionStatus, HubbleStatus, Ipam, NodeMonitor, ProxyStatus } from './agent-services-status';
import type { ClusterHealth } from './cluster-health';
import type { ClusterMeshStatus } from './cluster-mesh-status';
import type { ComponentStatus } from './component-status';
import type { ControllersStatus } from './controller-status';
import type {
  BandwidthManager,
  BigTCP,
  ClockSource,
  DeviceMode,
  HostFirewall,
  Masquerading,
  Routing,
  SRv6,
} from './datapath-status';
import type { KubeProxyReplacement } from './kube-proxy-replacement';
import type { ModulesHealth } from './modules-health';
import type { UnparsedLine } from './unparsed-line';

export type { ComponentStatus } from './component-status';

/**
 * What `cilium status` said, from text (short or `--verbose`) or from JSON.
 * A key is missing where the output has no such line: "not reported" is not "off".
 * Where text and JSON hold the same fact they give the same value, in the words of JSON.
 */
export type AgentStatus = {
  kubeProxyReplacement?: KubeProxyReplacement;
  cilium?: ComponentStatus;
  kubernetes?: ComponentStatus & { apis?: string[] };
  kvstore?: ComponentStatus;
  /** v1.19 and older. */
  containerRuntime?: ComponentStatus;
  /** `Cilium health daemon`. */
  healthDaemon?: ComponentStatus;
  /** JSON only (v1.14 and later). */
  authCertificateProvider?: ComponentStatus;
  hostFirewall?: HostFirewall;
  srv6?: SRv6;
  cniChaining?: { mode: string };
  /** The state is in JSON only. */
  cniFile?: { state?: string; msg: string };
  /** Probes whose answer is too old, with the time of the last one (RFC 3339). */
  stale?: Record<string, string>;
  nodeMonitor?: NodeMonitor;
  ipam?: Ipam;
  clusterMesh?: ClusterMeshStatus;
  ipv4BigTCP?: BigTCP;
  ipv6BigTCP?: BigTCP;
  bandwidthManager?: BandwidthManager;
  /** v1.15 and older: BPF or Legacy; later it is `routing.host`. */
  hostRouting?: { mode: string };
  routing?: Routing;
  /** tcx or tc (v1.16 and later). */
  attachMode?: string;
  deviceMode?: DeviceMode;
  masquerading?: Masquerading;
  clockSource?: ClockSource;
  controllers?: ControllersStatus;
  proxy?: ProxyStatus;
  /** `Global Identity Range` (v1.12 and later). */
  identityRange?: { min: number; max: number };
  hubble?: HubbleStatus;
  bpfMaps?: { name: string; size: number }[];
  /** The share of memory that sizes the maps; missing where they have fixed sizes. */
  bpfMapsDynamicSizeRatio?: number;
  encryption?: EncryptionStatus;
  clusterHealth?: ClusterHealth;
  modulesHealth?: ModulesHealth;
  /** Every top-level line of text output by its label as printed; empty for JSON. */
  sections: Record<string, string>;
  /** 1-based line of the output for each value, by dotted path: `kubeProxyReplacement.features.nodePort.mode`. */
  lines: Record<string, number>;
  unparsed: UnparsedLine[];
};
