import { annotationEntries } from './entries/annotation-names';
import { annotations } from './entries/annotations';
import { attachMode } from './entries/attach-mode';
import { backendSelection } from './entries/backend-selection';
import { bpfMaps } from './entries/bpf-maps';
import { clusterIp } from './entries/cluster-ip';
import { clusterHealth } from './entries/cluster-health';
import { controllers } from './entries/controllers';
import { deviceMode } from './entries/device-mode';
import { devices } from './entries/devices';
import { dsrDispatchMode } from './entries/dsr-dispatch-mode';
import { externalIps } from './entries/external-ips';
import { gracefulTermination } from './entries/graceful-termination';
import { hostPort } from './entries/host-port';
import { hostRouting } from './entries/host-routing';
import { loadBalancer } from './entries/load-balancer';
import { masquerading } from './entries/masquerading';
import { mode } from './entries/mode';
import { nat46x64, nat46x64Services } from './entries/nat46x64';
import { nat46x64Gateway, nat46x64Prefixes } from './entries/nat46x64-gateway';
import { nodePort } from './entries/node-port';
import { routing } from './entries/routing';
import { services } from './entries/services';
import { sessionAffinity } from './entries/session-affinity';
import { socketLb } from './entries/socket-lb';
import { socketLbCoverage } from './entries/socket-lb-coverage';
import { socketLbProtocols } from './entries/socket-lb-protocols';
import { socketLbTracing } from './entries/socket-lb-tracing';
import { statusField } from './entries/status';
import { xdpAcceleration } from './entries/xdp-acceleration';
import type { FieldEntry } from './field-entry';
import type { FieldId } from './field-id';

/** Every line "KubeProxyReplacement Details" can hold in v1.10 to main, and the lines that bear on it, explained; by id. */
export const fields: Record<FieldId, FieldEntry> = {
  status: statusField,
  'socket-lb': socketLb,
  'socket-lb-tracing': socketLbTracing,
  'socket-lb-coverage': socketLbCoverage,
  'socket-lb-protocols': socketLbProtocols,
  devices,
  mode,
  'dsr-dispatch-mode': dsrDispatchMode,
  'backend-selection': backendSelection,
  'session-affinity': sessionAffinity,
  'graceful-termination': gracefulTermination,
  nat46x64,
  'nat46x64-services': nat46x64Services,
  'nat46x64-gateway': nat46x64Gateway,
  'nat46x64-prefixes': nat46x64Prefixes,
  'xdp-acceleration': xdpAcceleration,
  services,
  'cluster-ip': clusterIp,
  'node-port': nodePort,
  'load-balancer': loadBalancer,
  'external-ips': externalIps,
  'host-port': hostPort,
  annotations,
  ...annotationEntries,
  'host-routing': hostRouting,
  routing,
  'attach-mode': attachMode,
  'device-mode': deviceMode,
  masquerading,
  controllers,
  'bpf-maps': bpfMaps,
  'cluster-health': clusterHealth,
};
