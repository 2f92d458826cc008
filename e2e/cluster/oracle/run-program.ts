import { spawn } from 'node:child_process';
import type { CommandResult } from '@/lib/server/training/agent-contract';

const timeoutMs = 20_000;

/** Runs a program to its end with nothing but the given environment; throws where it cannot be started or is killed. */
export function runProgram(
  file: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // `env` is all the program sees; the house's type of ProcessEnv asks for NODE_ENV too.
    const child = spawn(file, args, {
      env: env as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', reject);
    child.once('close', (exitCode, signal) => {
      if (exitCode === null) reject(new Error(`${file} ${args.join(' ')} was ended by ${signal}`));
      else resolve({ stdout, stderr, exitCode });
    });
  });
}
