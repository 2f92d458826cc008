// One command that proves a change in under a minute: format, lint, types, unit tests, cited paths.
import { ensureInstalled, root } from './install.mjs';
import { run } from './run.mjs';
import { findBrokenCitations } from './cited-paths.mjs';

ensureInstalled();

const steps = [
  ['format', 'prettier', ['--check', '--log-level', 'warn', '--cache', '.']],
  [
    'lint',
    'eslint',
    ['--cache', '--cache-location', 'node_modules/.cache/eslint/', '--max-warnings', '0', '.'],
  ],
  ['types', 'tsc', ['--noEmit', '--tsBuildInfoFile', 'node_modules/.cache/tsc.tsbuildinfo']],
  ['unit', 'vitest', ['run', '--reporter=dot']],
];

const started = performance.now();
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** Two at a time: the checks are independent, and most machines have two cores. */
async function runAll() {
  const failed = [];
  const queue = [...steps].reverse();
  const worker = async () => {
    for (let step = queue.pop(); step; step = queue.pop()) {
      const [name, command, args] = step;
      const from = performance.now();
      const { code, stdout } = await run(command, args, { capture: true });
      process.stdout.write(`${code === 0 ? 'ok  ' : 'FAIL'} ${name}  ${seconds(from)}\n`);
      if (code !== 0) {
        failed.push(name);
        process.stdout.write(`${stdout}\n`);
      }
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

const broken = findBrokenCitations(root);
for (const { file, line, cited } of broken)
  process.stdout.write(`${file}:${line} cites ${cited}, which is not there\n`);
process.stdout.write(`${broken.length === 0 ? 'ok  ' : 'FAIL'} cited paths\n`);

const failed = await runAll();
process.stdout.write(`verify took ${seconds(started)}\n`);
process.exit(failed.length > 0 || broken.length > 0 ? 1 : 0);
