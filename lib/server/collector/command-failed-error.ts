import type { ExecTarget } from '@/lib/server/kube/exec-error';
import { KubeError } from '@/lib/server/kube/kube-error';
import type { Answer } from './ask-agent';

const saidMaxChars = 400;

/** The command ran in the agent's container and failed: the agent itself is down, starting or hung. */
export class CommandFailedError extends KubeError {
  override name = 'CommandFailedError';
  constructor(target: ExecTarget, { argv, exitCode, stderr }: Answer) {
    const said = stderr.toString('utf8', 0, 8_000).trim();
    super(codeOf(said), {
      title: titleOf(said),
      detail: `\`${argv.join(' ')}\` in pod ${target.namespace}/${target.pod} ended with exit code ${exitCode}: ${lastLine(said)}.`,
      hint: hintOf(said),
    });
  }
}

// Words of cilium-dbg's client, v1.10 to main.
const down = /Is the agent running\?|connect: (no such file|connection refused)|daemon unreachable/i;
const hung = /client timeout exceeded|deadline exceeded|i\/o timeout/i;
const disabled = /disabled by the administrator|API is disabled|\[403\]|status 403/i;

function codeOf(said: string) {
  if (down.test(said)) return 'not-ready' as const;
  if (hung.test(said)) return 'timed-out' as const;
  if (disabled.test(said)) return 'api-disabled' as const;
  return 'command-failed' as const;
}

function titleOf(said: string): string {
  const titles = {
    'not-ready': 'Agent not running',
    'timed-out': 'Agent hangs',
    'api-disabled': 'API disabled',
    'command-failed': 'Command failed',
  };
  return titles[codeOf(said)];
}

function hintOf(said: string): string {
  const hints = {
    'not-ready': 'The agent is starting or has died: look at the log of its pod.',
    'timed-out':
      'The agent takes requests and answers none: look at its log, and restart its pod if it stays so.',
    'api-disabled': 'Take the call off the list of disabled APIs in the configuration of Cilium.',
    'command-failed': 'Run the command by hand to see all it prints.',
  };
  return hints[codeOf(said)];
}

function lastLine(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '' && !/Is the agent running\?/.test(line));
  const last = (lines.at(-1) ?? '').trim().replace(/\.$/, '');
  return last === '' ? 'it said nothing' : last.slice(0, saidMaxChars);
}
