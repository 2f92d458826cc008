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
  await page.getByRole('radio', { name: 'All' }).click();
  await rows.focus();
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/field=status/);
  await expectAccessible('two nodes');
});
