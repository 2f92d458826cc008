import { queryOptions } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import type { AgentCommand, RawAnswerView } from '@/lib/snapshot/agent-view';
import { fetchJson } from './fetch-json';

/**
 * The output of a command on a node's agent, byte for byte. Asking runs it; it is asked again when the agent's answer changed,
 * a large one only marked stale.
 */
export function rawQuery(node: string, command: AgentCommand) {
  return queryOptions({
    queryKey: ['raw', node, command],
    queryFn: ({ signal }) => fetchJson<RawAnswerView>(paths.api.raw(node, command), signal),
  });
}
