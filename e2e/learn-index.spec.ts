import { simulators } from '@/components/learn/simulators';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('the index leads to every simulator, the glossary, the tour and the page for trainers', async ({
  page,
}) => {
  await page.goto(paths.overview);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Learn' }).click();
  const list = page.getByRole('list', { name: 'Simulators' });
  await expect(list.getByRole('listitem')).toHaveCount(simulatorIds.length);
  for (const id of simulatorIds)
    await expect(list.getByRole('link', { name: simulators[id].line })).toHaveAttribute(
      'href',
      simulators[id].href,
    );
  const tabs = page.getByRole('navigation', { name: 'Learn' });
  await expect(tabs.getByRole('link', { name: 'Path' })).toHaveAttribute('aria-current', 'page');
  await expect(tabs.getByRole('link', { name: 'For trainers' })).toHaveAttribute('href', paths.trainers);
  await tabs.getByRole('link', { name: /Glossary/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
  await expect(tabs.getByRole('link', { name: /Glossary/ })).toHaveAttribute('aria-current', 'page');
  await tabs.getByRole('link', { name: /Simulators/ }).click();
  await expect(page).toHaveURL(/learn#simulators$/);
  await expect(list).toBeInViewport();
});

test('each simulator is found by the finder', async ({ page }) => {
  await page.goto(paths.learn);
  await page.getByRole('button', { name: /^Find/ }).first().click();
  for (const id of simulatorIds) {
    await page.getByRole('combobox').fill(simulators[id].title);
    await expect(
      page.getByRole('group', { name: 'Simulators' }).getByRole('option', { name: simulators[id].title }),
    ).toBeVisible();
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(paths.learn);
      await expect(page.getByRole('link', { name: /Every header/ })).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      await expectAccessible('the index');
    });
  }
}
