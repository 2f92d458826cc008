import { expect, it } from 'vitest';
import { ownPath } from './own-path';
import { readInlines } from './lesson-markup';
import { viewSchema } from './view-schema';

it('a path of this product stays what it is', () => {
  for (const path of [
    '/',
    '/services?q=kube-dns',
    '/learn/glossary#node-port',
    '/change?set=bpf-lb-mode:dsr',
  ]) {
    expect(ownPath(path)).toBe(path);
  }
});

const foreign = [
  ...['//evil.example/x', '/.//evil.example/x', '/a/..//evil.example/x', '/%2e//evil.example/x'],
  ...['/\\evil.example', '/\tx', 'javascript:alert(1)', 'https://evil.example/', 'services', ''],
];

it.each(foreign)('%j is no path of this product, in a text or behind a button', (path) => {
  expect(ownPath(path)).toBeNull();
  expect(readInlines(`[words](${path})`).some(({ kind }) => kind === 'link')).toBe(false);
  expect(viewSchema.safeParse({ page: path, words: 'Open it' }).success).toBe(false);
});
