import type { AgentStatus } from '@/lib/cilium/agent-status';
import { agentVersionOf, parseAgentVersion } from '@/lib/cilium/agent-version';

const tag = /:([^:@/]+)(?:@|$)/;

/** Gives an agent's version, `1.13.4`, from its status; else from the tag of its image; else null. */
export function knownVersion(status: AgentStatus | null, image: string | null): string | null {
  const said = status === null ? null : agentVersionOf(status);
  return (said ?? parseAgentVersion(tag.exec(image ?? '')?.[1] ?? ''))?.text ?? null;
}
