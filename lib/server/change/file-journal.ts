import { appendFile, mkdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEntry, RolloutJournal } from './rollout-journal';

/** Another process that still runs writes this journal. */
export class JournalInUseError extends Error {
  override name = 'JournalInUseError';
  constructor(directory: string, pid: number) {
    super(`The data directory ${directory} is in use by process ${pid}.`);
  }
}

/** A line of the journal cannot be read, and it is not the last one, which a crash may have cut. */
export class JournalUnreadableError extends Error {
  override name = 'JournalUnreadableError';
  constructor(file: string, line: number, cause: unknown) {
    super(`Line ${line} of the journal ${file} cannot be read.`, { cause });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Says that this process writes the journal. A process that is gone, or had our own number, left its word behind. */
async function claim(directory: string): Promise<void> {
  const file = path.join(directory, 'journal.pid');
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  if (Number.isInteger(pid) && pid > 0 && pid !== process.pid && isRunning(pid)) {
    throw new JournalInUseError(directory, pid);
  }
  await writeFile(file, String(process.pid), { mode: 0o600 });
}

function parse(text: string, file: string): { entries: JournalEntry[]; wholeBytes: number } {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const lines = whole.split('\n').slice(0, -1);
  const entries = lines.map((line, index) => {
    try {
      // Nobody but this module writes the file.
      return JSON.parse(line) as JournalEntry;
    } catch (error) {
      throw new JournalUnreadableError(file, index + 1, error);
    }
  });
  return { entries, wholeBytes: Buffer.byteLength(whole) };
}

/**
 * The journal as a file of JSON lines, `journal.jsonl`, readable by this user alone. Each entry is on the disk (fsync)
 * before `append` resolves. A last line without its end was never acted upon, and is cut off.
 * Throws JournalInUseError, JournalUnreadableError, and the system's errors for a directory that cannot be written.
 */
export async function openFileJournal(directory: string): Promise<RolloutJournal> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await claim(directory);
  const file = path.join(directory, 'journal.jsonl');
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { entries, wholeBytes } = parse(text, file);
  if (Buffer.byteLength(text) > wholeBytes) await truncate(file, wholeBytes);
  let last: Promise<unknown> = Promise.resolve();
  return {
    read: async () => [...entries],
    append(entry) {
      const written = last.then(async () => {
        await appendFile(file, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
        entries.push(entry);
      });
      last = written.catch(() => {});
      return written;
    },
  };
}
