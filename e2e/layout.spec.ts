import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('the bar’s parts stand beside each other in a window of any width', async ({ page }) => {
  await page.goto(paths.overview);
  const bar = page.getByRole('banner');
  const parts = [
    bar.getByRole('button', { name: /^Looking at/ }),
    // The text, not its button: text that has no room runs out of the button.
    bar.getByText(/2\/2 agents/),
    bar.getByRole('button', { name: /^Find/ }).filter({ visible: true }),
    bar.getByRole('button', { name: 'Keys' }),
  ];
  for (const part of parts) await expect(part).toBeVisible();
  for (const width of [1440, 1024, 900, 768]) {
    await page.setViewportSize({ width, height: 900 });
    let right = 0;
    for (const [index, part] of parts.entries()) {
      const box = await part.boundingBox();
      expect(box?.x, `left edge of part ${index} at ${width} px`).toBeGreaterThanOrEqual(right);
      right = (box?.x ?? 0) + (box?.width ?? 0);
    }
  }
});

test('in the presenter view the explanation of a field keeps room for its text', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${paths.status}?field=mode`);
  const why = page.getByRole('heading', { name: 'Why it exists' });
  await expect(why).toBeVisible();
  await page.getByRole('button', { name: /presenter/i }).click();
  await expect
    .poll(async () => (await why.boundingBox())?.width ?? 0, { message: 'pixels for the text' })
    .toBeGreaterThan(400);
});
