import { expect, test } from 'vitest';
import { release } from './cilium-figures.fixture';
import { maglevMemory } from './table-memory';

test('memory is as the reference has it', () => {
  const memory = (minor: number, size: number) => maglevMemory(release(minor), size, 1000, 3);
  expect(memory(21, 16381)).toMatchObject({ tableBytes: 65_524, kernelBytes: 65_524_000 });
  expect(memory(10, 16381).tableBytes).toBe(32_762);
  // The comment in pkg/maglev says 20.47 MB; its own formula in whole numbers gives 20.37 MiB.
  expect(memory(21, 16381).agentBytes).toBe(163 * 16381 * 8);
  expect(maglevMemory(release(21), 16381, 1, 300).agentBytes).toBe(300 * 16381 * 8);
});
