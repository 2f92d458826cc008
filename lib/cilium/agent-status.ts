import type { KubeProxyReplacement } from './kube-proxy-replacement';
import type { UnparsedLine } from './unparsed-line';

/** A component's state and its message, `Ok   1.13.4 (v1.13.4-4061cdfc)`. */
export type ComponentStatus = { state: string; msg?: string };

/**
 * What `cilium status` said, from text (short or `--verbose`) or from JSON.
 * A key is missing where the output has no such line: "not reported" is not "off".
 * Neighbouring sections beyond these are typed by the parsers that read them (`sections`).
 */
export type AgentStatus = {
  kubeProxyReplacement?: KubeProxyReplacement;
  cilium?: ComponentStatus;
  kubernetes?: ComponentStatus & { apis?: string[] };
  kvstore?: ComponentStatus;
  containerRuntime?: ComponentStatus;
  /** Other top-level lines by their label as printed (`Host Routing`, `Masquerading`, `Controller Status`, …). */
  sections: Record<string, string>;
  controllers?: { healthy: number; total: number };
  bpfMaps?: { name: string; size: number }[];
  clusterHealth?: { reachable: number; total: number };
  /** 1-based line of the output for each value, by dotted path: `kubeProxyReplacement.features.nodePort.mode`. */
  lines: Record<string, number>;
  unparsed: UnparsedLine[];
};
