import { spawn } from 'node:child_process';
import { root, toolEnvironment } from './install.mjs';

/** Runs a command of the checkout; resolves to its exit code. `capture` collects stdout instead of showing it. */
export function run(command, args, { env = {}, capture = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      // Captured output is for a log or a report, where colours are noise.
      env: { ...toolEnvironment(), ...(capture || process.env.CI ? { NO_COLOR: '1' } : {}), ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
    });
    let stdout = '';
    child.stdout?.on('data', (chunk) => (stdout += chunk));
    child.on('error', (error) => resolve({ code: 127, stdout: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout }));
  });
}
