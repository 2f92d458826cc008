import type { AgentVersion } from '@/lib/cilium/agent-version';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import { nodeConfigKeys } from '@/lib/cilium/settings/config-layers';
import type { SettingsJudgement } from '@/lib/cilium/settings/judge-settings';
import { judgeSettings } from '@/lib/cilium/settings/judge-settings';
import type { ConfigHistory } from '@/lib/snapshot/agreement/config-history';
import { configLayers } from '@/lib/snapshot/agreement/config-history';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { UnjudgedSettings } from '@/lib/snapshot/settings-view';
import type { AgentRecord } from '../agent-record';

/** What is desired of the agent of one node beside what it reports, or why that cannot be told. */
export type AgentJudgement =
  { version: AgentVersion; judged: SettingsJudgement } | { unjudged: UnjudgedSettings['reason'] };

/** Whether the last status was given by the agent that runs now: an answer from before its start is another's. */
export function isOwnAnswer({ pod, answers }: AgentRecord): boolean {
  const answeredMs = Date.parse(answers.status.answeredTimestamp ?? '');
  return pod.startedTimestamp === null || answeredMs >= Date.parse(pod.startedTimestamp);
}

/** Judges the settings of one agent by the configuration of its namespace. `node` is undefined where it may not be read. */
export function judgeAgent(
  record: AgentRecord,
  history: ConfigHistory | null,
  node: NodeObject | undefined,
): AgentJudgement {
  const version = parseAgentVersion(record.version ?? '');
  if (version === null) return { unjudged: 'version-unknown' };
  // Without the labels of the node it is not known which CiliumNodeConfigs are for it.
  const latest = history?.latest ?? null;
  if (history === null || latest === null || node === undefined) return { unjudged: 'configuration-unread' };
  const layers = configLayers(latest, node.labels);
  const { pod, status, answers } = record;
  const startedMs = pod.startedTimestamp === null ? null : Date.parse(pod.startedTimestamp);
  const isOwn = isOwnAnswer(record);
  const judged = judgeSettings(
    {
      version,
      layers,
      status: isOwn ? status : null,
      isRunning: pod.ready && isOwn && !answers.status.stale,
      startedMs,
      startedWith: startedMs === null ? null : history.at(startedMs, node.labels),
    },
    { ...noFacts, nodeIPs: node.internalIPs, nodeKeys: nodeConfigKeys(layers) },
  );
  return { version, judged };
}
