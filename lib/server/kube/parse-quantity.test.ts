import { expect, it } from 'vitest';
import { parseQuantity } from './parse-quantity';

it.each([
  ['1Gi', 2 ** 30],
  ['512M', 512e6],
  ['1.5Ki', 1536],
  ['1e9', 1e9],
  [1024, 1024],
  ['', null],
  ['1Q', null],
  [undefined, null],
  ['-1Gi', null],
])('reads %s as %s bytes', (text, bytes) => expect(parseQuantity(text)).toBe(bytes));
