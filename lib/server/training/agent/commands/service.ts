import type { CommandResult } from '../../agent-contract';
import { atLeast } from '../cilium-version';
import { formatServiceList } from '../output/format-service-list';
import type { AgentAPI } from './agent-api';
import type { FlagSpec } from './flags';
import { parseFlags } from './flags';
import { printOutput } from './output-option';
import { connectionError, failed } from './unreachable';
import { commandHelp, flagProblem } from './usage';

const outputFlag: FlagSpec = { name: 'output', short: 'o', takes: 'text' };
const affinityFlag: FlagSpec = { name: 'clustermesh-affinity', takes: 'switch' };

/** Runs `cilium service list` (also `ls`); any other word of the group prints its help, exit code 0. */
export function runService(args: readonly string[], agent: AgentAPI): CommandResult {
  const { version } = agent;
  const [word, ...rest] = args;
  if (word !== 'list' && word !== 'ls') {
    const group = parseFlags(args, [], version);
    return group.problem === null
      ? commandHelp('service', version)
      : flagProblem('service', group.problem, version);
  }
  const own = atLeast(version, 12) ? [outputFlag, affinityFlag] : [outputFlag];
  const { values, problem } = parseFlags(rest, own, version);
  if (problem !== null) return flagProblem('service list', problem, version);
  if (values.get('help') === 'true') return commandHelp('service list', version);
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
