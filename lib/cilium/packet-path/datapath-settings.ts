import type { Release } from '../agent-version';

/** How a node's agent handles packets: what it reports as realised. */
export type DatapathSettings = {
  version: Release;
  /** Node ports, external IPs, load balancers and host ports are Cilium's; else only pods' cluster IPs. */
  nodePort: boolean;
  socketLB: 'off' | 'host-only' | 'full';
  mode: 'snat' | 'dsr' | 'hybrid';
  dispatch: 'opt' | 'ipip' | 'geneve';
  /** `service.cilium.io/forwarding-mode` is heeded (`bpf-lb-mode-annotation`, v1.17 and later). */
  modeAnnotation: boolean;
  acceleration: 'disabled' | 'native' | 'best-effort' | 'testing-only';
  attach: 'tc' | 'tcx';
  /** Null for native routing. */
  tunnel: 'vxlan' | 'geneve' | null;
  nodePortRange: { min: number; max: number };
  externalClusterIP: boolean;
  /** `service-no-backend-response`: reject since v1.15, before that packets are dropped. */
  noBackendResponse: 'reject' | 'drop';
  /** `bpf-lb-source-range-all-types`, v1.17 and later. */
  sourceRangeAllTypes: boolean;
  /** Services whose frontend and backends have different families. */
  nat46x64: boolean;
  mtuBytes: number;
};

/** The settings of an agent that nobody configured, on native routing with the whole replacement. */
export function defaultDatapathSettings(version: Release): DatapathSettings {
  const rejects = version.major > 1 || version.minor >= 15;
  return {
    version,
    nodePort: true,
    socketLB: 'full',
    mode: 'snat',
    dispatch: 'opt',
    modeAnnotation: false,
    acceleration: 'disabled',
    attach: version.major > 1 || version.minor >= 16 ? 'tcx' : 'tc',
    tunnel: null,
    nodePortRange: { min: 30000, max: 32767 },
    externalClusterIP: false,
    noBackendResponse: rejects ? 'reject' : 'drop',
    sourceRangeAllTypes: false,
    nat46x64: false,
    mtuBytes: 1500,
  };
}
