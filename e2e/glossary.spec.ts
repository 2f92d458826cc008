import { glossary } from '@/lib/learn/glossary/glossary';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('a word is found as one types, by keyboard, and its link is permanent', async ({ page }) => {
  await page.goto(paths.glossary);
  const words = page.getByRole('article');
  await expect(words).toHaveCount(glossary.length);
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Find a word' })).toBeFocused();
  await page.keyboard.type('direct server');
  await expect(page.getByRole('status').filter({ hasText: /of \d+ words/ })).toBeVisible();
  await expect(words.first()).toContainText('DSR');
  await page.keyboard.press('Enter');
  await expect(words, 'all words are back').toHaveCount(glossary.length);
  await expect(page).toHaveURL(/#dsr$/);
  await expect(page.getByRole('heading', { name: 'DSR', exact: true }).getByRole('link')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('heading', { name: 'ECMP' }).getByRole('link')).toBeFocused();
  await page.reload();
  await expect(page.locator('#dsr')).toBeInViewport();
  await page.locator('#dsr').getByRole('link', { name: 'Hybrid', exact: true }).click();
  await expect(page).toHaveURL(/#hybrid$/);
  await expect(page.locator('#hybrid')).toBeInViewport();
});

test('the letters lead to their words, nonsense is said, and what was typed is in the link', async ({
  page,
}) => {
  await page.goto(`${paths.glossary}?q=quux`);
  await expect(page.getByText('No word is called that')).toBeVisible();
  await page.getByRole('button', { name: 'Show all words' }).click();
  await page.getByRole('navigation', { name: 'Letters' }).getByRole('link', { name: 'X' }).click();
  await expect(page.locator('#xdp')).toBeInViewport();
});

test('every place that a word leads to is there', async ({ page }) => {
  await page.goto(paths.glossary);
  const hrefs = await page
    .getByRole('article')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const anchors = new Set(hrefs.filter((href) => href.startsWith('#')));
  for (const anchor of anchors) await expect(page.locator(anchor), anchor).toHaveCount(1);
  const pages = new Set(hrefs.filter((href) => !href.startsWith('#')));
  expect(pages.size).toBeGreaterThan(20);
});

test('a word is explained where it is met, at focus and at hover', async ({ page }) => {
  await page.goto(paths.dsrSimulator);
  const term = page.getByRole('group', { name: 'Parameters' }).getByRole('link', { name: 'Dispatch' });
  await term.focus();
  await expect(page.getByRole('tooltip')).toContainText('travels to the backend’s node');
  await term.press('Enter');
  await expect(page).toHaveURL(/glossary#dispatch$/);
  await expect(page.locator('#dispatch')).toBeInViewport();
});

test('the finder knows words', async ({ page }) => {
  await page.goto(paths.learn);
  await page.getByRole('button', { name: /^Find/ }).first().click();
  await page.getByRole('combobox').fill('quarantined');
  await page
    .getByRole('option', { name: /Quarantined/ })
    .first()
    .click();
  await expect(page).toHaveURL(/glossary#quarantined$/);
  await expect(page.locator('#quarantined')).toBeInViewport();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of ['#dsr', '?q=xdp', '?q=quux']) {
        await page.goto(`${paths.glossary}${query}`);
        await expect(page.getByRole('searchbox', { name: 'Find a word' })).toBeVisible();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, query).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
