import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const row = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name} `) });
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });

test('interfaces go through the tests by keyboard alone, with questions before the answers', async ({
  page,
}) => {
  await page.goto(paths.devicesSimulator);
  await expect(prediction(page)).toContainText('Which interfaces will Cilium take');
  await page.keyboard.press('End');
  await expect(page.getByText('step 1 of 12'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('It takes eth0, eth1.');
  for (let key = 0; key < 3; key += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('step 4 of 12')).toBeVisible();
  await expect(row(page, 'eth2')).toContainText('left out at step 4');
  await expect(page.getByText('It is down: IFF_UP is not set.')).toBeVisible();
  await page.keyboard.press('End');
  await expect(row(page, 'eth1')).toContainText('198.51.100.11');
  await page.keyboard.press('1');
  await expect(prediction(page)).toContainText('Right. eth0 carries it.');
  await page.keyboard.press('End');
  await expect(row(page, 'eth0')).toContainText('direct routing');
  await page.keyboard.press('Home');
  await expect(page.getByText('step 1 of 12')).toBeVisible();
  await expect(page).toHaveURL(/said=left:set\d,direct:dev0/);
});

test('an address on a bridge ends the agent, until the bridge is named', async ({ page }) => {
  await page.goto(`${paths.devicesSimulator}?if=bridge&said=left:shown&step=12`);
  await expect(row(page, 'br0')).toContainText('left out at step 9');
  await expect(page.getByText('does not start (rule D1)')).toBeVisible();
  await expect(page.getByText('unable to determine direct routing device.')).toBeVisible();
  await page.getByRole('textbox', { name: 'devices', exact: true }).fill('br0');
  await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('slider', { name: /step in sight/ }).press('End');
  await expect(row(page, 'br0')).toContainText('direct routing');
  await expect(page.getByText('does not start')).toBeHidden();
});

test('an interface is edited, a link restores it exactly, and the cluster’s devices fit in', async ({
  page,
  context,
}) => {
  await page.goto(`${paths.devicesSimulator}?v=2.0`);
  await expect(page.getByText('v=2.0')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await page.getByRole('button', { name: 'eth2 is up' }).click();
  await page.getByLabel('Addresses of eth2').fill('203.0.113.99 nonsense');
  await expect(page.getByLabel('Addresses of eth2')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Addresses of eth2').fill('203.0.113.99');
  await page.getByLabel('What eth2 is a part of').selectOption('vrf');
  await page.getByRole('button', { name: 'Interface', exact: true }).click();
  await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('slider', { name: /step in sight/ }).press('End');
  await expect(row(page, 'eth2')).toContainText('203.0.113.99');
  await page.waitForURL(/step=11/);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(row(copy, 'eth2')).toContainText('203.0.113.99');
  expect(await copy.getByRole('table').innerText()).toBe(await page.getByRole('table').innerText());
  await page.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(page.getByLabel('Name of eth0')).toBeVisible();
  await expect(page.getByLabel('Name of docker0')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        '',
        'said=left:shown,direct:shown&step=12&ipv6=yes',
        'if=bridge&said=left:shown&step=12&v=spoon',
      ]) {
        await page.goto(`${paths.devicesSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
