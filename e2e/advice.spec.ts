import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('advice names its evidence, is silenced for this browser, and is brought back', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.settings);
  const panel = page.getByRole('region', { name: 'Advice' });
  const seed = panel.getByRole('listitem').filter({ hasText: 'Maglev runs with the seed everybody has' });
  await expect(seed).toContainText('bpf-lb-maglev-hash-seed JLfvgnHc2kaSUFaI');
  await expect(seed.getByRole('link', { name: '01', exact: true })).toHaveAttribute(
    'href',
    '/status?node=k8s-worker-01&field=backend-selection',
  );
  const local = panel.getByRole('listitem').filter({ hasText: 'kept by externalTrafficPolicy alone' });
  await expect(local.getByRole('link', { name: 'edge/shopfront' })).toHaveAttribute(
    'href',
    '/services?q=edge%2Fshopfront',
  );
  await expectAccessible('advice');

  await panel.getByRole('button', { name: 'Silence: Maglev runs with the seed everybody has' }).click();
  await expect(seed).toHaveCount(0);
  await page.reload();
  await expect(local.first()).toBeVisible();
  await expect(seed).toHaveCount(0);

  await panel.getByRole('button', { name: 'Show silenced (1)' }).click();
  await expect(page).toHaveURL(/silenced=true/);
  await expectAccessible('silenced advice');
  await panel.getByRole('button', { name: 'Bring back: Maglev runs with the seed everybody has' }).click();
  await expect(
    panel.getByRole('button', { name: 'Silence: Maglev runs with the seed everybody has' }),
  ).toBeVisible();
});

test('the link of a piece of evidence opens the line that explains it', async ({ page }) => {
  await page.goto(paths.settings);
  const panel = page.getByRole('region', { name: 'Advice' });
  const local = panel.getByRole('listitem').filter({ hasText: 'kept by externalTrafficPolicy alone' });
  await local.getByRole('link', { name: 'on all 4 nodes' }).first().click();
  await expect(page).toHaveURL(/\/status\?node=k8s-worker-01&field=mode/);
});

test('silenced advice speaks again when its evidence changes', async ({ page, product }) => {
  await page.goto(paths.settings);
  const panel = page.getByRole('region', { name: 'Advice' });
  const silence = panel.getByRole('button', { name: 'Silence: Client addresses are kept' });
  await silence.click();
  await expect(silence).toHaveCount(0);
  product.cluster.api.patch('Service', 'order-api', 'orders', { spec: { externalTrafficPolicy: 'Local' } });
  await expect(silence).toBeVisible();
  const evidence = panel.getByRole('link', { name: 'orders/order-api' });
  await expect(evidence).toBeVisible();
  // Later tests of this cluster look for what it was.
  product.cluster.api.patch('Service', 'order-api', 'orders', {
    spec: { externalTrafficPolicy: 'Cluster' },
  });
  await expect(evidence).toHaveCount(0);
});
