import { expect, it } from 'vitest';
import { giveBackBytes } from './give-back-bytes';
import { bufferSink } from './output-sink';

const aloneBytes = (text: string) => Buffer.from(new TextEncoder().encode(text).buffer);

it('bytes that have their memory to themselves are empty at once, with or without their channel before them', () => {
  const whole = aloneBytes('a table');
  const part = aloneBytes('1a table').subarray(1);
  giveBackBytes(whole);
  giveBackBytes(part);
  expect([whole.length, part.length]).toEqual([0, 0]);
  expect(() => giveBackBytes(part)).not.toThrow();
});

it('bytes that share their memory with others stay', () => {
  const shared = aloneBytes('one two');
  giveBackBytes(shared.subarray(0, 3));
  giveBackBytes(shared.subarray(4));
  const pooled = Buffer.from('short');
  giveBackBytes(pooled);
  expect([shared.toString(), pooled.toString()]).toEqual(['one two', 'short']);
});

it('a sink gives what came, and the memory of the parts back', () => {
  const sink = bufferSink();
  const parts = ['one ', 'two'].map((text) => aloneBytes(`1${text}`).subarray(1));
  for (const part of parts) sink.write(part);
  expect(sink.bytes().toString()).toBe('one two');
  expect(parts.map(({ length }) => length)).toEqual([0, 0]);
});
