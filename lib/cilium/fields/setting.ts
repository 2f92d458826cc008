import type { VersionSpan } from './version-span';

/**
 * One way a field is set, for the versions of its span. Every one of them is a start-up flag of the agent:
 * a change takes effect when agents restart.
 */
export type Setting = VersionSpan & {
  /** Helm value; null where the chart has none and `extraConfig` must carry the key. */
  helm: string | null;
  /** Key in the ConfigMap `cilium-config`. */
  key: string;
  /** Values to choose from, or one example where any of a form is allowed. */
  values: readonly string[];
  /** What holds when the key is absent. */
  default: string;
  /** What else to know before it is used. */
  note?: string;
  /** True where the operator reads the key as well and must be restarted too. */
  operator?: boolean;
  /** True where full kube-proxy replacement switches it on whatever the key says. */
  forcedOn?: boolean;
};
