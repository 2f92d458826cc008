import type { AgentQuestion } from '@/lib/cilium/agent-command';
import type { AgentError } from '@/lib/cilium/agent-error';
import { classifyAgentAnswer } from '@/lib/cilium/agent-error';
import type { ExecResult } from '@/lib/server/kube/pod-exec';
import { KubeError } from '@/lib/server/kube/kube-error';

/** The command ran in the agent's container, and what came is no whole answer. */
export class AgentAnswerError extends KubeError {
  override name = 'AgentAnswerError';
  constructor({ code, title, detail, hint }: AgentError) {
    super(code, { title, detail, hint });
  }
}

const excerptBytes = 32 << 10;
const lineFeed = 10;

/** Throws `AgentAnswerError` where an answer is an error, or was cut off. */
export function checkAnswer(question: AgentQuestion, { stdout, stderr, exitCode }: ExecResult): void {
  const error = classifyAgentAnswer({
    question,
    stdout: excerptOf(stdout),
    stderr: stderr.toString('utf8', 0, excerptBytes),
    exitCode,
  });
  if (error !== null) throw new AgentAnswerError(error);
}

/** What tells a whole answer is its start and its end: megabytes between them need not become text. */
function excerptOf(stdout: Buffer): string {
  const isWhole = stdout.length > 2 * excerptBytes && stdout.at(-1) === lineFeed;
  if (!isWhole) return stdout.toString('utf8');
  return `${stdout.toString('utf8', 0, excerptBytes)}\n${stdout.toString('utf8', stdout.length - excerptBytes)}`;
}
