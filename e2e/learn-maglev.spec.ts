import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const table = (page: Page) => page.getByRole('img', { name: /slots:/ });
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const sizes = (page: Page) => page.getByRole('group', { name: 'Table size' });
const both = 'said=moved:shown,rehash:shown';

test('a backend goes, and what moved is told once it was predicted, by keyboard alone', async ({ page }) => {
  await page.goto(paths.maglevSimulator);
  await expect(table(page)).toHaveAccessibleName('251 slots: A 42, B 41, D 42, E 42, F 42, G 42');
  expect(page.workers(), 'the table is built off the page').toHaveLength(1);
  await expect(prediction(page)).toContainText('C goes.');
  await expect(page.getByText('what moved is hidden until you predict')).toBeVisible();
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('6 slots moved though their backends stayed, 2.4 %');
  await expect(page.getByText('36 slots handed over, 6 others moved, 209 kept')).toBeVisible();
  await expect(page.getByText('85.7%').first()).toBeVisible();
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. 83.3 % of them meet the backend they had.');
  await page.keyboard.press('Home');
  await expect(page.getByText('turn 0 of 251')).toBeVisible();
  await expect(table(page)).toHaveAccessibleName('251 slots: 251 free');
  for (let turn = 1; turn <= 3; turn += 1) {
    await page.keyboard.press('ArrowRight');
    await expect(page.getByText(`turn ${turn} of 251`)).toBeVisible();
  }
  await expect(page).toHaveURL(/turn=3/);
  await page.keyboard.press('Space');
  await expect(page.getByText('turn 4 of 251'), 'it plays').toBeVisible();
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await expect(page.getByText('whole table')).toBeVisible();
});

test('backends come, go and are weighed, and the comparison begins where it is told to', async ({ page }) => {
  await page.goto(`${paths.maglevSimulator}?before=ABC&${both}`);
  await expect(page.getByText('nothing changed: the table to compare with')).toBeVisible();
  await page.getByRole('button', { name: 'More weight for B' }).click();
  await page.getByRole('button', { name: 'More weight for B' }).click();
  await expect(page).toHaveURL(/now=AB200C/);
  await expect(table(page)).toHaveAccessibleName(/B 12\d/);
  await page.getByRole('button', { name: 'Compare from here' }).click();
  await expect(page).toHaveURL(/before=AB200C(&|$)/);
  await page.getByRole('button', { name: 'Add one' }).click();
  await expect(page.getByText('D added:')).toBeVisible();
  await page.getByRole('button', { name: 'Remove A' }).click();
  await expect(page.getByText('A removed, D added:')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('nothing changed')).toBeVisible();
  const weight = page.getByRole('textbox', { name: 'Weight of A' });
  await weight.fill('0');
  await expect(weight, 'no weight of a table').toHaveAttribute('aria-invalid', 'true');
});

test('another seed on node 2, a larger table, this cluster’s Service, and a seed that is none', async ({
  page,
}) => {
  await page.goto(`${paths.maglevSimulator}?before=ABCDEFG&${both}`);
  const other = page.getByRole('region', { name: 'On another node' });
  await expect(other.getByRole('cell', { name: '100.0%' })).toBeVisible();
  await page.getByRole('radio', { name: 'another seed' }).click();
  await expect(other.getByRole('cell', { name: /^[12]\d\d of 251$/ })).toBeVisible();
  const seed = page.getByRole('textbox', { name: 'Seed of node 1' });
  await seed.fill('AAEC');
  await expect(seed).toHaveAttribute('aria-invalid', 'true');
  await expect(seed).toHaveAttribute('title', /3 bytes/);
  await page.getByRole('radio', { name: /^131071 slots/ }).check({ force: true });
  await expect(table(page)).toHaveAccessibleName(/^131,071 slots/);
  await expect(page.getByText('0.10%')).toBeVisible();
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(page.getByText(/of your cluster, Cilium 1\./)).toBeVisible();
  await expect(page.getByText('In your cluster the largest Service from outside')).toBeVisible();
});

test('a link restores exactly what was in sight, and nonsense in it is said', async ({ page, context }) => {
  await page.goto(`${paths.maglevSimulator}?size=252&now=AABB&v=1.16`);
  await expect(page.getByText('now=AABB, size=252')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/252/);
  await expect(page.getByText('From 1.17 it has the protocol and a constant state besides')).toBeVisible();
  await page.getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('button', { name: 'Remove G' }).click();
  await page.getByRole('textbox', { name: /Client of the flow/ }).fill('198.51.100.7:40000');
  await expect(page).toHaveURL(/client=198/);
  await expect(sizes(page), 'every size is computed').not.toContainText('…');
  const texts = (other: Page) => other.getByRole('main').innerText();
  const before = await texts(page);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(table(copy)).toBeVisible();
  await expect(sizes(copy)).not.toContainText('…');
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
        `seed2=AAECAwQFBgcICQoL&${both}`,
        `size=16381&turn=4000&stride=percent&size=9`,
      ]) {
        await page.goto(`${paths.maglevSimulator}?${query}`);
        await expect(table(page)).toBeVisible();
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
