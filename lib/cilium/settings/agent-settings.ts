import type { LoadBalancingSettings } from '../expected-frontends/load-balancing-input';
import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { ConfigMapData } from './config-data';
import { booleanOf, listOf, textOf } from './config-data';

export type RoutingMode = 'native' | 'tunnel' | 'hybrid';

/** What an agent runs with: its ConfigMap as read at the start, with the defaults of its version. */
export type AgentSettings = {
  /** As the status prints it: Strict, Partial, Disabled; True, False since v1.14. */
  kprMode: string;
  /** Strict or true, and probe as far as the kernel goes: every part of the replacement is on. */
  fullKpr: boolean;
  loadBalancing: LoadBalancingSettings;
  socketLB: boolean;
  hostNamespaceOnly: boolean;
  sessionAffinity: boolean;
  forwardingMode: string;
  dispatch: string;
  modeAnnotation: boolean;
  algorithm: string;
  algorithmAnnotation: boolean;
  maglevTableSize: number;
  acceleration: string;
  routingMode: RoutingMode;
  tunnelProtocol: string;
  bpfMasquerade: boolean;
  masqueradeIPv4: boolean;
  masqueradeIPv6: boolean;
  legacyHostRouting: boolean;
  devices: string[];
  directRoutingDevice: string;
  ipam: string;
  hubble: boolean;
  hubbleMetrics: boolean;
  healthChecking: boolean;
  bandwidthManager: boolean;
  nat46x64Services: boolean;
  nat46x64Gateway: boolean;
  nativeRoutingCIDR: string;
  nativeRoutingCIDRv6: string;
  externalEnvoy: boolean;
  writesCniFile: boolean;
  sourceRangeCheck: boolean;
  lbMapMax: number;
  clusterName: string;
};

function printedMode(value: string, version: Release): string {
  if (!atLeast(version, 16)) return value.charAt(0).toUpperCase() + value.slice(1);
  return value.toLowerCase() === 'true' || value === '1' ? 'True' : 'False';
}

function nodePortRange(data: ConfigMapData): { min: number; max: number } {
  const [min = 30000, max = 32767] = textOf(data, 'node-port-range').split(',').filter(Boolean).map(Number);
  return { min, max };
}

/** The parts of the replacement: all under KPR, one by one without it up to v1.18, none of them since. */
function kprParts(data: ConfigMapData, full: boolean, disabled: boolean, version: Release) {
  const single = (key: string, byDefault: boolean): boolean =>
    full || (!disabled && !atLeast(version, 19) && booleanOf(data, key, byDefault));
  const nodePort = single('enable-node-port', false);
  const early = !atLeast(version, 14);
  return {
    nodePort,
    hostPort: full || (nodePort && single('enable-host-port', early)),
    externalIPs: full || (nodePort && single('enable-external-ips', early)),
    sessionAffinity: atLeast(version, 19) || single('enable-session-affinity', atLeast(version, 18)),
    socketLB: full || (!disabled && booleanOf(data, socketLBKey(version), false)),
  };
}

function socketLBKey(version: Release): string {
  return atLeast(version, 12) ? 'bpf-lb-sock' : 'enable-host-reachable-services';
}

function routing(data: ConfigMapData, version: Release): { mode: RoutingMode; protocol: string } {
  const old = textOf(data, 'tunnel', atLeast(version, 14) ? '' : 'vxlan');
  if (!atLeast(version, 15) && old !== '') {
    return old === 'disabled' ? { mode: 'native', protocol: 'vxlan' } : { mode: 'tunnel', protocol: old };
  }
  const mode = textOf(data, 'routing-mode', 'tunnel');
  return {
    mode: mode === 'native' || mode === 'hybrid' ? mode : 'tunnel',
    protocol: textOf(data, 'tunnel-protocol', 'vxlan'),
  };
}

