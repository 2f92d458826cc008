import type { AgentCommand } from '@/lib/snapshot/agent-view';
import { agentCommand } from './openapi/agent-schemas';
import { HttpProblem } from './problem/problem-response';

/** Reads a command's name from a path. Throws HttpProblem `not-found` for any other text: nothing else is ever run. */
export function readCommand(text: string): AgentCommand {
  const result = agentCommand.safeParse(text);
  if (result.success) return result.data;
  throw new HttpProblem('not-found', {
    detail: `There is no command ${JSON.stringify(text.slice(0, 100))}.`,
    hint: `Ask for one of: ${agentCommand.options.join(', ')}.`,
  });
}
