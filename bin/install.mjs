// Brings a checkout to the point where its scripts can run: locked dependencies and the pinned Node.
// Plain JavaScript without dependencies, because it runs before any are installed, on Node 20 or later.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

export const root = fileURLToPath(new URL('..', import.meta.url));

const stampFile = path.join(root, 'node_modules', '.kpr-explorer-lock');

/** Hash of the lock file: what node_modules was installed from. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

/** True in a checkout, false in an installed package (which ships no lock file and comes with its dependencies). */
export function isCheckout() {
  return existsSync(path.join(root, 'package-lock.json')) && existsSync(path.join(root, 'tsconfig.json'));
}

/** Installs exactly what package-lock.json names, when node_modules is missing or the lock has changed. */
export function ensureInstalled() {
  if (!isCheckout()) return;
  const wanted = lockHash();
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  process.stderr.write(
    'Installing the locked dependencies (npm ci); once after each change of the lock file …\n',
  );
  // npm warns that client-node wants a newer Node than this one: the pinned `node` package brings it.
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--include=dev', '--loglevel=error', '--no-progress'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write('npm ci failed: see the lines above. Nothing was started.\n');
    process.exit(1);
  }
  writeFileSync(stampFile, wanted);
}

/** Path of a Node that can load the product (22.19 or later): this one, or the one pinned in package.json. */
export function pinnedNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 19)) return process.execPath;
  const pinned = path.join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(pinned)) return pinned;
  // In an installed package npm hoists `node` beside us.
  const hoisted = path.join(root, '..', 'node', 'bin', 'node');
  if (existsSync(hoisted)) return hoisted;
  process.stderr.write(
    `This needs Node 22.19 or later; you run ${process.versions.node}, and the pinned one is not installed. ` +
      'Run `npm ci` again with install scripts allowed for the package `node`, or use a newer Node.\n',
  );
  process.exit(1);
}

/** The environment in which child processes find the pinned Node and the installed commands first. */
export function toolEnvironment() {
  const paths = [path.dirname(pinnedNode()), path.join(root, 'node_modules', '.bin'), process.env.PATH ?? ''];
  return { ...process.env, PATH: paths.join(path.delimiter), NEXT_TELEMETRY_DISABLED: '1' };
}
