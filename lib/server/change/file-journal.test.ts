import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { JournalInUseError, JournalUnreadableError, openFileJournal } from './file-journal';
import type { JournalEntry } from './rollout-journal';

let directory = '';

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'kpr-journal-'));
});

afterEach(() => rm(directory, { recursive: true }));

const entry = (detail: string): JournalEntry => ({
  timestamp: '2026-01-01T00:00:00.000Z',
  ...{ kind: 'refused', rolloutId: null, by: 'eve', fromAddress: null, what: 'rollout', detail },
});

it('gives back what was written, in order, and lets nobody else read it', async () => {
  const journal = await openFileJournal(directory);
  await Promise.all(['a', 'b', 'c'].map((detail) => journal.append(entry(detail))));
  expect(await (await openFileJournal(directory)).read()).toEqual(['a', 'b', 'c'].map(entry));
  expect((await stat(path.join(directory, 'journal.jsonl'))).mode & 0o077).toBe(0);
});

it('cuts off a last line that a crash cut, and goes on after the one before', async () => {
  const file = path.join(directory, 'journal.jsonl');
  await (await openFileJournal(directory)).append(entry('whole'));
  await appendFile(file, '{"timestamp":"2026-01-');
  const journal = await openFileJournal(directory);
  await journal.append(entry('next'));
  expect(await (await openFileJournal(directory)).read()).toEqual([entry('whole'), entry('next')]);
});

it('does not pass over a line that cannot be read', async () => {
  await writeFile(path.join(directory, 'journal.jsonl'), 'garbage\n');
  await expect(openFileJournal(directory)).rejects.toThrow(JournalUnreadableError);
});

it('is not opened while another process that runs has it, and is after that one died', async () => {
  const pidFile = path.join(directory, 'journal.pid');
  await writeFile(pidFile, String(process.ppid));
  await expect(openFileJournal(directory)).rejects.toThrow(JournalInUseError);
  await writeFile(pidFile, '999999999');
  await openFileJournal(directory);
  expect(await readFile(pidFile, 'utf8')).toBe(String(process.pid));
});
