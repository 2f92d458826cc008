import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'dsr-maglev' });

const frontend = `${paths.services}?f=${encodeURIComponent('203.0.113.10:80/TCP')}`;

test('the detail says what the frontend was made from, and who gets which share', async ({ page }) => {
  await page.goto(frontend);
  const panel = page.getByRole('complementary', { name: /203\.0\.113\.10/ });
  await expect(panel.getByRole('region', { name: 'Service', exact: true })).toContainText('video/edge');
  await expect(panel.getByText(/Maglev 25 %/)).toHaveCount(4);
  const nodes = panel.getByRole('region', { name: 'On every node' });
  await expect(nodes.getByRole('row', { name: /same/ })).toHaveCount(4);
});

test('a packet is followed by keyboard, and the URL holds where it is', async ({ page }) => {
  await page.goto(frontend);
  await page.getByRole('button', { name: /Trace a packet/ }).focus();
  await page.keyboard.press('Enter');
  const trace = page.getByRole('region', { name: 'Trace a packet' });
  await expect(trace).toContainText('the client itself');
  await expect(page).toHaveURL(/trace=outside:metal-01/);
  const steps = trace.getByRole('list', { name: 'Every hop' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/hop=4/);
  await expect(steps.locator('[aria-current=step]')).toContainText('IP option with 203.0.113.10:80');
  await page.getByRole('button', { name: 'Details' }).press('Enter');
  await expect(page.getByRole('button', { name: /Trace a packet/ })).toBeFocused();
  await page.goto(`${frontend}&trace=outside:metal-01&hop=4`);
  await expect(trace.locator('[aria-current=step]')).toContainText('IP option with 203.0.113.10:80');
  await page.keyboard.press('Escape');
  await expect(trace).toBeHidden();
  await expect(page).toHaveURL(/[?&]f=/);
});

test('what ends the way of a packet is named, and a pod takes another way', async ({ page }) => {
  await page.goto(`${frontend}&trace=outside:metal-01`);
  const trace = page.getByRole('region', { name: 'Trace a packet' });
  await trace.getByRole('button', { name: 'drops IP options' }).click();
  await expect(trace).toContainText('The network drops IP options.');
  await expect(page).toHaveURL(/net=options/);
  await trace.getByRole('radio', { name: 'A pod' }).click();
  await expect(trace).toContainText('before there is a packet');
  await expect(trace).toContainText('Chosen at random');
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${frontend}&trace=outside:metal-01&hop=4&net=source`);
      await expect(page.getByRole('region', { name: 'Trace a packet' })).toContainText('checks sources');
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, 'pixels the page is wider than the window').toBeLessThanOrEqual(0);
      await expectAccessible('a trace');
    });
  }
}
