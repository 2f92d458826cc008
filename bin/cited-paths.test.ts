import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
// @ts-expect-error -- plain JavaScript: it also runs before anything is installed
import { findBrokenCitations } from './cited-paths.mjs';

let root = '';

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'kpr-cited-'));
  mkdirSync(path.join(root, 'lib'));
  writeFileSync(path.join(root, 'lib', 'here.ts'), '');
  writeFileSync(path.join(root, 'package.json'), JSON.stringify({ scripts: { verify: 'true' } }));
});
afterEach(() => rmSync(root, { recursive: true }));

function brokenIn(text: string): string[] {
  writeFileSync(path.join(root, 'README.md'), text);
  return findBrokenCitations(root).map(
    ({ line, cited }: { line: number; cited: string }) => `${line} ${cited}`,
  );
}

test('a path that exists, a shell command and a foreign name are no complaint', () => {
  expect(
    brokenIn('`lib/here.ts` and `lib/here.ts:12`, `kubectl get pods`, `npm run verify`, [x](lib/here.ts#a)'),
  ).toEqual([]);
});

test('a path, a script and a link that are gone are named with their line', () => {
  expect(brokenIn('fine\n`lib/gone.ts`\n`npm run nothing` [y](docs/none.md)')).toEqual([
    '2 lib/gone.ts',
    '3 npm run nothing',
    '3 docs/none.md',
  ]);
});
