import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const root = path.join(import.meta.dirname, '..');
/** What bin/kpr-explorer.mjs hands over to once it is built; the wrapper would build it anew after each edit. */
export const command = path.join(root, 'dist', 'cli.js');
export const wrapper = path.join(root, 'bin', 'kpr-explorer.mjs');

type Build = { ensureCliBuilt: () => Promise<void>; pagesAreUpToDate: () => boolean };

/** bin/ is plain JavaScript, loaded as the command itself loads it. */
export async function loadBuild(): Promise<Build> {
  return (await import(pathToFileURL(path.join(root, 'bin', 'build.mjs')).href)) as Build;
}

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Runs the command as a person would, without any cluster of the machine's own in its environment. Resolves when it has ended. */
export function runCommand(
  args: string[],
  {
    input = '',
    file = command,
    env = {},
  }: { input?: string; file?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: '/',
      env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: '/nonexistent', CI: 'true', ...env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
