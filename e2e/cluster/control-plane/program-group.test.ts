import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
// @ts-expect-error -- plain JavaScript: `npm run` scripts use it before anything is compiled
import { bundleForNode } from '../../../bin/bundle.mjs';
import type { ProgramDiedError } from './program-died-error';
import { createProgramGroup } from './program-group';

const soon = () => Promise.resolve(true);
const never = () => Promise.resolve(false);

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('stop ends the programs and removes the folder', async () => {
  const group = createProgramGroup(() => {});
  const { pid } = await group.start({ name: 'sleep', file: 'sleep', args: ['600'], isReady: soon });
  expect(isAlive(pid)).toBe(true);
  await group.stop();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(group.folder)).toBe(false);
});

test('a program that dies before it is ready is told with its last words', async () => {
  const group = createProgramGroup(() => {});
  const args = ['-c', 'echo the port is taken >&2; exit 3'];
  const start = group.start({ name: 'etcd', file: 'sh', args, isReady: never });
  await expect(start).rejects.toThrow('etcd ended with code 3. Its last output:\nthe port is taken\n');
  const missing = group.start({ name: 'etcd', file: '/nowhere/etcd', args: [], isReady: never });
  await expect(missing).rejects.toThrow(/etcd could not be started \(spawn \/nowhere\/etcd ENOENT\)/);
  await group.stop();
});

test('a program that dies later is told once; one that is stopped is not', async () => {
  const deaths: ProgramDiedError[] = [];
  const group = createProgramGroup((error) => deaths.push(error));
  const { pid } = await group.start({ name: 'kwok', file: 'sleep', args: ['600'], isReady: soon });
  await group.start({ name: 'etcd', file: 'sleep', args: ['600'], isReady: soon });
  process.kill(pid, 'SIGTERM');
  await expect
    .poll(() => deaths.map(({ message }) => message))
    .toEqual(['kwok was ended by SIGTERM. Its last output:\n']);
  await group.stop();
  expect(deaths).toHaveLength(1);
});

test('when the process that started them is killed, programs and folder go too', async () => {
  const entry = 'e2e/cluster/control-plane/sleeping-program.fixture.ts';
  const bundle: string = await bundleForNode(entry, path.join('cluster', 'sleeping-program.mjs'));
  const parent = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  const { pid, folder } = JSON.parse(line.toString()) as { pid: number; folder: string };
  expect(isAlive(pid)).toBe(true);
  expect(existsSync(folder)).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false);
  await expect.poll(() => existsSync(folder), { timeout: 5_000 }).toBe(false);
});
