import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('folds are as the reader left them after a reload, in a link, and on the way back', async ({ page }) => {
  await page.goto(paths.services);
  const grid = page.getByRole('grid', { name: 'Frontends and their backends' });
  const fold = grid.getByRole('button', { name: /^Fold \d+ node address/ });
  await expect(fold.first()).toBeAttached();
  const before = await fold.count();
  await fold.first().focus();
  await fold.first().press('Enter');
  const shown = grid.getByRole('button', { name: /^Show \d+ node address/ });
  await expect(shown).toHaveCount(1);
  await expect(page).toHaveURL(/fold=/);

  await page.reload();
  await expect(shown).toHaveCount(1);
  await expect(fold).toHaveCount(before - 1);

  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /^Status/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Status' })).toBeVisible();
  await page.goBack();
  await expect(shown).toHaveCount(1);

  await shown.click();
  await expect(fold).toHaveCount(before);
  await expect(page).not.toHaveURL(/fold=/);
});
