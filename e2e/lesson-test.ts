import { paths } from '@/lib/paths';
import { expect, test as base } from './fixtures';
import type { Product } from './product';
import { startTrainingProduct } from './training-product';

/** On a training cluster of the product's own, which it can begin anew. */
export const test = base.extend<{ ownCluster: void }, { product: Product }>({
  product: [
    async ({}, provide) => {
      const product = await startTrainingProduct('article');
      // Lessons ask nothing of the cluster but through the product.
      await provide(product as Product);
      await product.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  ownCluster: [
    async ({ page, product }, provide) => {
      await provide();
      // The next lesson begins on the cluster that it is written for.
      const headers = { Origin: product.url };
      const data = { scenario: 'article' };
      const answer = await page.request.post(`${product.url}${paths.api.training}`, { headers, data });
      expect(answer.ok()).toBe(true);
    },
    { auto: true },
  ],
});
