import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { FieldContext } from '@/lib/cilium/fields/field-context';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { exampleFrontends } from './example-frontends';

/** Gives what the field catalogue may draw on for one agent; `nameOf` shortens the names of nodes for its sentences. */
export function fieldContext(
  agent: AgentView,
  frontends: readonly FrontendView[],
  nameOf: (node: string) => string = (node) => node,
): FieldContext {
  return {
    node: nameOf(agent.node),
    nodeIP: agent.nodeIPs[0] ?? null,
    version: parseAgentVersion(agent.version ?? ''),
    namespace: agent.namespace,
    pod: agent.pod,
    container: agent.container,
    daemonSet: agent.daemonSet,
    binary: agent.binary,
    ...exampleFrontends(frontends, agent, nameOf),
  };
}
