// `npm test`: everything, on a machine that has only Node ≥ 20, npm and apt; with Go, on a real Kubernetes too. Ends with the count of all runners.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled } from './install.mjs';

ensureInstalled();
const { run } = await import('./run.mjs');

const scratch = mkdtempSync(path.join(tmpdir(), 'kpr-test-'));
const results = { passed: 0, failed: 0, skipped: 0 };
const say = (line) => process.stdout.write(`${line}\n`);

/** Chromium for the browser tests: the machine's own, or Debian's. Returns null, with the reason printed, if there is none. */
function chromium() {
  const known = [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ];
  const found = () => known.find((file) => file && existsSync(file)) ?? null;
  if (found()) return found();
  const apt = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  say('Chromium is missing: installing the package `chromium` with apt-get …');
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    const [command, ...rest] = [...apt, 'apt-get', ...args];
    spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return found();
}

/** Adds a runner's figures; a runner that crashed before it could count is one failure. */
function count(name, code, figures) {
  const { passed = 0, failed = 0, skipped = 0 } = figures ?? {};
  const lost = code !== 0 && failed === 0 ? 1 : 0;
  results.passed += passed;
  results.failed += failed + lost;
  results.skipped += skipped;
  say(`${name}: ${passed} passed, ${failed + lost} failed, ${skipped} skipped`);
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

async function check(name, command, args) {
  const { code } = await run(command, args);
  count(name, code, { passed: code === 0 ? 1 : 0 });
}

async function vitest(name, args) {
  const file = path.join(scratch, `${name}.json`);
  const { code } = await run('vitest', [
    'run',
    ...args,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = readJson(file);
  count(
    name,
    code,
    report && {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    },
  );
}

async function browser(name, config) {
  const executable = chromium();
  if (!executable) {
    say(`${name} skipped: no Chromium here and apt-get could not install it (set CHROMIUM_PATH)`);
    if (process.env.CI) count(name, 1, null);
    return;
  }
  const file = path.join(scratch, `${name}.json`);
  const { code } = await run('playwright', ['test', '--config', config], {
    env: { CHROMIUM_PATH: executable, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const stats = readJson(file)?.stats;
  count(
    name,
    code,
    stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
  );
}

/** True when the programs of the real cluster are built; Go builds those that are not. */
async function hasCluster() {
  const { code } = await run('node', ['e2e/cluster/run.mjs', '--build']);
  if (code === 0) return true;
  say('cluster tests skipped: etcd, Kubernetes, kwok and cilium-dbg could not be built (see above)');
  if (process.env.KPR_REQUIRE_CLUSTER) count('cluster tests', 1, null);
  return false;
}

/** Each of these keeps one core busy, and most machines have two. */
async function reading() {
  await check('format', 'prettier', ['--check', '--log-level', 'warn', '.']);
  await check('lint', 'eslint', ['--max-warnings', '0', '.']);
}
async function building() {
  await check('build', 'node', ['bin/build.mjs']);
  await check('types', 'tsc', ['--noEmit']);
}
await Promise.all([reading(), building()]);
await vitest('unit tests', []);
const withBrowser = !process.argv.includes('--no-browser');
if (withBrowser) await browser('browser tests', 'e2e/playwright.config.ts');
if (await hasCluster()) {
  await vitest('cluster tests', ['--config', 'e2e/cluster/vitest.config.mts']);
  if (withBrowser) await browser('cluster browser tests', 'e2e/cluster/playwright.config.ts');
}
rmSync(scratch, { recursive: true, force: true });

// Alone on its line and last: what CI reads.
say(
  `${results.passed} passed, ${results.failed} failed${results.skipped ? `, ${results.skipped} skipped` : ''}`,
);
process.exit(results.failed > 0 ? 1 : 0);
