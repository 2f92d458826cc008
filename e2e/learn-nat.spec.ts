import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const hops = (page: Page) => page.getByRole('list', { name: 'Every hop' }).getByRole('listitem');
const current = (page: Page) => page.getByRole('list', { name: 'Every hop' }).locator('[aria-current=step]');
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const header = (page: Page, name: RegExp) => page.getByRole('row', { name });

test('a packet changes its family and back, followed by keyboard alone', async ({ page }) => {
  await page.goto(paths.natSimulator);
  await expect(current(page)).toContainText('The client sends to the Service');
  for (let key = 0; key < 4; key += 1) await page.keyboard.press('ArrowRight');
  await expect(page.getByText('hop 2 of 10'), 'the questions stand in the way').toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Not as long. It is 20 bytes shorter.');
  await expect(hops(page).nth(2), 'and one more').toContainText('hidden until you predict');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. It sees node 1’s IPv4 address.');
  await page.keyboard.press('ArrowRight');
  await expect(header(page, /^IP version rewritten/)).toContainText('IPv6IPv4');
  await expect(header(page, /^source address rewritten/)).toContainText('192.0.2.11');
  await page.keyboard.press('End');
  await expect(page.getByText('hop 7 of 10')).toBeVisible();
  await page.keyboard.press('1');
  await page.keyboard.press('End');
  await expect(current(page)).toContainText('[2001:db8:5::10]:80 → [2001:db8:f::7]:40000');
  await expect(page.getByLabel('The row of the Service')).toContainText('1 => 10.0.2.20:8080/TCP (active)');
});

test('the gateway takes the server out of the address; what is refused is said in the agent’s words', async ({
  page,
}) => {
  await page.goto(`${paths.natSimulator}?said=size:shown,source:shown,answerer:shown`);
  await page.getByRole('radio', { name: 'any traffic (gateway)' }).click();
  const server = page.getByRole('textbox', { name: 'IPv4 address of the server' });
  await server.fill('140.82.121.3');
  await server.press('Enter');
  await expect(current(page)).toContainText('[64:ff9b::8c52:7903]:80');
  await expect(page.getByLabel('The lines of the status')).toContainText('Prefixes:         64:ff9b::/96');
  await page.getByRole('switch', { name: 'IPv6 is off in Cilium' }).click();
  await expect(page.getByText('No agent starts like this (rule E14)')).toBeVisible();
  await expect(page.getByText('requires both --enable-ipv4 and --enable-ipv6 enabled')).toBeVisible();
  await page.getByRole('switch', { name: 'IPv6 is off in Cilium' }).click();
  await page.getByRole('radio', { name: 'Services' }).click();
  await page.getByRole('switch', { name: 'DSR beside it' }).click();
  await expect(page.getByText('NAT46/NAT64 requires SNAT mode for services')).toBeVisible();
});

test('a link restores exactly what was in sight, and nonsense in it is said', async ({ page, context }) => {
  await page.goto(`${paths.natSimulator}?server=300.1.1.1&client=IPv4`);
  await expect(page.getByText('A part of this link is not understood.')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await expect(page).not.toHaveURL(/300/);
  for (const key of ['3', '1', 'End']) await page.keyboard.press(key);
  await expect(page.getByText('hop 7 of 10')).toBeVisible();
  await expect(page).toHaveURL(/hop=7/);
  const texts = (other: Page) => other.getByRole('main').innerText();
  const before = await texts(page);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(copy.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
  await expect.poll(() => texts(copy)).toBe(before);
  await copy.getByRole('button', { name: 'Use my cluster' }).click();
  await expect(copy).toHaveURL(/v=1\.13/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        'hop=2',
        'feature=gateway&hop=10&said=size:shorter,source:node,answerer:called',
        'setting=no&client=IPv4&hop=2',
        'mode=dsr',
      ]) {
        await page.goto(`${paths.natSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
