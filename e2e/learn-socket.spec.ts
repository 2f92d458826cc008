import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const current = (page: Page) => page.getByRole('list', { name: 'Every step' }).locator('[aria-current=step]');
const steps = (page: Page) => page.getByRole('list', { name: 'Every step' }).getByRole('listitem');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });

test('a connection is followed from its call to its end by keyboard alone', async ({ page }) => {
  await page.goto(paths.socketSimulator);
  await expect(current(page)).toContainText('connect(10.96.0.10:80)');
  await expect(steps(page).nth(1)).toContainText('hidden until you predict');
  await page.keyboard.press('End');
  await expect(page.getByText('step 1 of 7'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Not the program at the pod’s device.');
  await page.keyboard.press('ArrowRight');
  await expect(current(page)).toContainText('10.96.0.10:80 becomes 10.0.2.20:8080');
  await page.keyboard.press('End');
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. It is told the Service.');
  await expect(page.getByRole('row', { name: /^Translations/ })).toContainText('?');
  await page.keyboard.press('End');
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. Once, in connect.');
  await expect(page.getByRole('row', { name: /^Translations/ })).toContainText('20');
  await page.keyboard.press('End');
  await expect(current(page)).toContainText('closes the socket');
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/said=who:device,peer:service,count:1/);
});

test('more packets cost more where each is rewritten, and nothing where the call was', async ({ page }) => {
  await page.goto(`${paths.socketSimulator}?said=who:socket,peer:service,count:1`);
  const slider = page.getByRole('slider', { name: 'Packets the caller sends' });
  await slider.press('End');
  await expect(page).toHaveURL(/packets=100/);
  const row = page.getByRole('row', { name: 'Translations, 100 there and 100 back' });
  await expect(row.getByRole('cell')).toHaveText(['1', '200', '200']);
  await page.getByLabel('Protocol', { exact: true }).getByRole('radio', { name: 'UDP' }).click();
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. The hook in the system call does.');
  await expect(current(page)).toContainText('sendto');
});

test('what people met with a coverage that does not fit', async ({ page }) => {
  await page.goto(paths.socketSimulator);
  await page.getByRole('switch', { name: /Kata pod/ }).click();
  await prediction(page)
    .getByRole('button', { name: /nobody/ })
    .click();
  await page.getByRole('slider', { name: /step in sight/ }).press('End');
  await expect(current(page)).toContainText('Nothing at the pod’s device looks the Service up');
  await page.getByRole('switch', { name: /Kata pod/ }).click();
  await expect(page).toHaveURL(/cover=host-only/);
  await prediction(page)
    .getByRole('button', { name: /pod’s device/ })
    .click();
  await expect(prediction(page)).toContainText('Right.');
});

test('a link restores exactly what was in sight, and the cluster’s Service fits in', async ({
  page,
  context,
}) => {
  await page.goto(`${paths.socketSimulator}?caller=ghost&cover=host-only`);
  await expect(page.getByText('caller=ghost')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/ghost/);
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(page.getByText(/of your cluster, Cilium 1\./)).toBeVisible();
  await expect(page).toHaveURL(/ends=/);
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
        'udp=never',
        'caller=sidecar&cover=host-only&step=5&packets=100&said=who:device,peer:service,count:200',
      ]) {
        await page.goto(`${paths.socketSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
