import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from '@playwright/test';
import { startProduct, type Product } from './product';

type WorkerFixtures = { scenario: string; product: Product };
type Fixtures = {
  /** `within` is a selector: a menu, while the page behind it is hidden from assistive technology. */
  expectAccessible: (what: string, within?: string) => Promise<void>;
  quietConsole: void;
};

/** Playwright's test, with a running product, and with console noise counted as failure. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  scenario: ['article', { option: true, scope: 'worker' }],
  product: [
    async ({ scenario }, provide) => {
      const product = await startProduct(scenario);
      await provide(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ product }, provide) => provide(product.url),
  quietConsole: [
    async ({ page }, provide) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(String(error)));
      await provide();
      expect(noise, 'console errors and warnings').toEqual([]);
    },
    { auto: true },
  ],
  expectAccessible: async ({ page }, provide) => {
    await provide(async (what, within) => {
      const axe = new AxeBuilder({ page });
      const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
      const told = violations.map(
        ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(', ')})`,
      );
      expect(told, `axe on ${what}`).toEqual([]);
    });
  },
});

export { expect };
