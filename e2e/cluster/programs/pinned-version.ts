import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Program } from './program-list';
import { programsFolder } from './program-path';

/** The version that a program's go.mod pins for its module: `v1.37.2`. */
export function pinnedVersion({ folder, module }: Pick<Program, 'folder' | 'module'>): string {
  const text = readFileSync(path.join(programsFolder, folder, 'go.mod'), 'utf8');
  const required = text.split('\n').map((line) => line.trim().replace(/^require /, ''));
  const line = required.find((candidate) => candidate.startsWith(`${module} v`));
  return line?.split(' ')[1] ?? 'v0.0.0';
}
