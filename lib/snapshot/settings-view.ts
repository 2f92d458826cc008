import type { ConfigOwner } from '@/lib/cilium/settings/config-owner';
import type { KnobVerdict } from '@/lib/cilium/settings/knob-verdict';
import type { RuleJudgement } from '@/lib/cilium/rules/judge-rules';
import type { Problem } from './source-view';

/** The values a user gave Helm: read; not there, because no release is named or none is deployed; or not readable. */
export type HelmReleaseView =
  | { state: 'read'; name: string; namespace: string; revision: number; chartVersion: string | null }
  | { state: 'none' }
  | { state: 'unread'; name: string; namespace: string; problem: Problem };

/** What the agents of one namespace read at their start. */
export type ConfigurationView = {
  namespace: string;
  /** The ConfigMap `cilium-config`; null where it is not there, or could not be read. */
  configMap: { name: string; writtenTimestamp: string | null; owner: ConfigOwner } | null;
  /** Names of the CiliumNodeConfigs that are for at least one node with an agent. */
  nodeConfigs: string[];
  helm: HelmReleaseView;
  /** Why ConfigMap or CiliumNodeConfigs could not be read; null where they were. */
  problem: Problem | null;
};

/** One knob on the nodes of a group. */
export type SettingView = KnobVerdict & {
  /** Its Helm value: null as `value` where the user gave none, or values could not be read. */
  helm: { path: string; value: string | null };
};

/** Nodes of which the same is desired and realised, for the same reasons. */
export type SettingsGroup = {
  nodes: string[];
  namespace: string;
  version: string;
  settings: SettingView[];
  /** Rules that are broken, those that would end the agent first. */
  rules: RuleJudgement[];
};

export type UnjudgedSettings = { node: string; reason: 'version-unknown' | 'configuration-unread' };

/** `GET /api/v1/settings`: what is desired of each knob, beside what the agents report. */
export type SettingsView = {
  revision: number;
  configurations: ConfigurationView[];
  /** The largest group first. */
  groups: SettingsGroup[];
  /** Nodes of whose settings nothing can be said, and why. */
  unjudged: UnjudgedSettings[];
};
