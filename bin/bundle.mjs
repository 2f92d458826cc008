// Bundles TypeScript with our aliases for Node, for programs of the checkout that are not part of the product.
import path from 'node:path';
import { root } from './install.mjs';

/** Bundles an entry below the checkout; gives the absolute path of the module to import. */
export async function bundleForNode(entry, name) {
  const { build, stop } = await import('esbuild');
  const outfile = path.join(root, 'node_modules', '.cache', 'bundles', name);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    packages: 'external',
    sourcemap: 'inline',
    alias: { 'server-only': path.join(root, 'node_modules', 'server-only', 'empty.js') },
    logLevel: 'warning',
  });
  await stop();
  return outfile;
}
