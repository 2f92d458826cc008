import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('two nodes side by side: what differs stands out, and stays in the URL', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(`${paths.status}?node=k8s-worker-01`);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('node:k8s-worker-04');
  const rows = page.getByRole('listbox', { name: 'Two nodes' });
  await expect(rows.getByRole('option', { name: /^differs/ })).toHaveCount(1);
  await page.getByRole('radio', { name: 'Differing' }).click();
  await expect(rows.getByRole('option')).toHaveCount(1);
  await expect(rows.getByRole('option')).toContainText('Random');
  await page.reload();
  await expect(rows.getByRole('option')).toHaveCount(1);
  // A click on a page that has just been loaded may come before the page listens.
  await expect(async () => {
    await page.getByRole('radio', { name: 'All' }).click();
    expect(await rows.getByRole('option').count()).toBeGreaterThan(1);
  }).toPass();
  await rows.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/field=status/);
  await expectAccessible('two nodes');
});
