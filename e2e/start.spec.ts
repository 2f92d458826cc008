import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

/** The 14 rows of the article's first node, in the words of its `cilium service list`. */
const rows = [
  '10.100.0.1:443',
  '10.100.48.36:443',
  '10.100.0.10:53',
  '10.100.224.221:8080',
  '192.168.18.107:30598',
  '0.0.0.0:30598',
  '10.100.191.108:8080',
  '192.168.18.107:30786',
  '0.0.0.0:30786',
  '192.168.18.107:40000',
  '0.0.0.0:40000',
  '192.168.8.11:40000',
  '192.168.8.11:30786',
  '192.168.8.11:30598',
];

test("the Services page lists the article's 14 rows of the first node", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 2000 });
  await page.goto(`${paths.services}?view=table&node=ip-192-168-18-107.ec2.internal`);
  for (const row of rows) await expect(page.getByText(row, { exact: true }).first()).toBeVisible();
  const answer = await page.request.get(`${paths.api.frontends}?node=ip-192-168-18-107.ec2.internal`);
  const { total } = (await answer.json()) as { total: number };
  expect(total).toBe(rows.length);
});
