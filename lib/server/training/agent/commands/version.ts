import type { CommandResult } from '../../agent-contract';
import { releaseOf } from '../release';
import type { AgentAPI } from './agent-api';
import { parseFlags } from './flags';
import { printOutput } from './output-option';
import { commandHelp, flagProblem } from './usage';

/** Runs `cilium version`: the client's build and, if it answers, the agent's. Always exit code 0. */
export function runVersion(args: readonly string[], agent: AgentAPI): CommandResult {
  const { version } = agent;
  const { values, problem } = parseFlags(args, [{ name: 'output', short: 'o', takes: 'text' }], version);
  if (problem !== null) return flagProblem('version', problem, version);
  if (values.get('help') === 'true') return commandHelp('version', version);
  const { revision, date, goVersion } = releaseOf(version);
  const answers = agent.socket() === 'ready' || agent.socket() === 'warming';
  const output = values.get('output');
  if (output !== undefined) {
    const build = {
      Version: version.text,
      Revision: revision,
      GoRuntimeVersion: goVersion,
      Arch: 'linux/amd64',
      AuthorDate: date,
    };
    const none = { Version: '', Revision: '', GoRuntimeVersion: '', Arch: '', AuthorDate: '' };
    return printOutput(output, { Client: build, Daemon: answers ? build : none });
  }
  const line = `${version.text} ${revision} ${date} go version ${goVersion} linux/amd64`;
  const daemon = answers ? line : 'Not responding';
  return { stdout: `Client: ${line}\nDaemon: ${daemon}\n`, stderr: '', exitCode: 0 };
}
