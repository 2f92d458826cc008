import type { AgentStatus } from '../agent-status';
import type { Device, KubeProxyReplacementFeatures } from '../kube-proxy-replacement';

/** The features an agent reports; empty when its answer has no such section. */
export function featuresOf(status: AgentStatus): KubeProxyReplacementFeatures {
  return status.kubeProxyReplacement?.features ?? {};
}

/** Whether Cilium serves Services to clients outside the cluster on this node; undefined where it is not reported. */
export function nodePortOn(status: AgentStatus): boolean | undefined {
  return featuresOf(status).nodePort?.enabled;
}

/** The device that carries the mark `(Direct Routing)`. */
export function directRoutingDevice(status: AgentStatus): Device | undefined {
  const kpr = status.kubeProxyReplacement;
  return kpr?.deviceList?.find(({ name }) => name === kpr.directRoutingDevice);
}

/** Its first IPv4 address, else its first that is not link-local: where Cilium's source address comes from. */
export function directRoutingIP(status: AgentStatus): string | undefined {
  const ips = directRoutingDevice(status)?.ip.filter((ip) => !ip.startsWith('fe80:')) ?? [];
  return ips.find((ip) => !ip.includes(':')) ?? ips[0];
}

/** `True` and `Strict` are the whole replacement; `False` and `Disabled` none of it as a whole; anything else neither. */
export function replacement(status: AgentStatus): 'full' | 'none' | 'chosen' | 'unknown' {
  const mode = status.kubeProxyReplacement?.mode.toLowerCase();
  if (mode === 'true' || mode === 'strict') return 'full';
  if (mode === 'false' || mode === 'disabled') return 'none';
  return mode === 'partial' || mode === 'probe' ? 'chosen' : 'unknown';
}

/** How packets travel between nodes, where the agent says so (`Routing:`, v1.16 and later). */
export function networkRouting(status: AgentStatus): 'native' | 'tunnel' | 'unknown' {
  const network = status.routing?.network.toLowerCase();
  return network === 'native' || network === 'tunnel' ? network : 'unknown';
}
