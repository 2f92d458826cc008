// Remakes every picture in docs/screenshots from the running product on the training cluster.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root, toolEnvironment } from './install.mjs';

ensureInstalled();
const { chromium } = await import('@playwright/test');

const folder = path.join(root, 'docs', 'screenshots');
const node = 'ip-192-168-53-201.ec2.internal';
const kubeDns = encodeURIComponent('10.100.0.10:53');

/** One picture: a page, on a scenario, with what to wait for before it is taken. */
const pages = [
  { name: 'overview', scenario: 'article', url: '/' },
  { name: 'services', scenario: 'article', url: `/services?f=${kubeDns}` },
  { name: 'services-table', scenario: 'article', url: '/services?view=table' },
  { name: 'status', scenario: 'article', url: `/status?node=${node}&field=mode` },
  { name: 'node', scenario: 'article', url: `/nodes/${node}` },
  { name: 'learn', scenario: 'article', url: '/learn' },
  { name: 'maglev', scenario: 'article', url: '/learn/maglev?said=moved:shown,rehash:shown' },
  { name: 'services-drift', scenario: 'drift', url: '/services?problems=1' },
  { name: 'overview-drift', scenario: 'drift', url: '/' },
  { name: 'agreement-drift', scenario: 'drift', url: '/agreement?rows=all' },
];

const looks = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
  { name: 'phone', colorScheme: 'light', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
];

function start(scenario) {
  const child = spawn(
    'node',
    ['bin/kpr-explorer.mjs', 'start', '--training', scenario, '--port', '0', '--no-browser'],
    { cwd: root, env: toolEnvironment(), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url) resolve({ child, url });
    });
    child.on('exit', (code) => reject(new Error(`the product ended with code ${code}`)));
  });
}

/** A leftover is told only once it has outlasted ordinary propagation; the pictures are of what is told. */
async function untilLeftoversAreTold(url) {
  for (let tries = 0; tries < 180; tries += 1) {
    const answer = await fetch(`${url}/api/v1/frontends?problem=leftover-backend&limit=0`);
    if (answer.ok && (await answer.json()).total > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error('no leftover was told of in three minutes');
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const only = process.argv[2];

for (const scenario of new Set(pages.map((page) => page.scenario))) {
  const wanted = pages.filter((page) => page.scenario === scenario && (!only || page.name.startsWith(only)));
  if (wanted.length === 0) continue;
  const { child, url } = await start(scenario);
  if (scenario === 'drift') await untilLeftoversAreTold(url);
  for (const look of looks) {
    const context = await browser.newContext({ ...look, reducedMotion: 'reduce' });
    for (const page of wanted) {
      const tab = await context.newPage();
      await tab.goto(url + page.url);
      // The pages open an event stream, so the network is never idle: wait for the agents' answers instead.
      await tab
        .getByText(/\d+\/\d+/)
        .first()
        .waitFor();
      await tab.waitForTimeout(1500);
      const file = path.join(folder, `${page.name}-${look.name}.png`);
      await tab.screenshot({ path: file });
      process.stdout.write(`${path.relative(root, file)}\n`);
      await tab.close();
    }
    await context.close();
  }
  child.kill('SIGTERM');
}
await browser.close();
