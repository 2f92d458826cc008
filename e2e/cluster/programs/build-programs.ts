import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pinnedVersion } from './pinned-version';
import type { Program, ProgramId } from './program-list';
import { programs } from './program-list';
import { builtPath, findProgram, programOf, programsFolder } from './program-path';
import { changedSourceFlags } from './source-change';

/** Go could not make a program. The message ends with the compiler's own words. */
export class ProgramBuildError extends Error {
  override readonly name = 'ProgramBuildError';
  constructor(
    readonly id: ProgramId,
    said: string,
  ) {
    super(`${id} could not be built from e2e/cluster/programs/${programOf(id).folder}/go.mod:\n${said}`);
  }
}

/** Downloads go over a network; a build that failed for another reason fails again at once. */
const attempts = 3;

/** True where Go is installed. */
export function hasGo(): boolean {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0;
}

function go(args: readonly string[], folder: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('go', args, {
      cwd: path.join(programsFolder, folder),
      env: { ...process.env, CGO_ENABLED: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

async function build(program: Program, scratch: string): Promise<void> {
  const target = builtPath(program);
  mkdirSync(path.dirname(target), { recursive: true });
  const version = pinnedVersion(program);
  const variables = program.versionVariables.map((name) => `-X ${name}=${version}`);
  // Built beside its place and moved there, so that a build that is cut off leaves nothing that looks finished.
  const fresh = `${target}.${process.pid}`;
  const args = [
    'build',
    '-mod=readonly',
    '-trimpath',
    `-ldflags=${['-s', '-w', ...variables].join(' ')}`,
    ...changedSourceFlags(program, scratch),
    '-o',
    fresh,
  ];
  let said = '';
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const result = await go([...args, program.package], program.folder);
    if (result.code === 0) {
      renameSync(fresh, target);
      return;
    }
    said = result.said;
  }
  throw new ProgramBuildError(program.id, said);
}

/**
 * Builds the programs that are not there yet, one after the other (Go itself uses every core), and says what it does
 * line by line. Throws `ProgramBuildError`.
 */
export async function buildPrograms(
  say: (line: string) => void,
  wanted: readonly ProgramId[] = programs.map(({ id }) => id),
): Promise<void> {
  for (const id of wanted) {
    if (findProgram(id) !== null) continue;
    const startedMs = performance.now();
    say(`Building ${id} …`);
    const scratch = mkdtempSync(path.join(tmpdir(), 'kpr-build-'));
    await build(programOf(id), scratch).finally(() => rmSync(scratch, { recursive: true, force: true }));
    say(`Built ${id} in ${Math.round((performance.now() - startedMs) / 1000)} s`);
  }
}
