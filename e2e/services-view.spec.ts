import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('the table has the columns chosen, by keyboard too; its order and its row cursor stay', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(`${paths.services}?view=table&sort=-backends`);
  const heads = page.getByRole('columnheader');
  await expect(heads).toContainText(['Service', 'Frontend', 'Type', 'States', 'Backends', 'Policies']);
  const rows = page.locator('tr[data-frontend]');
  const keys = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-frontend')));
  const order = await keys();

  await page.getByRole('button', { name: 'Columns all' }).focus();
  await page.keyboard.press('Enter');
  const backends = page.getByRole('menuitemcheckbox', { name: 'Backends' });
  await expect(backends).toBeVisible();
  await expect(page.getByRole('menuitemcheckbox', { name: /Service|Frontend/ })).toHaveCount(0);
  await expectAccessible('the menu of columns', '[role="menu"]');
  // `B` goes to the entry that begins so.
  await page.keyboard.press('b');
  await expect(backends).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemcheckbox', { name: 'Nodes' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/hide=backends,nodes/);

  await page.reload();
  await expect(heads).toHaveText(['Service', 'Frontend', 'Type', 'States', 'Policies', 'Changed']);
  expect(await keys(), 'the order of a column that is hidden').toEqual(order);
  await page.locator('body').press('j');
  await page.locator('body').press('j');
  await expect(rows.nth(1)).toBeFocused();

  await page.getByRole('button', { name: 'Columns 2 hidden' }).click();
  await page.getByRole('menuitem', { name: 'All columns' }).click();
  await expect(page).not.toHaveURL(/hide=/);
  await expect(heads.filter({ hasText: 'Backends' })).toBeVisible();
});

test('the switch and the badge say what each of them counts', async ({ page }) => {
  await page.goto(paths.services);
  await expect(page.getByRole('switch')).toHaveAccessibleName(/^Only problems \d+ frontends$/);
  await expect(
    page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: /^Services/ }),
  ).toHaveAccessibleName(/^Services \d+ Services? with a problem, in \d+ frontends$/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`the view sheet groups, zooms and filters, and the URL keeps it: ${colorScheme}`, async ({
      page,
      expectAccessible,
    }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(paths.services);
      const heading = page.getByRole('heading', { level: 3, name: 'order-events' });
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
      await page.getByRole('button', { name: 'View', exact: true }).tap();
      const sheet = page.getByRole('dialog', { name: 'View' });
      await expect(sheet).toBeVisible();
      await sheet.getByText('Node', { exact: true }).tap();
      await expectAccessible('the view sheet');
      const small = await sheet
        .locator('label, summary, button')
        .evaluateAll((all) =>
          all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
        );
      expect(small, 'targets lower than 44 pixels').toEqual([]);

      await sheet.getByRole('radio', { name: 'Services' }).check();
      await sheet.getByRole('checkbox', { name: /^02/ }).check();
      await page.keyboard.press('Escape');
      await expect(page).toHaveURL(/zoom=services/);
      await expect(page).toHaveURL(/node=k8s-worker-02/);
      const line = page.getByRole('button', { name: /^order-events/ });
      await expect(line).toHaveAttribute('aria-expanded', 'false');
      await page.reload();
      await expect(line).toBeVisible();
      await expect(heading).toHaveCount(0);
      await expectAccessible('the lines of Services on a phone');
      await line.tap();
      await expect(heading).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
    });
  }

  test('the table is sorted and has the columns that the URL says', async ({ page }) => {
    await page.goto(`${paths.services}?view=table&sort=-address&hide=problem`);
    const rows = page.locator('button[aria-pressed][data-frontend]');
    await expect(rows.first()).toBeVisible();
    const keys = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-frontend') ?? ''));
    const descending = await keys();
    await expect(rows.first().getByRole('img', { name: 'active' })).toHaveCount(0);
    await page.getByRole('button', { name: 'View', exact: true }).tap();
    const sheet = page.getByRole('dialog', { name: 'View' });
    await expect(sheet.getByRole('radio', { name: 'Frontend' })).toBeChecked();
    await sheet.getByRole('checkbox', { name: 'Reversed' }).uncheck();
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/sort=address/);
    const ascending = await keys();
    expect(ascending.toSorted()).toEqual(descending.toSorted());
    expect([ascending[0], descending.at(-1)]).toEqual(['0.0.0.0:30507/TCP', '0.0.0.0:30507/TCP']);
  });
});
