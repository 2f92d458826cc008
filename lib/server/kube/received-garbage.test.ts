import { expect, it } from 'vitest';
import { countReceived } from './received-garbage';

const chunkBytes = 16 << 10;
const chunks = 32_768;

it('chunks that nobody reads any more do not pile up', () => {
  const beforeBytes = process.memoryUsage().arrayBuffers;
  let mostBytes = 0;
  for (let at = 0; at < chunks; at += 1) {
    const chunk = Buffer.from(new ArrayBuffer(chunkBytes));
    countReceived(chunk.length);
    if (at % 256 === 0) mostBytes = Math.max(mostBytes, process.memoryUsage().arrayBuffers - beforeBytes);
  }
  expect((chunks * chunkBytes) >> 20).toBe(512);
  expect(mostBytes >> 20).toBeLessThan(64);
});
