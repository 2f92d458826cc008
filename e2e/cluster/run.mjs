// `npm run cluster`: bundles e2e/cluster/main.ts (Node alone does not resolve our aliases) and runs it.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleForNode } from '../../bin/bundle.mjs';
import { ensureInstalled } from '../../bin/install.mjs';

ensureInstalled();
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
await import(
  pathToFileURL(await bundleForNode('e2e/cluster/main.ts', path.join('cluster', 'main.mjs'))).href
);
