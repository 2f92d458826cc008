import { execFileSync } from 'node:child_process';
import path from 'node:path';

/** Builds what is out of date before the first test, so that no test waits for it or races another for it. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['bin/build.mjs'], {
    cwd: path.join(import.meta.dirname, '..'),
    stdio: 'inherit',
  });
}
