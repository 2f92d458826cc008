import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentConfig } from '@/lib/cilium/expected-frontends/settings-of-agent';
import { settingsOfAgent } from '@/lib/cilium/expected-frontends/settings-of-agent';
import type { L4Protocol } from '@/lib/cilium/l3n4-addr';
import { nodeInput } from '@/lib/snapshot/agreement/node-input';
import type { NodeObject } from '@/lib/snapshot/objects/node-object';
import type { AgentFacts } from './expectations';

/** What is known of one agent. `protocol` is one that its table prints; null: it prints none, or there is no table. */
export type AgentKnowledge = {
  status: AgentStatus | null;
  version: string | null;
  config: AgentConfig;
  object: NodeObject | undefined;
  protocol: L4Protocol | null;
};

/** Why it cannot be said what an agent must have. */
export type UnjudgedReason = 'status-unread' | 'version-unknown' | 'node-unknown';

/** Gives what decides on an agent's rows, or why that is not known. */
export function agentFacts(knowledge: AgentKnowledge): AgentFacts | UnjudgedReason {
  const { status, config, object, protocol } = knowledge;
  if (status === null) return 'status-unread';
  const version = knowledge.version === null ? null : parseAgentVersion(knowledge.version);
  if (version === null) return 'version-unknown';
  if (object === undefined) return 'node-unknown';
  const told = settingsOfAgent(status, config, version);
  // Its own table shows whether it tells protocols apart.
  const settings = protocol === null ? told : { ...told, protocolDifferentiation: protocol !== 'ANY' };
  return { version, settings, input: nodeInput(object, status, settings) };
}

/** Keeps each agent's facts as the same object as long as they say the same. */
export class AgentFactsBook {
  private readonly known = new Map<string, { text: string; facts: AgentFacts | UnjudgedReason }>();

  take(node: string, knowledge: AgentKnowledge): AgentFacts | UnjudgedReason {
    const facts = agentFacts(knowledge);
    const text = JSON.stringify(facts);
    const before = this.known.get(node);
    if (before?.text === text) return before.facts;
    this.known.set(node, { text, facts });
    return facts;
  }

  remove(node: string): void {
    this.known.delete(node);
  }
}
