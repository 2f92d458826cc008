import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { booleanOf } from '../settings/config-data';
import type { LoadBalancingSettings } from './load-balancing-input';
import { settingsOfStatus } from './settings-of-status';

/** The keys of `cilium-config` that an agent started with; null: not known. */
export type AgentConfig = Readonly<Record<string, string>> | null;

/**
 * Gives what decides on an agent's rows: what its status says it runs with, and of the configuration it started with
 * what no status says. Without the latter those parts are null, or at their default where they are seldom changed.
 */
export function settingsOfAgent(
  status: AgentStatus,
  config: AgentConfig,
  version: Release,
): LoadBalancingSettings {
  const realised = settingsOfStatus(status, version);
  if (config === null) return realised;
  const flag = (key: string, byDefault: boolean): boolean => booleanOf(config, key, byDefault);
  return {
    ...realised,
    internalTrafficPolicy: flag('enable-internal-traffic-policy', true),
    serviceTopology: flag('enable-service-topology', false),
    protocolDifferentiation: flag('bpf-lb-proto-diff', true),
    serviceProxyName: config['k8s-service-proxy-name'] ?? '',
    localRedirectPolicies: flag('enable-local-redirect-policy', false),
  };
}
