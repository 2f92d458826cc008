import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { UnparsedLine } from '@/lib/cilium/unparsed-line';
import type { AgentCommand } from '@/lib/snapshot/agent-view';

/** Gives the lines of a command’s output that our parsers do not understand. */
export function unparsedOf(command: AgentCommand, stdout: string): UnparsedLine[] {
  return command === 'status' ? parseStatus(stdout).unparsed : parseServiceList(stdout).unparsed;
}
