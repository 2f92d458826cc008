import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.mts';

/** The tests against real programs: one file after the other, because one cluster fills two cores. */
export default mergeConfig(
  { resolve: base.resolve },
  defineConfig({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    test: {
      include: ['e2e/cluster/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 180_000,
      fileParallelism: false,
      isolate: false,
    },
  }),
);
