import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import base from '../../vitest.config.mts';

/** The tests against real programs. */
export default mergeConfig(
  { resolve: base.resolve },
  defineConfig({
    root: fileURLToPath(new URL('../..', import.meta.url)),
    test: {
      include: ['e2e/cluster/**/*.test.ts'],
      testTimeout: 60_000,
      hookTimeout: 180_000,
      // A test of a cluster waits for most of its time, and a cluster that starts keeps two cores busy.
      maxWorkers: 2,
      isolate: false,
    },
  }),
);
