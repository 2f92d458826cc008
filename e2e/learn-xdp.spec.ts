import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const current = (page: Page) => page.getByRole('list', { name: 'Every step' }).locator('[aria-current=step]');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const choose = (page: Page, group: string, name: string) =>
  page.getByLabel(group, { exact: true }).getByRole('radio', { name, exact: true }).click();

test('a packet climbs to where it is handled, by keyboard alone', async ({ page }) => {
  await page.goto(paths.xdpSimulator);
  await expect(current(page)).toContainText('The packet arrives at eth0');
  await page.keyboard.press('End');
  await expect(page.getByText('step 1 of 6'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Not at tc');
  await expect(prediction(page)).toContainText('The driver handles it, by XDP.');
  await page.keyboard.press('End');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. tcpdump sees nothing of it.');
  await page.keyboard.press('End');
  await expect(current(page)).toContainText('The answer goes out, to the client');
  await page.keyboard.press('Home');
  await expect(page).toHaveURL(/said=layer:tc,tcpdump:nothing/);
});

test('each driver has its say: best-effort goes on without, native ends the agent', async ({ page }) => {
  await page.goto(paths.xdpSimulator);
  await choose(page, 'The packet arrives at', 'eth1');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. Cilium’s program at tc handles it.');
  await choose(page, 'Acceleration', 'native');
  await expect(page.getByText('No agent starts like this (rule C4)')).toBeVisible();
  await expect(
    page.getByText(/attaching XDP program to interface eth1.*operation not supported/),
  ).toBeVisible();
  await page.getByLabel('Driver of eth1').selectOption('vmxnet3');
  await expect(page.getByText('The driver runs XDP programs since Linux 6.6; this is 6.1.')).toBeVisible();
  await choose(page, 'Kernel', '6.6');
  await expect(page.getByText('No agent starts')).toHaveCount(0);
  await expect(page.getByText('runs in the driver.')).toHaveCount(2);
  await page.getByRole('switch', { name: /A tunnel over IPv6/ }).click();
  await expect(page.getByText('No agent starts like this (rule C3)')).toBeVisible();
});

test('a link restores exactly what was in sight, nonsense in it is said', async ({ page, context }) => {
  await page.goto(`${paths.xdpSimulator}?nics=ena,floppy&traffic=pod`);
  await expect(page.getByText('nics=ena,floppy')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/floppy/);
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await prediction(page)
    .getByRole('button', { name: /at the socket/ })
    .click();
  await page.getByRole('button', { name: 'Add a device' }).click();
  await expect(page).toHaveURL(/nics=mlx5,vlan,ena/);
  await prediction(page)
    .getByRole('button', { name: /at the socket/ })
    .click();
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
        'nics=ena,ena,vlan,other&at=4&step=9&said=layer:tc,tcpdump:packet',
        'accel=native&kernel=4.4',
      ]) {
        await page.goto(`${paths.xdpSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
