import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('ranks the problems, shows the commands, and counts them on every page', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.agreement);
  const problems = page.getByRole('region', { name: 'Problems' });
  const titles = problems.getByRole('heading', { level: 3 });
  await expect(titles).toHaveText(['orders/order-api', 'orders/order-events', 'Settings of agents'], {
    timeout: 60_000,
  });
  await expect(problems.getByText('CiliumNodeConfig kube-system/maglev-canary')).toBeVisible();
  await problems.getByRole('button', { name: 'See it yourself' }).first().click();
  await expect(
    problems.getByText('get endpointslices -l kubernetes.io/service-name=order-api'),
  ).toBeVisible();
  const command = problems.getByRole('region', { name: /which differs/ }).first();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const [inner, outer] = [await command.boundingBox(), await problems.boundingBox()];
    const right = (box: typeof inner) => (box?.x ?? 0) + (box?.width ?? 0);
    expect(right(inner), `a command stays in its panel at ${width}`).toBeLessThanOrEqual(right(outer));
  }
  await expectAccessible('an open problem');
  await page.reload();
  await expect(
    problems.getByText(/service list \| grep/).first(),
    'what was open is in the URL',
  ).toBeVisible();
  await page.goto(paths.status);
  const rail = page.getByRole('navigation', { name: 'Pages' });
  await expect(rail.getByRole('link', { name: /Agreement/ })).toContainText('3');
});

test('its matrix is walked by keyboard: each cell says what the node has', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(`${paths.agreement}?rows=all`);
  const grid = page.getByRole('grid', { name: 'Every frontend by every node' });
  await expect(
    grid.getByRole('gridcell', { name: /k8s-worker-02 has what should be gone/ }).first(),
  ).toBeVisible({
    timeout: 60_000,
  });
  await grid.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await expect(grid.locator('[aria-selected="true"]')).toHaveAccessibleName(
    'k8s-worker-03 has what it must have',
  );
  await expectAccessible('the matrix with a cell chosen');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/services\?f=/);
});

test('the commands of a problem do not reach out of their column', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(paths.agreement);
  await page.getByRole('button', { name: 'See it yourself' }).first().click({ timeout: 60_000 });
  const command = await page.locator('li pre').first().boundingBox();
  const column = await page
    .locator('li', { has: page.locator('pre') })
    .first()
    .boundingBox();
  const end = (box: typeof command) => (box?.x ?? NaN) + (box?.width ?? NaN);
  expect(end(command)).toBeLessThanOrEqual(end(column));
  await page.setViewportSize({ width: 390, height: 844 });
  const button = await page.locator('li pre + div button').first().boundingBox();
  const onPhone = await page.locator('li pre').first().boundingBox();
  expect(button?.x, 'the button lies over no text').toBeGreaterThanOrEqual(end(onPhone));
});
