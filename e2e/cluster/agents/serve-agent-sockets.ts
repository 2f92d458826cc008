import type { KindTypes } from '@/lib/server/training/agent-contract';
import { serveAgentAPI } from '@/lib/server/training/agent/rest-api/serve-agent-api';
import type { AgentHost } from '@/lib/server/training/controllers/agent-host';
import type { AgentFiles } from './kwok-objects';

/** Serves the REST API of a pod's agent on its sockets until it is stopped; nothing where the agent has died. */
export async function serveAgentSockets(
  agents: AgentHost,
  pod: KindTypes['Pod'],
  { socket, healthSocket }: AgentFiles,
): Promise<{ stop(): Promise<void> }> {
  const api = agents.api(pod);
  if (api === null) return { stop: () => Promise.resolve() };
  return serveAgentAPI(api, { agent: socket, health: healthSocket });
}
