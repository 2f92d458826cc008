import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'rolling-update' });

test('agents are timed at each change, and nothing is a problem', async ({ page }) => {
  await page.goto(paths.agreement);
  await expect(page.getByText(/95 % of changes were on every agent within/)).toBeVisible({
    timeout: 60_000,
  });
  await expect(page.getByText('All 4 agents have exactly what the API asks for.')).toBeVisible();
});
