import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Program } from './program-list';
import { programsFolder } from './program-path';

/** A place in a program's source that is built otherwise than published, and why. */
export type SourceChange = {
  /** Path in the module. */
  file: string;
  /** Each text stands in the file once and is replaced by the other. */
  replace: readonly (readonly [from: string, to: string])[];
};

/** The pinned source is not what a change was written for. */
export class SourceChangeError extends Error {
  override readonly name = 'SourceChangeError';
  constructor(program: Program, file: string, text: string) {
    super(
      `${program.id}: ${program.module}/${file} does not hold this text once:\n${text}\n` +
        'The pinned version has changed: see whether the change is still needed.',
    );
  }
}

function changed(program: Program, file: string, source: string, { replace }: SourceChange): string {
  return replace.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new SourceChangeError(program, file, from);
    return text.replace(from, () => to);
  }, source);
}

/**
 * Copies the module's source into `folder`, changed, and gives the flags by which Go builds from that copy; none for a
 * program that is built as published. The module cache stays as it is, and Go refuses an overlay over it. Throws
 * `SourceChangeError`.
 */
export function changedSourceFlags(program: Program, folder: string): string[] {
  const { module, changes } = program;
  if (changes.length === 0) return [];
  const pins = path.join(programsFolder, program.folder);
  const go = (args: string[]) =>
    execFileSync('go', args, { cwd: pins, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  go(['mod', 'download', module]);
  const source = path.join(folder, 'source');
  cpSync(go(['list', '-m', '-f', '{{.Dir}}', module]).trim(), source, { recursive: true });
  // The cache is read-only, and so is a copy of it.
  execFileSync('chmod', ['-R', 'u+w', source]);
  for (const change of changes) {
    const file = path.join(source, change.file);
    writeFileSync(file, changed(program, change.file, readFileSync(file, 'utf8'), change));
  }
  for (const name of ['go.mod', 'go.sum']) copyFileSync(path.join(pins, name), path.join(folder, name));
  const modfile = path.join(folder, 'go.mod');
  go(['mod', 'edit', `-replace=${module}=${source}`, modfile]);
  return [`-modfile=${modfile}`];
}
