import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const rows = (page: Page) => page.getByRole('list', { name: 'Rows' }).getByRole('listitem');
const manifest = (page: Page) => page.getByRole('textbox', { name: 'Manifest of the Service, YAML' });
const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const inSight = (page: Page) => page.getByRole('region', { name: 'The row in sight' });

const detail = (page: Page, step: number) => page.getByRole('region', { name: `Step ${step}`, exact: true });

test('rows are predicted, and come rule by rule, by keyboard alone', async ({ page }) => {
  await page.goto(`${paths.rowsSimulator}?example=local`);
  await expect(prediction(page)).toContainText('How many rows');
  await expect(detail(page, 1)).toContainText('node port 30080');
  await page.keyboard.press('End');
  await expect(page.getByText('step 2 of 10'), 'the question stands in the way').toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. It has 5 rows.');
  await page.keyboard.press('3');
  await expect(prediction(page)).toContainText('Not the row, with the pods of other nodes.');
  await expect(rows(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(rows(page)).toHaveCount(1);
  await expect(inSight(page)).toContainText('10.96.0.20:80/TCP ClusterIP');
  await expect(inSight(page), 'backends come later').not.toContainText('Its backends');
  await page.keyboard.press('ArrowRight');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ArrowRight');
  await expect(detail(page, 5)).toContainText('names no externalIPs');
  await expect(rows(page)).toHaveCount(2);
  for (const count of [3, 5]) {
    await page.keyboard.press('ArrowRight');
    await expect(rows(page)).toHaveCount(count);
  }
  await expect(detail(page, 7)).toContainText('2 rows more');
  await expect(inSight(page)).toContainText('for clients in the cluster');
  await expect(rows(page).first()).not.toContainText('(active)');
  await page.keyboard.press('End');
  await expect(rows(page).first()).toContainText('(active)');
  await rows(page)
    .filter({ hasText: /TCP +LoadBalancer/ })
    .getByRole('button')
    .click();
  await expect(inSight(page)).toContainText('For clients outside');
  await expect(page).toHaveURL(/said=rows:5,bare:all/);
  await page.getByRole('button', { name: /^Reset/ }).click();
  await expect(page.getByText('step 1 of 10')).toBeVisible();
  await expect(prediction(page)).toContainText('How many rows');
});

test('the rules play by themselves once the questions are answered', async ({ page }) => {
  await page.goto(`${paths.rowsSimulator}?example=clusterip&said=rows:shown&step=1&speed=2`);
  await page.keyboard.press('Space');
  await expect(page.getByText('step 10 of 10')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test('an edit of the manifest changes the rows, marks what changed, and an error names its line', async ({
  page,
}) => {
  await page.goto(`${paths.rowsSimulator}?example=nodeport&v=1.17&said=rows:3`);
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(1)).toContainText('192.0.2.11:30080/TCP');
  const text = await manifest(page).inputValue();
  await manifest(page).fill(text.replace('type: NodePort', 'type: LoadBalancer'));
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).filter({ hasText: 'new' })).toContainText('203.0.113.10:80/TCP');
  await manifest(page).fill(text.replace('port: 80\n', 'port: 80000\n'));
  const problem = page.getByRole('list', { name: 'Problems of the manifest' }).getByRole('button');
  await expect(problem).toContainText('line 12');
  await expect(problem).toContainText('spec.ports[0].port');
  await expect(page.getByText('No API server takes this manifest')).toBeVisible();
  await problem.click();
  await expect(manifest(page)).toBeFocused();
  await manifest(page).fill(`${text}# ${'long '.repeat(2000)}`);
  await expect(page.getByText('Longer than a link takes')).toBeVisible();
  await expect(page.getByText('No API server takes this manifest'), 'as before').toBeVisible();
});

test('pods and nodes move backends; a link restores exactly what was in sight, and nonsense in it is said', async ({
  page,
  context,
}) => {
  await page.goto(`${paths.rowsSimulator}?example=clusterip&said=rows:shown&v=1.21&kpr=perhaps`);
  await expect(page.getByText('kpr=perhaps')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await page.getByLabel('State of pod 1 on node-1').selectOption('gone');
  await expect(rows(page).first()).toContainText('(terminating-not-serving)');
  await expect(rows(page).first()).toContainText('changed');
  await page.getByLabel('Version of Cilium').selectOption('1.17');
  await expect(rows(page).first()).not.toContainText('10.0.1.10');
  await page.getByRole('button', { name: 'Add a pod to node-3' }).click();
  await expect(rows(page).first()).toContainText('10.0.3.10:8080/TCP (active)');
  await manifest(page).fill((await manifest(page).inputValue()).replace('port: 80\n', 'port: 81\n'));
  await expect(rows(page).first()).toContainText('10.96.0.20:81/TCP');
  await page.waitForURL(/yaml=/);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(rows(copy).first()).toContainText('10.96.0.20:81/TCP');
  expect(await manifest(copy).inputValue()).toBe(await manifest(page).inputValue());
  expect(await inSight(copy).innerText()).toBe(await inSight(page).innerText());
});

test('a Service of the cluster fits in, with its pods and nodes', async ({ page }) => {
  await page.goto(paths.rowsSimulator);
  const use = page.getByRole('button', { name: 'Use my cluster' });
  await expect(use).toBeEnabled();
  await use.click();
  await page.getByRole('combobox', { name: 'Service' }).fill('kube-system/kube-dns');
  await expect(manifest(page)).toHaveValue(/name: kube-dns/);
  await expect(rows(page).filter({ hasText: 'ClusterIP' }).first()).toContainText(':53');
  await expect(page.getByText('No API server takes this manifest')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        '',
        'example=dualstack&v=1.17&said=rows:shown&row=2',
        'example=local&said=rows:shown,bare:shown&step=6',
        'yaml=kind%3A%20Pod&nodes=spoon',
      ]) {
        await page.goto(`${paths.rowsSimulator}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
