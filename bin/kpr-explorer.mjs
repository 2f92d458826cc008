#!/usr/bin/env node
// The command. In a checkout it installs and bundles what is missing first; then it hands over to dist/cli.js
// on a Node that can load it, which builds the pages once its options are known to be right. Plain JavaScript without dependencies: it runs before any are installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureCliBuilt } from './build.mjs';
import { ensureInstalled, pinnedNode, root } from './install.mjs';

const args = process.argv.slice(2);
const cli = path.join(root, 'dist', 'cli.js');

/** Runs the command on the pinned Node and ends as it ends. */
function handOver(node) {
  const env = { ...process.env, KPR_EXPLORER_WRAPPED: '1' };
  const child = spawn(node, [cli, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`The pinned Node could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}

ensureInstalled();
try {
  await ensureCliBuilt();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const node = pinnedNode();
if (node === process.execPath) {
  process.argv[1] = cli;
  await import(pathToFileURL(cli).href);
} else {
  handOver(node);
}
