import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteDictionary } from './byte-dictionary';
import { ByteLines } from './byte-lines';
import { IpInterner } from './ip-interner';

test('an address has its text in any order, also beyond what is remembered', () => {
  const texts = new IpInterner();
  const expected = (number: number): string =>
    [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.');
  // More than it remembers, with a stride that makes slots collide.
  for (let index = 0; index < 300_000; index += 1) {
    const number = Math.imul(index, 0x01000193) | 0;
    if (texts.text(number) !== expected(number)) expect.fail(`${number} became ${texts.text(number)}`);
  }
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 60 }), (numbers) => {
      for (const number of numbers) expect(texts.text(number)).toBe(expected(number));
    }),
  );
});

test('a word has its value in any order, also beyond what is remembered', () => {
  const words = new ByteDictionary<string>(8);
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 40 }), (list) => {
      for (const word of list) {
        const bytes = new TextEncoder().encode(`<${word}>`);
        expect(words.get(bytes, 1, bytes.length - 1, (text) => `value of ${text}`)).toBe(`value of ${word}`);
      }
    }),
  );
});

test('blanks are skipped wherever they start and however many they are', () => {
  for (let offset = 0; offset < 9; offset += 1) {
    for (let count = 0; count < 40; count += 1) {
      const text = `${'x'.repeat(offset)}${' '.repeat(count)}y\t z\n`;
      const whole = new Uint8Array(text.length + 3);
      new TextEncoder().encodeInto(text, whole.subarray(3));
      for (const bytes of [new TextEncoder().encode(text), whole.subarray(3)]) {
        expect(new ByteLines(bytes).skipBlanks(offset)).toBe(offset + count);
        expect(new ByteLines(bytes).skipBlanks(offset + count + 1)).toBe(offset + count + 3);
      }
    }
  }
});
