import type { CommandResult } from '../../agent-contract';
import { atLeast } from '../cilium-version';
import { formatServiceList } from '../output/format-service-list';
import type { AgentAPI } from './agent-api';
import { parseFlags } from './flags';
import { printOutput } from './output-option';
import { connectionError, failed } from './unreachable';
import { serviceGroupHelp, unknownFlag } from './usage';

/** Runs `cilium service list` (also `ls`); any other word of the group prints its help, exit code 0. */
export function runService(args: readonly string[], agent: AgentAPI): CommandResult {
  const { version } = agent;
  const [word, ...rest] = args;
  if (word !== 'list' && word !== 'ls') return serviceGroupHelp(version);
  const { values, problem } = parseFlags(rest, [
    { name: 'output', short: 'o', takesValue: true },
    ...(atLeast(version, 12) ? [{ name: 'clustermesh-affinity', takesValue: false }] : []),
  ]);
  if (problem !== null) return unknownFlag('service list', problem, version);
  const socket = agent.socket();
  if (socket === 'missing' || socket === 'refused') {
    return failed(`Error: Cannot get services list: ${connectionError('service', socket, version)}\n`);
  }
  const output = values.get('output');
  if (output === 'json') return { stdout: agent.serviceJson(), stderr: '', exitCode: 0 };
  if (output !== undefined) return printOutput(output, agent.services());
  if (values.get('clustermesh-affinity') === 'true') {
    return { ...formatServiceList(agent.services(), version, true), exitCode: 0 };
  }
  return { stdout: agent.serviceTable(), stderr: '', exitCode: 0 };
}
