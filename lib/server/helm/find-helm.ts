import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** Absolute path of the first `helm` on a PATH; null where there is none. */
export function findHelm(searchPath: string | undefined): string | null {
  const name = process.platform === 'win32' ? 'helm.exe' : 'helm';
  const folders = (searchPath ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return folders.map((folder) => path.join(folder, name)).find(isProgram) ?? null;
}

/** Absolute path of a program that was named; null where it cannot be run. */
export function namedProgram(file: string): string | null {
  const absolute = path.resolve(file);
  return isProgram(absolute) ? absolute : null;
}
