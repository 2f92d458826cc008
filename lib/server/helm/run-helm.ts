import { spawn } from 'node:child_process';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { HelmFailedError } from './helm-error';
import type { HelmFolder } from './helm-folder';

/** A dry run prints the whole release: chart, values and manifest. */
const outputMaxBytes = 32 << 20;
const errorTailBytes = 4_096;
const lookEachMs = 200;
/** Helm that is told to end marks its release as failed first. */
const endsWithinMs = 10_000;

export type HelmCommand = {
  /** Absolute path of helm. */
  binary: string;
  args: readonly string[];
  folder: HelmFolder;
  /** What it does, for people: `helm upgrade of kube-system/cilium`. */
  what: string;
  timeLimitMs: number;
  /** Ends it early; for what changes nothing. */
  signal?: AbortSignal;
};

/** What helm sees of our environment: no plugins, repositories or settings of this user. */
function environment({ folder, kubeconfig }: HelmFolder): NodeJS.ProcessEnv {
  const inside = (name: string) => path.join(folder, name);
  return {
    NODE_ENV: process.env.NODE_ENV,
    PATH: process.env.PATH,
    HOME: folder,
    TMPDIR: folder,
    KUBECONFIG: kubeconfig,
    HELM_CACHE_HOME: inside('cache'),
    HELM_CONFIG_HOME: inside('config'),
    HELM_DATA_HOME: inside('data'),
    HELM_PLUGINS: inside('plugins'),
  };
}

async function tail(file: string, maxBytes: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(Math.min(size, maxBytes)),
      position: Math.max(0, size - maxBytes),
    });
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await handle.close();
  }
}

/**
 * Runs helm and gives what it printed on standard output. It has a session of its own and prints into files, so that
 * it finishes what it has begun where we are killed or get a Ctrl-C. Throws HelmFailedError.
 */
export async function runHelm({
  binary,
  args,
  folder,
  what,
  timeLimitMs,
  signal,
}: HelmCommand): Promise<string> {
  const [outPath, errorPath] = [path.join(folder.folder, 'stdout'), path.join(folder.folder, 'stderr')];
  const out = await open(outPath, 'w', 0o600);
  const error = await open(errorPath, 'w', 0o600);
  let reason: string | null = null;
  try {
    const exit = await new Promise<{ code: number | null; by: string | null }>((resolve, reject) => {
      const child = spawn(binary, args, {
        cwd: folder.folder,
        env: environment(folder),
        stdio: ['ignore', out.fd, error.fd],
        detached: true,
      });
      const timers: NodeJS.Timeout[] = [];
      const stop = (why: string) => {
        if (reason !== null) return;
        reason = why;
        child.kill('SIGTERM');
        timers.push(setTimeout(() => child.kill('SIGKILL'), endsWithinMs));
      };
      timers.push(setTimeout(() => stop(`no end within ${timeLimitMs / 1000} s`), timeLimitMs));
      const sizes = setInterval(() => {
        void Promise.all([stat(outPath), stat(errorPath)]).then(
          (files) => files.some(({ size }) => size > outputMaxBytes) && stop('it printed more than 32 MiB'),
          () => {},
        );
      }, lookEachMs);
      const onAbort = () => stop('it was told to stop');
      signal?.addEventListener('abort', onAbort, { once: true });
      if (signal?.aborted) onAbort();
      const ended = () => {
        timers.forEach((timer) => clearTimeout(timer));
        clearInterval(sizes);
        signal?.removeEventListener('abort', onAbort);
      };
      child.on('error', (cause) => {
        ended();
        reject(new HelmFailedError(what, cause.message));
      });
      child.on('close', (code, by) => {
        ended();
        resolve({ code, by });
      });
    });
    const said = await tail(errorPath, errorTailBytes);
    if (reason !== null) throw new HelmFailedError(what, `${said} ${reason}`);
    if (exit.code !== 0) throw new HelmFailedError(what, said || `exit code ${exit.code ?? exit.by}`);
    const { size } = await stat(outPath);
    if (size > outputMaxBytes) throw new HelmFailedError(what, 'it printed more than 32 MiB');
    return await tail(outPath, outputMaxBytes);
  } finally {
    await out.close();
    await error.close();
  }
}
