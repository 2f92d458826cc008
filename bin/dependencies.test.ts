import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Manifest = { dependencies: Record<string, string>; devDependencies: Record<string, string> };

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const all = { ...manifest.dependencies, ...manifest.devDependencies };
const decisions = readFileSync('docs/decisions.md', 'utf8');

test('every dependency has its reason in docs/decisions.md', () => {
  const argued = (name: string) =>
    decisions.includes(`\`${name}\``) || (name.startsWith('@types/') && decisions.includes('`@types/*`'));
  expect(Object.keys(all).filter((name) => !argued(name))).toEqual([]);
});

test('every dependency is an exact version', () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
