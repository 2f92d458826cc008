import type { Page } from '@playwright/test';
import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

const prediction = (page: Page) => page.getByRole('region', { name: 'Prediction' });
const detail = (page: Page, step: number) => page.getByRole('region', { name: `Step ${step}`, exact: true });
const all = 'said=rules:shown,reads:shown,later:shown,change:shown';

test('a packet is followed through both by keyboard alone, with questions before the answers', async ({
  page,
}) => {
  await page.goto(paths.kubeProxy);
  await expect(prediction(page)).toContainText('this one’s is number 50');
  await page.keyboard.press('End');
  await expect(page.getByText('step 2 of 9'), 'the question stands in the way').toBeVisible();
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. With 50 rules.');
  await page.keyboard.press('3');
  await expect(prediction(page)).toContainText('Not 100. One.');
  await page.keyboard.press('ArrowRight');
  await expect(detail(page, 3)).toContainText('cilium_lb4_services_v2: 1 entry read');
  await expect(detail(page, 3)).toContainText(/-d 10\.96\.0\.20 --dport 80 -j KUBE-SVC-[A-Z2-7]{16}/);
  await page.keyboard.press('ArrowRight');
  await expect(detail(page, 4)).toContainText('--probability 0.5000000000');
  await page.keyboard.press('End');
  await expect(page.getByText('step 7 of 9')).toBeVisible();
  await expect(prediction(page)).toContainText('compared with 56 rules of the table nat');
  await page.keyboard.press('1');
  await page.keyboard.press('End');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. 110 rules.');
  await page.keyboard.press('End');
  await expect(detail(page, 9)).toContainText('100 + 1 + 3 × 3 rules');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await expect(page.getByText(/step [2-9] of 9/)).toBeVisible();
  await expect(page).toHaveURL(/said=rules:50,reads:100,later:none,change:110/);
  await page.getByRole('button', { name: /^Reset/ }).click();
  await expect(prediction(page)).toContainText('this one’s is number 50');
  await expect(page.getByText('step 1 of 9')).toBeVisible();
});

test('a link restores exactly what was in sight, and nonsense in it is said', async ({ page, context }) => {
  await page.goto(`${paths.kubeProxy}?place=somewhere&services=30000&${all}`);
  await expect(page.getByText('place=somewhere')).toBeVisible();
  await page.getByRole('button', { name: 'Take it out' }).click();
  await page.getByRole('radio', { name: 'outside, node port' }).click();
  await prediction(page).getByRole('button', { name: '30,001 rules' }).click();
  await expect(prediction(page)).toContainText('Right. With 30,001 rules.');
  await prediction(page).getByRole('button', { name: 'Just show me' }).click();
  await page.getByRole('button', { name: /Which node port is it/ }).click();
  await expect(detail(page, 4)).toContainText('15,003 rules compared');
  await page.waitForURL(/step=4/);
  const copy = await context.newPage();
  await copy.goto(page.url());
  await expect(detail(copy, 4)).toContainText('KUBE-NODEPORTS');
  expect(await detail(copy, 4).innerText()).toBe(await detail(page, 4).innerText());
  expect(await prediction(copy).innerText()).toBe(await prediction(page).innerText());
});

test('the work of iptables grows with the Services, that of Cilium does not, once it was predicted', async ({
  page,
}) => {
  await page.goto(paths.kubeProxy);
  await page.getByText('How the work grows').click();
  await expect(page.getByText('Hidden until you predict: the figures')).toBeVisible();
  await page.goto(`${paths.kubeProxy}?open=growth&${all}`);
  const work = (line: RegExp) => page.getByRole('row', { name: line }).getByRole('cell').nth(1);
  await expect(work(/Cilium, Random/)).toHaveText('3');
  await page.getByRole('slider', { name: /Service addresses/ }).press('End');
  await expect(work(/iptables, on average/)).toHaveText(/^15,00\d$/);
  await expect(work(/Cilium, Random/)).toHaveText('3');
  await page.getByRole('radio', { name: 'One endpoint replaced' }).click();
  await expect(page).toHaveURL(/services=30000/);
  await page.reload();
  await expect(work(/iptables, since 1.27/)).toHaveText('30,010');
});

test('each type of Service leads to the rows it makes here', async ({ page }) => {
  await page.goto(`${paths.kubeProxy}?open=kinds`);
  await page
    .getByRole('row', { name: /^NodePort/ })
    .getByRole('link', { name: /rows/ })
    .click();
  await expect(page).toHaveURL(/\/services\?type=NodePort/);
});

test('a Service of the cluster fits in, under the names that kube-proxy would give its chains', async ({
  page,
}) => {
  await page.goto(paths.kubeProxy);
  const use = page.getByRole('button', { name: 'Use my cluster' });
  await expect(use).toBeEnabled();
  await use.click();
  await page.getByRole('button', { name: /^Service / }).click();
  await page.getByRole('menuitemradio', { name: 'kube-system/kube-dns:dns-tcp' }).click();
  await expect(page.getByText('KUBE-SVC-ERIFXISQEP7F7OF4').first()).toBeVisible();
  await page.getByRole('button', { name: 'Back to the example' }).click();
  await expect(page.getByText('KUBE-SVC-ERIFXISQEP7F7OF4')).toHaveCount(0);
});

test('stands beside a lesson, with its keys, and without the pages below it', async ({ page }) => {
  await page.goto(paths.lesson('without-kube-proxy'));
  await expect(prediction(page)).toContainText('500 Services');
  await page.keyboard.press('2');
  await expect(prediction(page)).toContainText('Right. With 250 rules.');
  await expect(page.getByRole('heading', { name: 'Who does it here' })).toHaveCount(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    test(`is accessible, ${colorScheme}, ${width} px`, async ({ page, expectAccessible }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      for (const query of [
        '',
        `caller=outside&algorithm=maglev&services=30000&backends=500&draw=77&step=5&${all}&open=growth,kinds,measured`,
        'services=spoon&ends=x&step=3',
      ]) {
        await page.goto(`${paths.kubeProxy}?${query}`);
        await expect(page.getByRole('button', { name: 'Use my cluster' })).toBeEnabled();
        await expect(page.getByRole('status', { name: 'Asking' })).toHaveCount(0);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `pixels wider than the window with ${query}`).toBeLessThanOrEqual(0);
        await expectAccessible(query);
      }
    });
  }
}
