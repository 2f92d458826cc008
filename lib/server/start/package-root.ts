import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

type PackageJson = { name?: string; version?: string };

function readPackage(folder: string): PackageJson | null {
  const file = path.join(folder, 'package.json');
  // Only `name` and `version` are read, and both are checked or shown as they are.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as PackageJson) : null;
}

/** Folder and version of this package, found upwards from this module: from dist/ and from the sources alike. Throws when there is none. */
export function findPackage(from = path.dirname(fileURLToPath(import.meta.url))): {
  root: string;
  version: string;
} {
  const found = readPackage(from);
  if (found?.name === 'kpr-explorer') return { root: from, version: found.version ?? '0.0.0' };
  const parent = path.dirname(from);
  if (parent === from) throw new Error('The package.json of kpr-explorer is missing.');
  return findPackage(parent);
}
