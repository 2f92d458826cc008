/**
 * Runs the benchmarks beside this file and prints one line a figure, tab-separated:
 * name, value, unit, limit, `ok` or `short`.
 *
 *   npm run bench                all of them
 *   npm run bench -- parse       bench/parse.bench.ts
 *
 * A benchmark is a file `NAME.bench.ts` that exports `measure()`, which gives figures (bench/figure.ts).
 * TypeScript with our aliases is bundled first, as Node alone does not resolve them.
 * Exits with 1 where a figure falls short, with 2 where there is no such benchmark.
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleForNode } from '../bin/bundle.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
const suffix = '.bench.ts';

const known = readdirSync(here)
  .filter((file) => file.endsWith(suffix))
  .map((file) => file.slice(0, -suffix.length))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !known.includes(name));
if (unknown !== undefined) {
  console.error(`There is no benchmark "${unknown}". There are: ${known.join(', ')}.`);
  process.exit(2);
}

let isShort = false;
for (const name of asked.length > 0 ? asked : known) {
  const outfile = await bundleForNode(`bench/${name}${suffix}`, join('bench', `${name}.mjs`));
  process.chdir(root);
  const { measure } = await import(pathToFileURL(outfile).href);
  for (const { name: figure, value, unit, limit, isWithin } of await measure()) {
    isShort ||= !isWithin;
    console.log([figure, value, unit, limit, isWithin ? 'ok' : 'short'].join('\t'));
  }
}
process.exitCode = isShort ? 1 : 0;
