import type { Page } from '@playwright/test';
import { tourHref } from '@/components/learn/tour/tour-href';
import { tourStops } from '@/lib/learn/tour/tour-stops';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const card = (page: Page) => page.getByRole('dialog', { name: /./ }).filter({ hasText: 'Guided tour' });

/** The stop is on its page, its card beside its element, and the light on the element, which is in sight. */
async function expectStop(page: Page, number: number) {
  const stop = tourStops[number - 1];
  if (stop === undefined) throw new Error(`no stop ${number}`);
  await expect(page).toHaveURL(new RegExp(`${paths[stop.page]}[?](.*&)?tour=${number}(&|$)`));
  await expect(card(page)).toContainText(`stop ${number} of ${tourStops.length}`);
  await expect(card(page).getByRole('heading')).toHaveText(stop.title);
  const target = page.locator(`[data-tour="${stop.target}"]:visible`).first();
  await expect(target, `${stop.id} is on ${stop.page}`).toBeInViewport();
  await expect(card(page).getByText('It is not on this page')).toBeHidden();
  await expect(async () => {
    const [lit, shown] = [await page.locator('[data-tour-spot]').boundingBox(), await target.boundingBox()];
    expect(Math.abs((lit?.x ?? 0) + 6 - (shown?.x ?? -99)), `the light is on ${stop.id}`).toBeLessThan(4);
    expect(Math.abs((lit?.y ?? 0) + 6 - (shown?.y ?? -99)), `the light is on ${stop.id}`).toBeLessThan(4);
  }).toPass();
  const box = await card(page).boundingBox();
  const view = page.viewportSize();
  expect(box, 'the card is whole in sight').not.toBeNull();
  if (box === null || view === null) return;
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(view.width);
  expect(box.y + box.height).toBeLessThanOrEqual(view.height);
}

test('the whole tour is walked by keyboard: each stop is there, → ends it, the focus goes back', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(paths.learn);
  await page.getByRole('link', { name: /Guided tour/ }).focus();
  await page.keyboard.press('Enter');
  for (let number = 1; number <= tourStops.length; number += 1) {
    await expectStop(page, number);
    await expect(card(page), 'the focus is in the card').toBeFocused();
    await page.keyboard.press('ArrowRight');
  }
  await expect(card(page)).toBeHidden();
  await expect(page).not.toHaveURL(/tour=/);
  await expect(page.locator('#main')).toBeFocused();
});

test('the whole tour is walked by clicks, on a phone; back goes back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  // The overview offers it where the cluster is the training cluster.
  await page.route(`**${paths.api.source}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), kind: 'training' } });
  });
  await page.goto(paths.overview);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Guided tour/ })
    .click();
  for (let number = 1; number < tourStops.length; number += 1) {
    await expectStop(page, number);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await card(page).getByRole('button', { name: 'Next' }).click();
  }
  await expectStop(page, tourStops.length);
  await card(page).getByRole('button', { name: 'Back' }).click();
  await expectStop(page, tourStops.length - 1);
  await card(page).getByRole('button', { name: 'Next' }).click();
  await card(page).getByRole('button', { name: 'Done' }).click();
  await expect(card(page)).toBeHidden();
});

test('a link starts at its stop, also from another page; Esc and a way elsewhere end the tour', async ({
  page,
}) => {
  await page.goto(`${paths.settings}?tour=6`);
  await expectStop(page, 6);
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(page).toHaveURL(new RegExp(`${paths.agreement}$`));
  await page.goto(tourHref(9));
  await expectStop(page, 9);
  await page.keyboard.press('ArrowLeft');
  await expectStop(page, 8);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Learn' }).click();
  await expect(page).toHaveURL(new RegExp(`${paths.learn}$`));
  await expect(card(page)).toBeHidden();
  await page.goto(`${paths.learn}?tour=99`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Learn');
  await expect(card(page)).toBeHidden();
});

test('what is shown stays in use, and what is not there is said, and the tour goes on', async ({ page }) => {
  await page.addInitScript(() => {
    setInterval(() => document.querySelector('[data-tour="agents"]')?.removeAttribute('data-tour'), 5);
  });
  await page.goto(tourHref(1));
  await page.getByRole('button', { name: /Looking at/ }).click();
  await expect(page.getByText('You look at a')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('You look at a')).toBeHidden();
  await expect(card(page)).toBeVisible();
  await page.goto(tourHref(3));
  await expect(card(page).getByText('It is not on this page now')).toBeVisible({ timeout: 15_000 });
  await card(page).getByRole('button', { name: 'Next' }).click();
  await expectStop(page, 4);
});

test('the tour is found by the finder', async ({ page }) => {
  await page.goto(paths.status);
  await page.getByRole('button', { name: /^Find/ }).first().click();
  await page.getByRole('combobox').fill('guided tour');
  await expect(page.getByRole('option').first()).toContainText('Guided tour');
  await page.keyboard.press('Enter');
  await expectStop(page, 1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const number of [2, 9]) {
        await page.goto(tourHref(number));
        await expectStop(page, number);
        await expectAccessible(`stop ${number}`);
      }
    });
  }
}
