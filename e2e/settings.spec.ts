import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('the odd one is named, said in words, and compared with one of the others', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.settings);
  const grid = page.getByRole('grid', { name: 'Every field by every node' });
  const odd = grid.getByRole('gridcell', { name: 'k8s-worker-04: Random, stands apart' });
  await odd.click();
  await expect(page.getByText('3 of 4 say Maglev 16381.')).toBeVisible();
  await expectAccessible('a chosen cell');
  await page.getByRole('radio', { name: 'Differing' }).click();
  await expect(grid.getByRole('rowheader')).toHaveText(['Backend Selection']);
  await page.reload();
  await expect(grid.getByRole('rowheader')).toHaveText(['Backend Selection']);
  await odd.click();
  await page.getByRole('link', { name: /^Compare with/ }).click();
  await expect(page).toHaveURL(/\/status\?node=k8s-worker-04&field=backend-selection&compare=k8s-worker-01/);
  await expect(page.getByRole('listbox', { name: 'Two nodes' })).toBeVisible();
});
