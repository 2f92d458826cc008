import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  globalSetup: './build-once.ts',
  testMatch: '*.spec.ts',
  // The real cluster's tests have a configuration of their own: they need programs that not every machine has.
  testIgnore: 'cluster/**',
  // The first page of a run meets a cold browser, a cold server and a machine that may be half as fast as ours.
  timeout: 150_000,
  expect: { timeout: 40_000 },
  // Two cores: a browser and a product server fill them.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : 'list',
  outputDir: '../test-results',
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
