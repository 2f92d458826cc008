import type { AgentVersion } from '@/lib/cilium/agent-version';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import { nodeConfigKeys } from '@/lib/cilium/settings/config-layers';
import type { AgentBesideConfig } from '@/lib/cilium/settings/knob-verdict';
import type { SettingsJudgement } from '@/lib/cilium/settings/judge-settings';
import { judgeSettings } from '@/lib/cilium/settings/judge-settings';
import type { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { configLayers } from '@/lib/snapshot/agreement/config-history';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { UnjudgedSettings } from '@/lib/snapshot/settings-view';
import type { AgentRecord } from '../agent-record';
import { configRead } from './config-read';

/** What is desired of the agent of one node beside what it reports, or why that cannot be told. */
export type AgentJudgement =
  { version: AgentVersion; judged: SettingsJudgement } | { unjudged: UnjudgedSettings['reason'] };

/** Whether the last status was given by the agent that runs now: an answer from before its start is another's. */
export function isOwnAnswer({ pod, answers }: AgentRecord): boolean {
  const answeredMs = Date.parse(answers.status.answeredTimestamp ?? '');
  return pod.startedTimestamp === null || answeredMs >= Date.parse(pod.startedTimestamp);
}

/** One agent beside its configuration, and the node it runs on; or why that cannot be told. */
export type ConfiguredAgent =
  | { version: AgentVersion; node: NodeObject; beside: AgentBesideConfig }
  | { unjudged: UnjudgedSettings['reason'] };

/** Puts an agent beside the configuration of its namespace. `node` is undefined where it may not be read. */
export function configuredAgent(
  record: AgentRecord,
  history: ConfigHistory | null,
  node: NodeObject | undefined,
): ConfiguredAgent {
  const version = parseAgentVersion(record.version ?? '');
  if (version === null) return { unjudged: 'version-unknown' };
  // Without the labels of the node it is not known which CiliumNodeConfigs are for it.
  const latest = history?.latest ?? null;
  if (history === null || latest === null || node === undefined) return { unjudged: 'configuration-unread' };
  const { pod, status, answers } = record;
  const isOwn = isOwnAnswer(record);
  const beside = {
    version,
    layers: configLayers(latest, node.labels),
    status: isOwn ? status : null,
    isRunning: pod.ready && isOwn && !answers.status.stale,
    ...configRead(pod, history, node.labels),
  };
  return { version, node, beside };
}

/** Judges the settings of one agent by the configuration of its namespace. */
export function judgeAgent(
  record: AgentRecord,
  history: ConfigHistory | null,
  ofNode: NodeObject | undefined,
): AgentJudgement {
  const configured = configuredAgent(record, history, ofNode);
  if ('unjudged' in configured) return configured;
  const { version, node, beside } = configured;
  const nodeKeys = nodeConfigKeys(beside.layers);
  return { version, judged: judgeSettings(beside, { ...noFacts, nodeIPs: node.internalIPs, nodeKeys }) };
}
