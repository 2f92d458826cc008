import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeBlock, codeSpan, markdownText } from './markdown';

test('a code span is closed by nothing inside of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', ' ', 'a', '\n', '|') }), (text) => {
      const span = codeSpan(text);
      const fence = /^`+/.exec(span)?.[0] ?? '';
      const inside = span.slice(fence.length, -fence.length);
      expect(span.endsWith(fence)).toBe(true);
      expect((inside.match(/`+/g) ?? []).some((run) => run.length === fence.length)).toBe(false);
      expect(span).not.toContain('\n');
    }),
  );
});

test('a code block is closed by none of its lines', () => {
  const text = 'a\n````\nb';
  expect(codeBlock(text)).toBe(`\`\`\`\`\`\n${text}\n\`\`\`\`\``);
});

test.each([
  ['<img src=x onerror=alert(1)>', /(?<!\\)<img/],
  ['[click](/evil)', /(?<!\\)\[click\]\(/],
  ['**bold** _it_', /(?<!\\)[*_]/],
  ['a\n# head', /\n/],
  ['&lt;b&gt;', /(?<!\\)&/],
  ['- item', /^-/],
  ['1. item', /^1\./],
  ['$x$', /^\$/],
])('%j is shown and does nothing', (text, harm) => {
  expect(markdownText(text)).not.toMatch(harm);
});

test.each(['@team', 'https://evil.example', 'www.evil.example'])('%j is neither mention nor link', (word) => {
  expect(markdownText(`see ${word} now`)).toBe(`see \`${word}\` now`);
});

test('a sentence of ours stays legible', () => {
  const sentence = 'Node a-1 still has web-x (10.0.0.1:80/TCP), which no EndpointSlice of shop/web has.';
  expect(markdownText(sentence)).toBe(sentence);
});
