import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const events = (page: Page) => page.getByRole('list', { name: 'Every event' }).getByRole('listitem');
const current = (page: Page) =>
  page.getByRole('list', { name: 'Every event' }).locator('[aria-current=step]');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const figure = (page: Page, name: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd');
const row = (page: Page) => page.getByLabel('The row as printed');

test('a pod is followed to its end by keyboard alone, and a pause mends what was refused', async ({
  page,
}) => {
  await page.goto(paths.terminationSimulator);
  await expect(current(page)).toContainText('Both pods serve');
  for (let key = 0; key < 4; key += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('event 2 of 8'), 'the question stands in the way').toBeVisible();
  await expect(events(page).nth(2)).toContainText('hidden until you predict');
  await page.keyboard.press('5');
  await expect(prediction(page)).toContainText('Not not listed. It is terminating.');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. New connections go to pod 2 only.');
  await page.keyboard.press('ArrowRight');
  await expect(row(page)).toContainText('10.0.2.20:8080/TCP (terminating)');
  await page.keyboard.press('3');
  await expect(prediction(page)).toContainText('Right. All four are kept.');
  await page.keyboard.press('End');
  await expect(page.getByText('event 8 of 8')).toBeVisible();
  await expect(figure(page, 'finished')).toHaveText('4');
  await expect(figure(page, 'new, refused')).toHaveText('4');
  const pause = page.getByRole('slider', { name: 'Pause before SIGTERM' });
  for (let second = 1; second <= 3; second += 1) {
    await pause.press('ArrowRight');
    await expect(page).toHaveURL(new RegExp(`stop=${second}`));
  }
  await expect(figure(page, 'new, refused')).toHaveText('0');
  await page.getByRole('slider', { name: 'second in sight' }).press('Home');
  await page.getByRole('slider', { name: 'second in sight' }).press('ArrowRight');
  await expect(page.getByRole('region', { name: 'At 4 seconds before' })).toBeVisible();
});

test('older agents forget what newer ones keep, and a changed answer is asked again', async ({ page }) => {
  const said = 'state:terminating,new:second,kept:4';
  await page.goto(`${paths.terminationSimulator}?said=${said}&stop=3&at=12`);
  await expect(row(page)).toContainText('(terminating)');
  await page.getByLabel('Cilium', { exact: true }).getByRole('radio', { name: 'to 1.17' }).click();
  await expect(prediction(page), 'the answers are the same').toContainText('All four are kept');
  await page.getByLabel('Graceful termination', { exact: true }).getByRole('radio', { name: 'off' }).click();
  await expect(prediction(page)).toContainText('What does the agent’s row say');
  await page.keyboard.press('5');
  await expect(prediction(page)).toContainText('Right. It is not listed any more.');
  for (const key of ['2', '1']) await page.keyboard.press(key);
  await expect(prediction(page)).toContainText('Right. None is kept.');
  await page.keyboard.press('End');
  await expect(figure(page, 'broken')).toHaveText('4');
  const outcome = page.getByRole('row', { name: /Open connections kept/ }).getByRole('cell');
  await expect(outcome).toHaveText(['0', '4', '4', '4']);
});

test('with all pods going, terminating ones stand in; a dead node answers nobody', async ({ page }) => {
  const said = 'said=state:shown,new:shown,kept:shown';
  await page.goto(`${paths.terminationSimulator}?${said}&all=yes&stop=10&at=6`);
  await expect(page.getByText('No backend is active: the terminating ones')).toBeVisible();
  await page.getByRole('switch', { name: 'All pods go at once' }).click();
  await page.getByRole('switch', { name: 'The node dies instead' }).click();
  await page.getByRole('button', { name: /Step on/ }).click();
  await expect(current(page)).toContainText('The endpoint is not ready, not serving');
  await page.getByRole('button', { name: /Step on/ }).click();
  await expect(row(page)).toContainText('10.0.2.20:8080/TCP (maintenance)');
  await expect(figure(page, 'new, without answer')).not.toHaveText('0');
});

test('a link restores exactly what was in sight, nonsense in it is said, and the cluster’s agents fill it in', async ({
  page,
  context,
}) => {
  await page.goto(`${paths.terminationSimulator}?grace=10&stop=12`);
  await expect(page.getByText('A part of this link is not understood.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/stop=12/);
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(page).toHaveURL(/v=1\.13/);
  await page.getByRole('switch', { name: 'The process exits at SIGTERM' }).click();
  for (const key of ['2', '2', '1']) await page.keyboard.press(key);
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  await expect(page).toHaveURL(/at=\d/);
  const texts = (other: Page) => other.getByRole('main').innerText();
  const before = await texts(page);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
  await expect.poll(() => texts(copy)).toBe(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        'at=1',
        'at=12&stop=4&all=yes&said=state:terminating,new:both,kept:4',
        'ending=node-lost&at=40&said=state:shown,new:shown,kept:shown',
      ]) {
        await page.goto(`${paths.terminationSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
