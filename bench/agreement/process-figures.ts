import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second in /proc; 100 on every Linux. */
const ticksEachSecond = 100;

type Stat = { pid: number; parent: number; cpuMs: number };

function statOf(pid: string): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold blanks.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0] = [fields[1], fields[11], fields[12]];
    return { pid: Number(pid), parent, cpuMs: ((user + system) / ticksEachSecond) * 1_000 };
  } catch {
    // It ended meanwhile.
    return null;
  }
}

/** A process and all that it started. */
function family(root: number): Stat[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid) ?? []);
  const found = all.filter(({ pid }) => pid === root);
  for (let at = 0; at < found.length; at += 1) {
    found.push(...all.filter(({ parent }) => parent === found[at]?.pid));
  }
  return found;
}

/** The CPU time that a process and its children have used, in milliseconds. */
export function cpuMsOf(root: number): number {
  return family(root).reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

function memoryMiBOf(root: number, field: 'VmHWM' | 'VmRSS'): number {
  return family(root).reduce((sum, { pid }) => {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return sum + Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1_024;
  }, 0);
}

/** The most memory that a process and its children have had resident, each at its own peak, in MiB. */
export function peakMiBOf(root: number): number {
  return memoryMiBOf(root, 'VmHWM');
}

/** The memory that a process and its children have resident now, in MiB. */
export function residentMiBOf(root: number): number {
  return memoryMiBOf(root, 'VmRSS');
}
