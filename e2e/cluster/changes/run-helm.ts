import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { programPath } from '../programs/program-path';

const execFileAsync = promisify(execFile);
const timeoutMs = 60_000;

/** The real helm, as somebody runs it by hand on a cluster: gives what it printed, throws with what it said. */
export type Helm = (...args: readonly string[]) => Promise<string>;

/** helm with a folder of its own in `parent`. Throws `ProgramMissingError` where it is not built. */
export function helmFor(kubeconfig: string, parent: string): Helm {
  const program = programPath('helm/helm');
  const folder = path.join(parent, 'helm-by-hand');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'kubeconfig');
  writeFileSync(file, kubeconfig, { mode: 0o600 });
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, HOME: folder, KUBECONFIG: file };
  return async (...args) =>
    (await execFileAsync(program, args, { cwd: folder, env, timeout: timeoutMs })).stdout;
}
