import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const rows = (page: Page) => page.getByRole('list', { name: 'Every connection' }).getByRole('listitem');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const detail = (page: Page) => page.getByRole('region', { name: 'This step' });

test('a day of connections by keyboard alone: who is the same client, and for how long', async ({ page }) => {
  await page.goto(paths.affinitySimulator);
  await expect(detail(page)).toContainText('Laptop connects and gets');
  await expect(prediction(page)).toContainText('Predict before step 3');
  await page.keyboard.press('End');
  await expect(page.getByText('step 2 of 14'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Pod 2 gets D.');
  await page.keyboard.press('ArrowRight');
  await expect(detail(page)).toContainText(
    'Node 1 remembers 198.51.100.99 with D, used 20 min ago: less than 3 h.',
  );
  await page.keyboard.press('End');
  await expect(page.getByText('step 7 of 14')).toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. Phone gets B.');
  await page.keyboard.press('End');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. Laptop gets C.');
  await page.keyboard.press('End');
  await expect(page.getByText('step 14 of 14')).toBeVisible();
  await expect(page.getByRole('row', { name: /198\.51\.100\.44 D/ })).toContainText('over');
  await expect(page).toHaveURL(/said=nat:other,nodes:other,back:other/);
});

test('timeout, Maglev, a backend that goes, and clients inside change who gets what', async ({ page }) => {
  const said = 'said=nat:shown,nodes:shown,gone:shown,back:shown';
  await page.goto(`${paths.affinitySimulator}?${said}&step=14&algorithm=maglev&timeout=86400`);
  await expect(page.getByText('entry too old')).toHaveCount(0);
  await expect(rows(page).nth(7)).toContainText('Phone, by node 2');
  const slider = page.getByRole('slider', { name: 'Timeout of the affinity' });
  await slider.focus();
  await slider.press('Home');
  await expect(page).toHaveURL(/timeout=60/);
  await page.getByLabel('Shuts down', { exact: true }).getByRole('radio', { name: 'A' }).click();
  await expect(rows(page)).toHaveCount(15);
  await expect(rows(page).nth(9)).toContainText('begins to shut down');
  await page.getByRole('radio', { name: 'in the cluster' }).click();
  await expect(page.getByText('a client is its network namespace')).toBeVisible();
  await page.getByRole('radio', { name: 'at the socket, kernel before 5.7' }).click();
  await expect(page.getByText('all namespaces of a node are one client')).toBeVisible();
  await expect(page).toHaveURL(/v=1\.17/);
});

test('a link restores exactly what was in sight, and nonsense in it is said', async ({ page, context }) => {
  await page.goto(`${paths.affinitySimulator}?gone=E&from=inside`);
  await expect(page.getByText('gone=E')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/gone/);
  await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('button', { name: 'Draw again' }).click();
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('button', { name: /Step on/ }).click();
  await expect(page).toHaveURL(/step=2/);
  const texts = (other: Page) => other.getByRole('main').innerText();
  const before = await texts(page);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
  expect(await texts(copy)).toBe(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        '',
        'said=nat:same,nodes:shown,gone:shown,back:shown&gone=A&step=12',
        'from=inside&affinity=off&gone=X',
      ]) {
        await page.goto(`${paths.affinitySimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
