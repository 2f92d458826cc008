import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      // `server-only` throws outside a React server; unit tests are the server here.
      'server-only': fileURLToPath(new URL('./node_modules/server-only/empty.js', import.meta.url)),
    },
  },
  test: {
    include: ['{app,components,lib,bench,bin}/**/*.test.{ts,tsx}'],
    testTimeout: 40_000,
    hookTimeout: 40_000,
    // Many tests wait for sockets and timers: more workers than cores keep the cores busy.
    maxWorkers: 4,
    // Files share a worker: starting one for each of a hundred costs more than most of them take.
    isolate: false,
  },
});
