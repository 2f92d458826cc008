import type { AgentBinary, AgentQuestion } from '@/lib/server/kube/agent-command';
import { agentArgv, agentBinaries } from '@/lib/server/kube/agent-command';
import type { ExecTarget } from '@/lib/server/kube/exec-error';
import { NoSuchBinaryError } from '@/lib/server/kube/exec-error';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { ExecResult } from '@/lib/server/kube/pod-exec';
import type { OutputSink } from '@/lib/server/kube/output-sink';
import { podExec } from '@/lib/server/kube/pod-exec';
import type { AskLimits } from './collector-options';

export type Answer = ExecResult & { argv: string[]; binary: AgentBinary };

/**
 * Runs one of the fixed questions in an agent's container: with `cilium-dbg`, or `cilium` where the image has no such
 * command (v1.14 and older). `binary` is what worked before, null for none. `sinkOf` as for `podExec`, and
 * it throws the same.
 */
export async function askAgent(
  connection: KubeConnection,
  target: ExecTarget,
  question: AgentQuestion,
  binary: AgentBinary | null,
  limits: AskLimits,
  signal: AbortSignal,
  sinkOf?: () => OutputSink,
): Promise<Answer> {
  const order =
    binary === null ? agentBinaries : [binary, ...agentBinaries.filter((other) => other !== binary)];
  let missing: unknown;
  for (const candidate of order) {
    const argv = agentArgv(candidate, question);
    try {
      const result = await podExec(connection, target, argv, limits, signal, sinkOf);
      if (!isShellNotFound(result)) return { ...result, argv, binary: candidate };
      missing = new NoSuchBinaryError(target, candidate);
    } catch (error) {
      if (!(error instanceof NoSuchBinaryError)) throw error;
      missing = error;
    }
  }
  throw missing;
}

/** Some runtimes start a shim that exits with 127 instead of saying that there is no such file. */
function isShellNotFound({ exitCode, stdout, stderr }: ExecResult): boolean {
  return (
    (exitCode === 126 || exitCode === 127) &&
    stdout.length === 0 &&
    /not found|no such file/i.test(stderr.toString('utf8', 0, 2_000))
  );
}
