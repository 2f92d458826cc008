import { paths } from '@/lib/paths';
import { expect, test as base } from './fixtures';
import { startProduct, type Product } from './product';

/** A hundred nodes with few Services: this is about the nodes. */
const test = base.extend<object, { product: Product }>({
  product: [
    async ({}, provide) => {
      const product = await startProduct('large', { sizeNodes: 100, sizeServices: 40 });
      await provide(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

test('equal ones share a column; one that runs with something else stands out', async ({
  page,
  product,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const slow = { timeout: 90_000 };
  await page.goto(paths.settings);
  await expect(page.getByText('All 100 agents run with the same settings.')).toBeVisible(slow);
  const grid = page.getByRole('grid', { name: 'Every field by every node' });
  await expect(grid.getByRole('columnheader', { name: '100 nodes' })).toBeVisible();

  const pod = product.cluster.api
    .list('Pod')
    .find(
      ({ metadata, spec }) => metadata.labels?.['k8s-app'] === 'cilium' && spec?.nodeName === 'worker-042',
    );
  product.cluster.api.patch('Node', 'worker-042', undefined, {
    metadata: { labels: { 'example.com/canary': 'yes' } },
  });
  product.cluster.api.create({
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNodeConfig',
    metadata: { name: 'canary', namespace: 'kube-system' },
    spec: {
      nodeSelector: { matchLabels: { 'example.com/canary': 'yes' } },
      defaults: { 'bpf-lb-algorithm': 'random' },
    },
  });
  product.cluster.api.remove('Pod', pod?.metadata.name ?? '', 'kube-system');

  await expect(page.getByText('Agents differ in Backend Selection.')).toBeVisible(slow);
  const odd = page.getByRole('region', { name: 'Odd ones out' });
  await expect(odd).toContainText('Maglev 16381 on 99 nodes');
  await expect(odd.getByRole('link', { name: /042/ })).toBeVisible();
  await expect(grid.getByRole('columnheader', { name: '99 nodes' })).toBeVisible();
  await expect(grid.getByRole('gridcell', { name: 'worker-042: Random, stands apart' })).toBeVisible();
  await expectAccessible('the matrix of equal nodes');

  await page.getByRole('radio', { name: 'Each node' }).click();
  await expect(page).toHaveURL(/columns=nodes/);
  // Only what is in view is in the document.
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(22 * 60);
  await grid.focus();
  for (const key of ['ArrowDown', 'End']) await page.keyboard.press(key);
  await expect(grid.locator('[aria-selected="true"]')).toHaveAccessibleName(/^worker-100: /);
  await expectAccessible('the matrix of a hundred nodes');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/status\?node=worker-100/);
});
