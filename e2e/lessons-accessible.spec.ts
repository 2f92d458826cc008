import { paths } from '@/lib/paths';
import { expect } from './fixtures';
import { test } from './lesson-test';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const url of [
        paths.learn,
        paths.trainers,
        `${paths.lesson('what-a-service-is')}?card=2`,
        `${paths.lesson('snat-dsr-hybrid')}?card=task&mode=snat`,
        `${paths.lesson('find-the-node-that-lies')}?card=task`,
      ]) {
        await page.goto(url);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        // What the cluster says is there once the page is alive.
        await expect(page.getByText(/\d\/\d/).first()).toBeVisible();
        const button = page.getByRole('button', { name: 'Check' });
        if (url.includes('task')) await button.click();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window at ${url}`).toBeLessThanOrEqual(0);
        await expectAccessible(url);
      }
    });
  }
}
