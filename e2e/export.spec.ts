import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

/** Chooses one word of the menu that is open, and gives what the browser saved. */
async function saved(page: Page, word: string): Promise<Download> {
  const download = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: word }).click();
  return download;
}

async function textOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

const services = 'Export the Services';

test('Services leave as SVG, PNG, CSV and JSON, all that the filter leaves', async ({ page }) => {
  await page.goto(`${paths.services}?ns=orders`);
  await page.getByRole('button', { name: services }).click();
  const svg = await saved(page, 'SVG');
  expect(svg.suggestedFilename()).toMatch(/^kpr-explorer_orders-oslo_services-map_\d{8}T\d{6}Z\.svg$/);
  const drawn = await textOf(svg);
  expect(drawn).toContain('Filter: namespace orders.');
  expect(drawn).toContain('order-api');
  expect(drawn).not.toContain('shopfront');
  const png = readFileSync(await (await saved(page, 'PNG')).path());
  const [width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn)?.slice(1).map(Number) ?? [];
  expect(png.subarray(1, 4).toString(), 'it is a PNG').toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)], 'twice the size').toEqual([
    2 * (width ?? 0),
    2 * (height ?? 0),
  ]);
  const json = JSON.parse(await textOf(await saved(page, 'JSON')));
  const asked = await page.request.get(`${paths.api.frontends}?namespace=orders&limit=0`);
  expect(json.frontends).toHaveLength((await asked.json()).total);
  expect(json.filter).toBe('namespace orders');
  const csv = (await textOf(await saved(page, 'CSV'))).trimEnd().split('\r\n');
  const lines = json.frontends.map(({ backends }: { backends: unknown[] }) => Math.max(1, backends.length));
  expect(csv).toHaveLength(1 + lines.reduce((sum: number, count: number) => sum + count, 0));
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toContainText('.csv');
});

/** Keys of labels that Kubernetes itself names are nobody's secret, and have the name of the Service `kubernetes` in them. */
const withoutLabelKeys = (text: string) => text.replaceAll(/\b(app\.)?kubernetes\.io\/[a-z-]+/g, '');

test('masked, no file has an address or a name of the cluster, and the choice is kept on the way', async ({
  page,
}) => {
  await page.goto(paths.services);
  await page.getByRole('button', { name: services }).click();
  const plain = JSON.parse(await textOf(await saved(page, 'JSON')));
  const originals = new Set<string>();
  for (const { ip, service, backends } of plain.frontends) {
    for (const word of [ip, service?.namespace, service?.name]) originals.add(word);
    for (const backend of backends) {
      const { namespace, name, node, zone, workload } = backend.target;
      for (const word of [backend.ip, namespace, name, node, zone, workload]) originals.add(word);
    }
  }
  // What every cluster has, and what the formats say themselves.
  const common = new Set(['0.0.0.0', 'API server', 'default', undefined, null]);
  const sought = [...originals].filter((word) => !common.has(word));
  expect(sought.length).toBeGreaterThan(40);
  await page.getByRole('checkbox', { name: 'Mask addresses and names' }).click();
  for (const word of ['SVG', 'CSV', 'JSON']) {
    const file = await saved(page, word);
    const text = withoutLabelKeys(await textOf(file));
    expect(
      sought.filter((original) => text.includes(original)),
      word,
    ).toEqual([]);
    expect(file.suggestedFilename()).not.toContain('oslo');
  }
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation', { name: 'Pages' })
    .getByRole('link', { name: /Agreement/ })
    .click();
  await page
    .getByRole('button', { name: 'Export the problem of orders/order-api' })
    .click({ timeout: 60_000 });
  await expect(page.getByRole('checkbox', { name: 'Mask addresses and names' })).toBeChecked();
  const report = await textOf(await saved(page, 'Download report'));
  expect(sought.filter((original) => withoutLabelKeys(report).includes(original))).toEqual([]);
  expect(report).toMatch(/kubectl --context cluster-x\d+ -n ns-x\d+ exec pod-x\d+ /);
});

test('a problem leaves as a report by keyboard alone; a clipboard that refuses is told in words', async ({
  page,
  context,
}) => {
  await page.goto(paths.agreement);
  const trigger = page.getByRole('button', { name: 'Export the problem of orders/order-events' });
  await expect(trigger).toBeVisible({ timeout: 60_000 });
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await trigger.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Copy report' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The browser does not allow copying here.')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const report = await textOf(await download);
  expect(report).toContain('# orders/order-events: traffic to dead backends');
  expect(report).toContain('get endpointslices -l kubernetes.io/service-name=order-events');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: 'Mask addresses and names' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(trigger, 'the focus comes back').toBeFocused();

  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.reload();
  await page
    .getByRole('button', { name: 'Export the problem of orders/order-events' })
    .click({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('# orders/order-events');
});

test('Agreement leaves as report, CSV and JSON', async ({ page }) => {
  await page.goto(paths.agreement);
  await page.getByRole('button', { name: 'Export Agreement' }).click();
  const report = await textOf(await saved(page, 'Report'));
  expect(report).toContain('# Agreement of Cilium agents');
  const { agreement } = JSON.parse(await textOf(await saved(page, 'JSON')));
  const csv = await textOf(await saved(page, 'CSV'));
  expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + agreement.problems.length);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the open menus are accessible in ${colorScheme}`, async ({ page, expectAccessible }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(paths.services);
    await page.getByRole('button', { name: services }).click();
    await page.getByRole('checkbox').click();
    await saved(page, 'JSON');
    await expectAccessible('the menu of Services');
    await page.goto(paths.agreement);
    await page
      .getByRole('button', { name: /Export the problem of/ })
      .first()
      .click({ timeout: 60_000 });
    await expectAccessible('the menu of a problem');
  });
}
