import type { NodeFacts } from '../node-facts';
import type { CiliumVersion } from '../cilium-version';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';

/** Where in its start an agent notices a bad configuration; it decides how the log line begins. */
export type Stage = 'flag' | 'validate' | 'cell' | 'kpr' | 'finish' | 'daemon' | 'datapath' | 'bare';

/** Why an agent dies: the message of Cilium's own code, without what its stage puts before it. */
export type Problem = { rule: string; stage: Stage; message: string };

/** What the checks look at: the raw values, what they mean, and the node. */
export type StartUp = {
  data: ConfigMapData;
  settings: AgentSettings;
  version: CiliumVersion;
  facts: NodeFacts;
  nodeIPs: string[];
};

/** One check of the start (ids of docs: reference rule table); null when it has nothing to say. */
export type Check = (start: StartUp) => Problem | null;

/** Makes a problem, for the checks' brevity. */
export function problem(rule: string, stage: Stage, message: string): Problem {
  return { rule, stage, message };
}
