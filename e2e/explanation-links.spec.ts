import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('a related line is read from its beginning, and has the focus', async ({ page }) => {
  await page.goto(`${paths.status}?field=mode`);
  const article = page.getByRole('article', { name: 'What the line means' });
  await article.getByRole('button', { name: 'DSR Dispatch Mode' }).click();
  await expect(article.getByRole('heading', { level: 2, name: 'DSR Dispatch Mode' })).toBeInViewport();
  await expect(article).toBeFocused();
});

test('a change is planned from where its command stands', async ({ page }) => {
  await page.goto(`${paths.status}?field=mode`);
  const article = page.getByRole('article', { name: 'What the line means' });
  await article.getByRole('radio', { name: 'hybrid' }).click();
  await article.getByRole('link', { name: 'Plan this change' }).click();
  await expect(page).toHaveURL(/\/change\/plan\?set=bpf-lb-mode:hybrid$/);
  await expect(page.getByRole('main')).toContainText('bpf-lb-mode: hybrid');
});

test('four nodes and the comparison fit the width of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(paths.status);
  await expect(page.getByRole('combobox', { name: 'Compare with' })).toBeInViewport({ ratio: 1 });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('the picture of the mode follows the value that is picked', async ({ page }) => {
  await page.goto(`${paths.status}?field=mode`);
  const article = page.getByRole('article', { name: 'What the line means' });
  await expect(article.getByRole('figure', { name: /with SNAT:/ })).toBeVisible();
  await article.getByRole('radio', { name: 'dsr' }).click();
  await expect(article.getByRole('figure', { name: /^With dsr instead: .* with DSR:/ })).toBeVisible();
  await article.getByRole('radio', { name: /^snat/ }).click();
  await expect(article.getByRole('figure', { name: /^Way of a request/ })).toBeVisible();
});

test('a link to a line that is not known says so', async ({ page, expectAccessible }) => {
  await page.goto(`${paths.status}?field=nonsense`);
  await expect(page.getByText('No line “nonsense” is known here.')).toBeVisible();
  await expect(page.getByText('this is Mode instead', { exact: false })).toBeVisible();
  await expectAccessible('the status with an unknown line');
});
