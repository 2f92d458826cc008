import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('one part of a simulator at a time, by a clicker’s keys; the link restores it', async ({
  page,
  context,
}) => {
  await page.goto(paths.dsrSimulator);
  await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
  await page.keyboard.press('Shift+P');
  const bar = page.getByRole('region', { name: 'Presenter' });
  await expect(bar).toContainText('The whole page');
  const rootPx = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  expect(await rootPx()).toBe(20);
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('The picture');
  await expect(page).toHaveURL(/present=1/);
  expect(await rootPx()).toBe(24);
  await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeHidden();
  await expect(page.getByRole('group', { name: 'Controls' }), 'the controls stay').toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('hop 2 of 11')).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(page).toHaveURL(/present=2/);
  const shown = await bar.getByRole('status').innerText();
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByRole('region', { name: 'Presenter' }).getByRole('status')).toHaveText(
    shown.replace(/\s+/g, ' '),
    { useInnerText: true },
  );
  await expect(copy.getByRole('button', { name: 'Use my cluster' })).toBeHidden();
  await copy.close();
  await page.keyboard.press('Escape');
  await expect(bar).toContainText('The whole page');
  await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeVisible();
  await bar.getByRole('button', { name: 'Parts' }).click();
  await page.getByRole('menuitemradio', { name: /Prediction/ }).click();
  await expect(page.getByRole('region', { name: 'Prediction' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Hops' })).toBeHidden();
  await bar.getByRole('button', { name: /End presenting/ }).click();
  await expect(bar).toBeHidden();
  await expect(page).not.toHaveURL(/present=/);
  await expect(page.getByRole('region', { name: 'Hops' })).toBeVisible();
  expect(await rootPx()).toBe(16);
});

test('a part from beside a lesson’s text has the whole width', async ({ page }) => {
  await page.goto(`${paths.lesson('session-affinity')}?card=1&present=2`);
  await expect(page.getByRole('region', { name: 'Presenter' })).toContainText('The picture');
  await expect(page.getByRole('heading', { level: 2, name: 'The same pod again' })).toBeHidden();
  const width = async (role: 'main' | 'group', name?: string) =>
    (await page.getByRole(role, { name }).boundingBox())?.width ?? 0;
  expect(await width('group', 'Controls')).toBeGreaterThan(0.9 * (await width('main')));
});

test('a card of a lesson is a part, with nothing beside it too', async ({ page }) => {
  await page.goto(`${paths.lesson('change-and-undo')}?card=1`);
  const title = page.getByRole('heading', { level: 2, name: 'Agents read at their start' });
  await expect(title).toBeVisible();
  await page.keyboard.press('Shift+P');
  const bar = page.getByRole('region', { name: 'Presenter' });
  await expect(bar).toContainText('The whole page');
  await page.keyboard.press('PageDown');
  await expect(bar).toContainText('Agents read at their start');
  await expect(page.getByRole('navigation', { name: 'Steps of this lesson' })).toBeHidden();
  await expect(title).toBeVisible();
});

test('the pointer follows the mouse while L is held, or from tap to tap', async ({ page }) => {
  await page.goto(paths.services);
  await expect(page.getByRole('main')).toContainText('kubernetes');
  await page.keyboard.press('Shift+P');
  await expect(page.getByRole('region', { name: 'Presenter' })).toContainText('1 part');
  const pointer = page.locator('[data-laser]');
  await page.keyboard.press('l');
  await page.mouse.move(400, 300);
  await expect(pointer).toBeVisible();
  const box = await pointer.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0) / 2).toBeCloseTo(400, 0);
  expect((box?.y ?? 0) + (box?.height ?? 0) / 2).toBeCloseTo(300, 0);
  await page.keyboard.press('l');
  await expect(pointer).toBeHidden();
  await page.keyboard.down('l');
  await page.mouse.move(500, 300);
  await expect(pointer).toBeVisible();
  await page.waitForTimeout(600);
  await page.keyboard.up('l');
  await expect(pointer).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is accessible, ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of [
      `${paths.dsrSimulator}?present=1`,
      `${paths.services}?present=1`,
      `${paths.overview}?present=2`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole('region', { name: 'Presenter' })).toContainText(/part \d of/);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, path).toBeLessThanOrEqual(0);
      await expectAccessible(path);
    }
  });
}
