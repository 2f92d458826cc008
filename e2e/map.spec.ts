import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('the map is grouped and zoomed from its menu and by keys; all of it is in the URL', async ({ page }) => {
  await page.goto(paths.services);
  const grid = page.getByRole('grid', { name: 'Frontends and their backends' });
  await expect(grid.getByRole('button', { name: /^orders/ })).toBeVisible();

  await page.getByRole('button', { name: /Group by/ }).click();
  await page.getByRole('menuitemradio', { name: /^node/ }).click();
  await expect(page).toHaveURL(/group=node/);
  const head = grid.getByRole('button', { name: /^k8s-worker-02/ });
  await expect(head).toBeVisible();
  await page.reload();
  await expect(head).toBeVisible();

  await page.locator('body').press('-');
  await page.locator('body').press('-');
  await expect(page).toHaveURL(/zoom=services/);
  const lines = grid.locator('[data-line]');
  await expect(lines.first()).toContainText(/frontend/);
  await expect(grid.locator('[data-backend]')).toHaveCount(0);

  await page.locator('body').press('-');
  await expect(page).toHaveURL(/zoom=totals/);
  await expect(lines).toHaveCount(0);
  await head.click();
  await expect(lines.first()).toBeVisible();
  await page.locator('body').press('+');
  await page.locator('body').press('+');
  await page.locator('body').press('+');
  await expect(page).not.toHaveURL(/zoom=/);
  await expect(grid.locator('[data-backend]').first()).toBeVisible();
});

test('the keyboard alone walks the lines of Services, opens one, and its path to a backend', async ({
  page,
}) => {
  await page.goto(`${paths.services}?zoom=services`);
  const grid = page.getByRole('grid', { name: 'Frontends and their backends' });
  await expect(grid.locator('[data-line]').first()).toBeVisible();
  const body = page.locator('body');
  for (const key of ['j', 'j', 'j']) await body.press(key);
  const focused = page.locator(':focus');
  await expect(focused).toHaveAttribute('data-line', 'service edge/shopfront');
  await focused.press('Enter');
  await expect(page).toHaveURL(/open=/);
  await page.locator('body').press('j');
  await expect(focused).toHaveAttribute('data-frontend', /.+/);
  await focused.press('ArrowRight');
  await expect(focused).toHaveAttribute('data-backend', /.+/);
  await focused.press('Enter');
  await expect(
    page
      .getByRole('complementary')
      .or(page.getByLabel(/^Frontend /))
      .first(),
  ).toBeVisible();
});

test('while it is paused the page holds still, and afterwards it shows all that happened', async ({
  page,
  product,
}) => {
  const service = (name: string, clusterIP: string) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'ClusterIP',
      clusterIP,
      selector: { app: name },
      ports: [{ port: 8443, targetPort: 8443, protocol: 'TCP' }],
    },
  });
  await page.goto(paths.services);
  await expect(page.locator('[data-frontend]').first()).toBeVisible();
  const freshness = page.getByRole('button', { name: /agents/ }).first();
  await freshness.click();
  await page.getByRole('button', { name: 'Hold the page still' }).click();
  product.cluster.api.create(service('while-paused', '10.96.77.7'));
  await page.waitForTimeout(8_000);
  await expect(page.getByText('10.96.77.7:8443')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('10.96.77.7:8443').first()).toBeVisible({ timeout: 40_000 });
});

test('what the reader looks at stays where it is when a row comes above it', async ({ page, product }) => {
  await page.setViewportSize({ width: 1440, height: 420 });
  await page.goto(paths.services);
  const row = page.locator('[data-frontend]', { hasText: 'inventory' }).first();
  await expect(page.locator('[data-frontend]').first()).toBeVisible();
  await page.getByRole('grid').evaluate((grid) => {
    const scroller = grid.parentElement;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
  });
  await expect(row).toBeVisible();
  await row.hover();
  const before = await row.boundingBox();
  product.cluster.api.create({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'aaa-above', namespace: 'default' },
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.77.8',
      selector: { app: 'aaa' },
      ports: [{ port: 8443, targetPort: 8443, protocol: 'TCP' }],
    },
  });
  await expect(page.getByRole('heading', { level: 1 }).locator('xpath=..')).toContainText(/1[89] frontends/, {
    timeout: 40_000,
  });
  expect((await row.boundingBox())?.y).toBeCloseTo(before?.y ?? NaN, 0);
});

test('C copies the lines of the node that differs', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${paths.services}?q=order-events`);
  const row = page.locator('[data-frontend]').first();
  await expect(row.getByRole('img', { name: /k8s-worker-02/ })).toBeVisible({ timeout: 60_000 });
  await row.click();
  await page.locator('body').press('c');
  await expect(page.getByText(/^Copied 4 lines of 02$/)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('4 => ');
});

test('on a phone a folded group tells how many frontends it holds and what is wrong with them', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.services);
  const head = page.getByRole('button', { name: /^orders/ });
  await expect(head).toHaveText('orders3 Services');
  await head.click();
  await expect(head).toContainText('3 Services, 4 frontends');
  await expect(head.getByRole('img', { name: '3 frontends on which nodes differ' })).toBeVisible();
});

test('a label of a Service finds its rows, and the detail shows it', async ({ page }) => {
  await page.goto(paths.services);
  await page
    .getByRole('searchbox', { name: 'Filter by name, address, pod, node or label' })
    .fill('app.kubernetes.io/part-of=stock');
  const found = page.locator('[data-frontend]');
  await expect(found).toHaveCount(2);
  await found.filter({ hasText: 'inventory' }).click();
  const service = page.getByRole('region', { name: 'Service', exact: true });
  await expect(service).toContainText('app.kubernetes.io/part-of=stock');

  await page.goto(`${paths.services}?view=table&q=part-of%3Dstock`);
  const table = page.getByRole('table').or(page.getByRole('grid'));
  await expect(table.getByText('inventory')).toBeVisible();
  await expect(table.getByText('order-api')).toHaveCount(0);

  await page.locator('body').press('Control+k');
  await page.getByRole('combobox').fill('part-of=stock');
  await expect(page.getByRole('option', { name: /inventory/ })).toBeVisible();
});
