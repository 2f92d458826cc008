import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { KubernetesMinor } from '../programs/program-list';
import { programPath } from '../programs/program-path';

export type KubectlAnswer = { stdout: string; stderr: string; exitCode: number };

export type KubectlOptions = {
  stdin?: string;
  env?: Record<string, string>;
  /** A command that has not ended by then is ended; what it printed is its answer. Default: 20 s. */
  timeoutMs?: number;
  /** Ends a command that ends by itself never, as Ctrl-C does. */
  signal?: AbortSignal;
};

/** The real kubectl with a folder of its own: kubeconfig, caches, and files that a command reads. */
export type Kubectl = {
  folder: string;
  /** A command as one would type it, or as its arguments where one of them has a space in it. */
  run(command: string | readonly string[], options?: KubectlOptions): Promise<KubectlAnswer>;
  /** What a command prints on stdout; throws with what it said on stderr if it fails. */
  print(command: string | readonly string[], options?: KubectlOptions): Promise<string>;
  /** Writes a file for `-f`; gives its path. */
  file(name: string, content: string): string;
  remove(): void;
};

/**
 * kubectl of a minor release, pointed at a cluster; its own folder is made in `parent`. Throws `ProgramMissingError`
 * where it is not built.
 */
export function kubectlFor(minor: KubernetesMinor, kubeconfig: string, parent = tmpdir()): Kubectl {
  const program = programPath(`kubernetes-${minor}/kubectl`);
  const folder = mkdtempSync(path.join(parent, 'kubectl-'));
  const file = (name: string, content: string) => {
    const target = path.join(folder, name);
    writeFileSync(target, content, { mode: 0o700 });
    return target;
  };
  const env = { ...process.env, HOME: folder, KUBECONFIG: file('kubeconfig', kubeconfig) };

  function run(
    command: string | readonly string[],
    { stdin, env: more = {}, timeoutMs = 20_000, signal }: KubectlOptions = {},
  ): Promise<KubectlAnswer> {
    const args = typeof command === 'string' ? command.split(' ') : command;
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: folder, env: { ...env, ...more }, timeout: timeoutMs });
      signal?.addEventListener('abort', () => child.kill('SIGINT'));
      let stdout = '';
      let stderr = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => resolve({ stdout, stderr, exitCode: code ?? -1 }));
      child.stdin.end(stdin);
    });
  }

  return {
    folder,
    run,
    file,
    print: async (command, options) => {
      const { stdout, stderr, exitCode } = await run(command, options);
      if (exitCode !== 0) throw new Error(`kubectl ${String(command)} ended with ${exitCode}: ${stderr}`);
      return stdout;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A printed table as one record a row, by the names of the columns. Columns are split where two spaces stand. */
export function tableOf(text: string): Record<string, string>[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const starts = [...head.matchAll(/(?:^|(?<= {2,}))\S/g)].map(({ index }) => index);
  return lines.map((line) =>
    Object.fromEntries(
      starts.map((start, column) => [
        head.slice(start, starts[column + 1]).trim(),
        line.slice(start, starts[column + 1]).trim(),
      ]),
    ),
  );
}
