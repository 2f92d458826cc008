import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandResult } from '@/lib/server/training/agent-contract';
import { environmentIn, socketsIn } from './agent-sockets';
import { runProgram } from './run-program';

/** Leaves the socket of a server that has gone, as an agent that was killed leaves its own. */
async function leaveDeadSocket(socket: string): Promise<void> {
  await mkdir(path.dirname(socket), { recursive: true });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${socket}.new`, resolve));
  // Node removes the name it bound, and no other.
  await rename(`${socket}.new`, socket);
  await new Promise((resolve) => server.close(resolve));
}

/** Runs Cilium's own program where no agent answers. What it says of the socket's place is told as in a container. */
export async function askNobody(
  program: string,
  args: readonly string[],
  socket: 'missing' | 'refused',
): Promise<CommandResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'oracle-'));
  try {
    if (socket === 'refused') await leaveDeadSocket(socketsIn(folder).agent);
    const { stdout, stderr, exitCode } = await runProgram(program, args, environmentIn(folder));
    return { stdout: stdout.replaceAll(folder, ''), stderr: stderr.replaceAll(folder, ''), exitCode };
  } finally {
    await rm(folder, { recursive: true });
  }
}
