import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'orders', namespace: 'default' },
  spec: {
    type: 'ClusterIP',
    clusterIP: '10.100.77.7',
    selector: { app: 'orders' },
    ports: [{ port: 8443, targetPort: 8443, protocol: 'TCP' }],
  },
};

test('a Service created in the cluster reaches the open page without a reload, and leaves it again', async ({
  page,
  product,
}) => {
  await page.goto(`${paths.services}?view=table`);
  await expect(page.getByText('10.100.0.10:53').first()).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-opened', 'once'));

  product.cluster.api.create(service);
  await expect(page.getByText('10.100.77.7:8443').first()).toBeVisible({ timeout: 10_000 });

  product.cluster.api.remove('Service', 'orders', 'default');
  await expect(page.getByText('10.100.77.7:8443')).toHaveCount(0);
  await expect(page.locator('html')).toHaveAttribute('data-opened', 'once');
});
