import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from './command-error';

/** Builds the pages of a checkout where they are older than their sources. Rejects with CommandError in the builder's own words. */
export async function buildPages(root: string): Promise<void> {
  try {
    // bin/ is plain JavaScript outside of this bundle: it has to run where nothing is built yet.
    const build = (await import(pathToFileURL(path.join(root, 'bin', 'build.mjs')).href)) as {
      ensurePagesBuilt: () => Promise<void>;
    };
    await build.ensurePagesBuilt();
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}
