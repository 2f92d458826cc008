import { existsSync } from 'node:fs';
import { mkdir, rmdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createHelmFolder } from './helm-folder';
import type { HelmFolder } from './helm-folder';
import { runHelm } from './run-helm';
import type { StoredChart } from './stored-release';

const folders: HelmFolder[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await folder.remove();
});

const chart = (...names: string[]): StoredChart => ({
  metadata: { name: 'cilium', version: '1.0.0' },
  templates: names.map((name) => ({ name, data: Buffer.from('x').toString('base64') })),
});

async function folderOf(stored = chart()): Promise<HelmFolder> {
  const folder = await createHelmFolder({ chart: stored, values: { a: 1 }, kubeconfig: { kind: 'Config' } });
  folders.push(folder);
  return folder;
}

/** Runs a shell script in the place of helm. */
async function run(
  script: string,
  more: { timeLimitMs?: number; signal?: AbortSignal } = {},
): Promise<string> {
  const folder = await folderOf();
  const binary = path.join(folder.folder, 'fake');
  await writeFile(binary, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return runHelm({ binary, args: ['$(id)', '; exit 3'], folder, what: 'helm', timeLimitMs: 60_000, ...more });
}

it('gives what was printed, and hands arguments on as they are', async () => {
  expect(await run(`printf '%s|' "$@"`)).toBe('$(id)|; exit 3|');
});

it.each([
  ['fails', `echo 'Error: no such value' >&2; exit 1`, {}, 'no such value'],
  ['does not end', 'exec sleep 600', { timeLimitMs: 300 }, 'no end within 0.3 s'],
  ['prints without end', 'exec yes', {}, 'more than 32 MiB'],
  ['is told to stop', 'exec sleep 600', { signal: AbortSignal.abort() }, 'told to stop'],
])('refuses one that %s', async (_what, script, more, words) => {
  await expect(run(script, more)).rejects.toMatchObject({
    code: 'command-failed',
    message: expect.stringContaining(words),
  });
});

it('says so where there is no such program', async () => {
  const folder = await folderOf();
  const missing = { binary: '/nowhere/helm', args: [], folder, what: 'helm', timeLimitMs: 1_000 };
  await expect(runHelm(missing)).rejects.toMatchObject({ code: 'command-failed' });
});

it('writes the chart for this user alone, and takes it away', async () => {
  const folder = await folderOf(chart('templates/a/b.yaml'));
  expect((await stat(folder.folder)).mode & 0o777).toBe(0o700);
  expect((await stat(path.join(folder.chart, 'templates/a/b.yaml'))).mode & 0o777).toBe(0o600);
  expect((await stat(folder.kubeconfig)).mode & 0o777).toBe(0o600);
  await folder.remove();
  expect(existsSync(folder.folder)).toBe(false);
});

it.each(['../evil', 'templates/../../evil', '/etc/evil', 'templates//x', 'a\\..\\b', 'a\0b', '.', ''])(
  'writes no file of the name %j',
  async (name) => {
    await expect(folderOf(chart(name))).rejects.toMatchObject({ code: 'unreadable' });
  },
);

it('removes what a process left behind that was killed, and nothing else', async () => {
  const { folder } = await folderOf();
  // No process has a number above the limit of any system.
  const left = folder.replace(/-\d+-[^-]+$/, '-99999999-abcdef');
  const other = folder.replace(/-\d+-[^-]+$/, '-mine-abcdef');
  await mkdir(left);
  await mkdir(other);
  await folderOf();
  expect([left, other, folder].map((one) => existsSync(one))).toEqual([false, true, true]);
  await rmdir(other);
});
