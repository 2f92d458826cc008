// Builds what is out of date: dist/ (the command and the server, esbuild) and .next (the pages, next build).
// `node bin/build.mjs` builds both; `--cli-only` builds dist/ alone, which takes a fraction of a second.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, isCheckout, pinnedNode, root, toolEnvironment } from './install.mjs';

/** Server code that the pages' bundle never contains: a change there needs no `next build`. */
const outsidePages = ['lib/server/collector', 'lib/server/kube', 'lib/server/start', 'lib/server/training'];

const targets = {
  cli: {
    inputs: ['lib', 'bin/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'],
    leftOut: [],
    stamp: path.join(root, 'dist', '.built-from'),
    result: path.join(root, 'dist', 'cli.js'),
  },
  pages: {
    inputs: [
      ...['app', 'components', 'lib', 'public', 'next.config.mjs', 'postcss.config.mjs', 'tsconfig.json'],
      ...['bin/build.mjs', 'package.json', 'package-lock.json'],
    ],
    leftOut: outsidePages,
    stamp: path.join(root, '.next', '.built-from'),
    result: path.join(root, '.next', 'BUILD_ID'),
  },
};

function* filesUnder(relative, leftOut) {
  const absolute = path.join(root, relative);
  if (leftOut.includes(relative) || !existsSync(absolute)) return;
  if (!statSync(absolute).isDirectory()) {
    if (!/\.test\.tsx?$/.test(relative)) yield relative;
    return;
  }
  for (const name of readdirSync(absolute).sort()) yield* filesUnder(`${relative}/${name}`, leftOut);
}

/** Hash of the names and contents of everything a target is built from. */
function inputHash({ inputs, leftOut }) {
  const hash = createHash('sha256');
  for (const input of inputs) {
    for (const file of filesUnder(input, leftOut)) {
      const content = readFileSync(path.join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function upToDate(target, hash) {
  return existsSync(target.result) && existsSync(target.stamp) && readFileSync(target.stamp, 'utf8') === hash;
}

/**
 * Bundles a package, which stays external otherwise, without the parts nobody uses: of client-node we take the kubeconfig
 * and its credentials, and its 25 MB of generated clients would be read, compiled and kept in memory at each start.
 * What it depends on stays external.
 */
function onlyWhatIsUsedOf(name) {
  const folder = path.join(root, 'node_modules', name) + path.sep;
  const seen = Symbol(name);
  return {
    name: `only-what-is-used-of ${name}`,
    setup(build) {
      build.onResolve({ filter: /./ }, async ({ path: asked, pluginData, ...from }) => {
        const isInside = from.importer.startsWith(folder) && /^\.\.?\//.test(asked);
        if (pluginData === seen || (asked !== name && !isInside)) return undefined;
        const request = isInside ? asked : path.join(folder, 'dist', 'index.js');
        const { importer, resolveDir, kind } = from;
        const found = await build.resolve(request, {
          importer,
          resolveDir,
          kind,
          pluginData: seen,
          with: from.with,
        });
        return found.errors.length > 0 ? { errors: found.errors } : { path: found.path, sideEffects: false };
      });
    },
  };
}

/** Bundles beside dist/ and moves each file into place, so that a command that starts meanwhile finds one bundle or the other. */
async function bundleCli() {
  const { build, stop } = await import('esbuild');
  const dist = path.join(root, 'dist');
  const fresh = path.join(root, `dist.${process.pid}`);
  mkdirSync(dist, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'lib/server/start/cli.ts' },
    outdir: fresh,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    plugins: [onlyWhatIsUsedOf('@kubernetes/client-node')],
    // `server-only` throws outside a React server, and this is the server.
    alias: { 'server-only': './node_modules/server-only/empty.js' },
    sourcemap: true,
    logLevel: 'warning',
  });
  // The command goes on in this process, and esbuild's would stay beside it with its memory.
  await stop();
  const built = readdirSync(fresh);
  // The entry goes last: it names the others.
  for (const name of built.toSorted((a) => (a.startsWith('cli.') ? 1 : -1))) {
    renameSync(path.join(fresh, name), path.join(dist, name));
  }
  rmSync(fresh, { recursive: true });
  for (const name of readdirSync(dist)) {
    if (!built.includes(name)) rmSync(path.join(dist, name), { force: true });
  }
}

function buildPages() {
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode(), [next, 'build'], {
      cwd: root,
      env: { ...toolEnvironment(), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // A builder left behind would hold Next's lock.
    process.once('exit', () => child.kill());
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`next build failed:\n${said}`))));
  });
}

async function bring(target, says, work) {
  const hash = inputHash(target);
  if (upToDate(target, hash)) return;
  process.stderr.write(`${says} …\n`);
  rmSync(target.stamp, { force: true });
  await work();
  mkdirSync(path.dirname(target.stamp), { recursive: true });
  writeFileSync(target.stamp, hash);
}

/**
 * Builds the command if it is older than its sources; does nothing in an installed package, which ships it built.
 * Throws with the builder's own words when the build fails.
 */
export async function ensureCliBuilt() {
  if (isCheckout()) await bring(targets.cli, 'Building the command (esbuild)', bundleCli);
}

/** True when `.next` holds what the sources say, so that starting needs no build. */
export function pagesAreUpToDate() {
  return !isCheckout() || upToDate(targets.pages, inputHash(targets.pages));
}

/** The same for the pages. The command calls it itself, once its options are known to be right. */
export async function ensurePagesBuilt() {
  if (!isCheckout()) return;
  await bring(targets.pages, 'Building the pages (next build); once after each change', buildPages);
}

if (process.argv[1] && path.resolve(process.argv[1]) === path.join(root, 'bin', 'build.mjs')) {
  ensureInstalled();
  try {
    await ensureCliBuilt();
    if (!process.argv.includes('--cli-only')) await ensurePagesBuilt();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
