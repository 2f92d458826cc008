import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startOrphanGuard } from './orphan-guard';
import { OutputTail } from './output-tail';
import { ProgramDiedError } from './program-died-error';

export type ProgramStart = {
  /** As people call it: `kube-apiserver`. */
  name: string;
  file: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** True as soon as the program serves; asked again and again until then. */
  isReady: () => Promise<boolean>;
};

export type RunningProgram = {
  name: string;
  pid: number;
  /** The end of what it wrote to stdout and stderr. */
  output(): string;
  /** Ends it at once: its data is thrown away with the folder. Resolves when it is gone. */
  kill(): Promise<void>;
};

/** The programs of one cluster and the folder they work in; all of it goes together, also when this process is killed. */
export type ProgramGroup = {
  /** Absolute path of the folder, removed by `stop`. */
  folder: string;
  /** Starts a program and waits until it is ready. Rejects with `ProgramDiedError`. */
  start(program: ProgramStart): Promise<RunningProgram>;
  /** Ends all programs, the last started first, and removes the folder. */
  stop(): Promise<void>;
};

const readyTimeoutMs = 90_000;
const askAgainMs = 50;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Makes the folder and the group. `onDeath` hears of a program that ends by itself after it was ready. */
export function createProgramGroup(onDeath: (error: ProgramDiedError) => void): ProgramGroup {
  const folder = mkdtempSync(path.join(tmpdir(), 'kpr-cluster-'));
  const guard = startOrphanGuard(folder);
  const running: RunningProgram[] = [];

  async function start({ name, file, args, env = {}, isReady }: ProgramStart): Promise<RunningProgram> {
    // In a process group of its own, for the reason given at the guard.
    const child = spawn(file, args, {
      cwd: folder,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const tail = new OutputTail();
    child.stdout.on('data', (chunk: Buffer) => tail.add(chunk));
    child.stderr.on('data', (chunk: Buffer) => tail.add(chunk));
    let death: ProgramDiedError | null = null;
    let ready = false;
    let wanted = true;
    const gone = new Promise<void>((resolve) => {
      const end = (how: string) => {
        death ??= new ProgramDiedError(name, how, tail.text());
        if (ready && wanted) onDeath(death);
        resolve();
      };
      child.on('error', (error) => end(`could not be started (${error.message})`));
      child.on('close', (code, signal) =>
        end(code === null ? `was ended by ${signal}` : `ended with code ${code}`),
      );
    });
    if (child.pid !== undefined) guard.watch(child.pid);
    const program: RunningProgram = {
      name,
      pid: child.pid ?? 0,
      output: () => tail.text(),
      async kill() {
        wanted = false;
        child.kill('SIGKILL');
        await gone;
      },
    };
    running.push(program);
    const deadlineMs = performance.now() + readyTimeoutMs;
    while (!(await isReady().catch(() => false))) {
      if (death !== null) throw death;
      if (performance.now() > deadlineMs) {
        throw new ProgramDiedError(name, `was not ready after ${readyTimeoutMs / 1000} s`, tail.text());
      }
      await pause(askAgainMs);
    }
    ready = true;
    return program;
  }

  let stopping: Promise<void> | null = null;
  async function stopAll(): Promise<void> {
    for (const program of running.toReversed()) await program.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    guard.dismiss();
  }
  return { folder, start, stop: () => (stopping ??= stopAll()) };
}