/** Reads the settings of an agent whose configuration passed the start-up checks. */
export function readSettings(data: ConfigMapData, version: Release): AgentSettings {
  const kpr = textOf(data, 'kube-proxy-replacement', atLeast(version, 14) ? 'false' : 'partial');
  const full = ['strict', 'probe'].includes(kpr) || kpr.toLowerCase() === 'true' || kpr === '1';
  const parts = kprParts(data, full, kpr === 'disabled', version);
  const { mode: routingMode, protocol: tunnelProtocol } = routing(data, version);
  const text = (key: string, byDefault: string): string => textOf(data, key, byDefault);
  const ipv6 = booleanOf(data, 'enable-ipv6', true);
  // Older names of the flags, which v1.20 has no more.
  const older = (key: string, byDefault: string): string =>
    atLeast(version, 20) ? byDefault : text(key, byDefault);
  const forwardingMode = text('bpf-lb-mode', older('node-port-mode', 'snat'));
  return {
    kprMode: printedMode(kpr, version),
    fullKpr: full,
    loadBalancing: {
      nodePort: parts.nodePort,
      hostPort: parts.hostPort,
      externalIPs: parts.externalIPs,
      ipv4: booleanOf(data, 'enable-ipv4', true),
      ipv6,
      nodePortRange: nodePortRange(data),
      gracefulTermination: booleanOf(data, 'enable-k8s-terminating-endpoint', true),
      serviceTopology: booleanOf(data, 'enable-service-topology', false),
      protocolDifferentiation: booleanOf(data, 'bpf-lb-proto-diff', true),
      serviceProxyName: text('k8s-service-proxy-name', ''),
      internalTrafficPolicy: booleanOf(data, 'enable-internal-traffic-policy', true),
      localRedirectPolicies: booleanOf(data, 'enable-local-redirect-policy', false),
      // No key of the configuration tells: other clusters are named in a Secret.
      clusterMesh: false,
    },
    socketLB: parts.socketLB,
    hostNamespaceOnly: parts.socketLB && booleanOf(data, 'bpf-lb-sock-hostns-only', false),
    sessionAffinity: parts.sessionAffinity,
    // Up to v1.12 a tunnel turned DSR off with a warning (rule B1).
    forwardingMode: routingMode === 'tunnel' && !atLeast(version, 13) ? 'snat' : forwardingMode,
    dispatch: text('bpf-lb-dsr-dispatch', 'opt'),
    modeAnnotation: booleanOf(data, 'bpf-lb-mode-annotation', false),
    algorithm: text('bpf-lb-algorithm', older('node-port-algorithm', 'random')),
    algorithmAnnotation: booleanOf(data, 'bpf-lb-algorithm-annotation', false),
    maglevTableSize: Number(text('bpf-lb-maglev-table-size', '16381')),
    acceleration: text('bpf-lb-acceleration', text('node-port-acceleration', 'disabled')),
    routingMode,
    tunnelProtocol,
    bpfMasquerade: booleanOf(data, 'enable-bpf-masquerade', false),
    masqueradeIPv4: booleanOf(data, 'enable-ipv4-masquerade', true),
    masqueradeIPv6: ipv6 && booleanOf(data, 'enable-ipv6-masquerade', true),
    legacyHostRouting: booleanOf(data, 'enable-host-legacy-routing', false),
    devices: listOf(data, 'devices'),
    directRoutingDevice: text('direct-routing-device', ''),
    ipam: text('ipam', 'cluster-pool'),
    hubble: booleanOf(data, 'enable-hubble', false),
    hubbleMetrics: text('hubble-metrics-server', '') !== '',
    healthChecking:
      booleanOf(data, 'enable-health-checking', true) &&
      booleanOf(data, 'enable-endpoint-health-checking', true),
    bandwidthManager: booleanOf(data, 'enable-bandwidth-manager', false),
    nat46x64Services: atLeast(version, 18) && booleanOf(data, 'bpf-lb-nat46x64', false),
    nat46x64Gateway: booleanOf(data, 'enable-nat46x64-gateway', false),
    nativeRoutingCIDR: text('ipv4-native-routing-cidr', ''),
    nativeRoutingCIDRv6: text('ipv6-native-routing-cidr', ''),
    externalEnvoy: booleanOf(data, 'external-envoy-proxy', false),
    writesCniFile: text('write-cni-conf-when-ready', '') !== '',
    sourceRangeCheck: booleanOf(data, 'enable-svc-source-range-check', true),
    lbMapMax: Number(text('bpf-lb-map-max', '65536')),
    clusterName: text('cluster-name', 'default'),
  };
}
