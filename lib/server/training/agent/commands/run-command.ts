import type { CommandResult } from '../../agent-contract';
import { atLeast } from '../cilium-version';
import type { AgentAPI } from './agent-api';
import { runService } from './service';
import { runStatus } from './status';
import { unknownCommand } from './usage';
import { runVersion } from './version';

/**
 * Runs a command in an agent's container. The image has `cilium` in every version, `cilium-dbg` (the same program)
 * since v1.15.
 */
export function runCommand(argv: readonly string[], agent: AgentAPI): CommandResult | 'no-such-binary' {
  const [path = '', ...words] = argv;
  const program = path.replace(/^(?:\/usr)?\/bin\//, '');
  const known = program === 'cilium' || (program === 'cilium-dbg' && atLeast(agent.version, 15));
  if (!known) return 'no-such-binary';
  const [command = '', ...args] = words;
  switch (command) {
    case 'status':
      return runStatus(args, agent);
    case 'service':
      return runService(args, agent);
    case 'version':
      return runVersion(args, agent);
    default:
      return unknownCommand(command, agent.version);
  }
}
