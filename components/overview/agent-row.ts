import type { NodeFacts } from '@/components/services/node-facts';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { silentAgent } from '@/components/shell/freshness-of';

/** What an agent's table says against the API: the same, some rows not, or not known as it is silent. */
export type AgainstApi = { kind: 'same' } | { kind: 'differs'; rows: number } | { kind: 'unknown' };

/** Compares one agent with the API, as far as its last answer allows. */
export function againstApi(agent: AgentView, facts: NodeFacts | undefined): AgainstApi {
  if (agent.answers['service-list'].answeredTimestamp === null) return { kind: 'unknown' };
  const rows = facts?.differing ?? 0;
  if (rows > 0) return { kind: 'differs', rows };
  return silentAgent(agent) === null ? { kind: 'same' } : { kind: 'unknown' };
}

/** The settings that agents of one cluster normally share, as the table shows them; null where not reported. */
export type AgentSettings = {
  version: string | null;
  kpr: string | null;
  devices: string | null;
  mode: string | null;
  selection: string | null;
};

/** Reads an agent's settings out of its status. */
export function agentSettings({ version, status }: AgentView): AgentSettings {
  const kpr = status?.kubeProxyReplacement;
  return {
    version,
    kpr: kpr?.mode ?? null,
    devices: kpr?.deviceList?.map(({ name }) => name).join(', ') ?? null,
    mode: kpr?.features.nodePort?.mode ?? null,
    selection: kpr?.features.nodePort?.algorithm ?? null,
  };
}

/** Devices are a node's own; every other setting that is not what most agents have is a deviation. */
const compared = ['version', 'kpr', 'mode', 'selection'] as const satisfies readonly (keyof AgentSettings)[];

/** Gives the commonest value of each compared setting. */
export function commonSettings(all: readonly AgentSettings[]): Partial<AgentSettings> {
  const common: Partial<AgentSettings> = {};
  for (const key of compared) {
    const counts = new Map<string | null, number>();
    for (const settings of all) counts.set(settings[key], (counts.get(settings[key]) ?? 0) + 1);
    const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
    if (most !== undefined) common[key] = most[0];
  }
  return common;
}

/** True where an agent that reports the setting has another value than most. */
export function deviates(
  settings: AgentSettings,
  common: Partial<AgentSettings>,
  key: keyof AgentSettings,
): boolean {
  const value = settings[key];
  return value !== null && key in common && common[key] !== value;
}
