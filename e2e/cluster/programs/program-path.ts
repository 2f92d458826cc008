import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Program, ProgramId } from './program-list';
import { programs } from './program-list';

/** A program that a test needs is neither built nor given by KUBEBUILDER_ASSETS. */
export class ProgramMissingError extends Error {
  override readonly name = 'ProgramMissingError';
  constructor(readonly id: ProgramId) {
    super(`${id} is not built: run \`npm run cluster -- --build\` (needs Go), then try again.`);
  }
}

/** Absolute path of this folder, also where the code runs from a bundle: the caller's working directory is the checkout. */
export const programsFolder = path.resolve('e2e/cluster/programs');

function cacheFolder(): string {
  const { KPR_PROGRAM_CACHE, XDG_CACHE_HOME } = process.env;
  return (
    KPR_PROGRAM_CACHE ??
    path.join(XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'kpr-explorer', 'programs')
  );
}

/** Where a program's build goes: outside the checkout, and elsewhere as soon as one of its pinned modules changes. */
export function builtPath({ id, folder, versionVariables, changes }: Program): string {
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(path.join(programsFolder, folder, file)));
  hash.update(versionVariables.join());
  if (changes.length > 0) hash.update(JSON.stringify(changes));
  return path.join(cacheFolder(), `${folder}-${hash.digest('hex').slice(0, 12)}`, path.basename(id));
}

/** What `KUBEBUILDER_ASSETS` gives, as in the rest of the ecosystem: kube-apiserver, etcd and kubectl of the current minor. */
function fromAssets(id: ProgramId): string | null {
  const assets = process.env.KUBEBUILDER_ASSETS;
  if (!assets || !(id === 'etcd/etcd' || id.startsWith('kubernetes-1.37/'))) return null;
  const file = path.join(assets, path.basename(id));
  return existsSync(file) ? file : null;
}

/** The entry of the list; every ProgramId has one. */
export function programOf(id: ProgramId): Program {
  const program = programs.find((candidate) => candidate.id === id);
  if (program === undefined) throw new ProgramMissingError(id);
  return program;
}

/** Path of a program that can be run now, or null. */
export function findProgram(id: ProgramId): string | null {
  const given = fromAssets(id);
  if (given !== null) return given;
  const built = builtPath(programOf(id));
  return existsSync(built) ? built : null;
}

/** Path of a program; throws `ProgramMissingError` where it is not built. */
export function programPath(id: ProgramId): string {
  const found = findProgram(id);
  if (found === null) throw new ProgramMissingError(id);
  return found;
}
