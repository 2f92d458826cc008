import { defineConfig } from '@playwright/test';
import base from '../playwright.config';

/** The product on a real cluster, in a browser. */
export default defineConfig({
  ...base,
  globalSetup: '../build-once.ts',
  outputDir: '../../test-results',
  testIgnore: [],
  timeout: 120_000,
});
