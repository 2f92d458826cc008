import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('the work of iptables grows with the Services, that of Cilium does not, and the link holds the figures', async ({
  page,
}) => {
  await page.goto(paths.kubeProxy);
  const work = (line: RegExp) => page.getByRole('row', { name: line }).getByRole('cell').nth(1);
  await expect(work(/Cilium, Random/)).toHaveText('3');
  await page.getByRole('slider', { name: /Service addresses/ }).press('End');
  await expect(work(/iptables, on average/)).toHaveText(/^15,00\d$/);
  await expect(work(/Cilium, Random/)).toHaveText('3');
  await page.getByRole('radio', { name: 'One endpoint more' }).click();
  await expect(page).toHaveURL(/services=30000/);
  await page.reload();
  await expect(work(/iptables, since 1.26/)).toHaveText(/^30,00\d$/);
  await page.getByRole('button', { name: /Back to this cluster/ }).click();
  await expect(work(/iptables, since 1.26/)).toHaveText(/^\d\d$/);
});

test('each type of Service leads to the rows it makes here', async ({ page }) => {
  await page.goto(paths.kubeProxy);
  await page
    .getByRole('row', { name: /^NodePort/ })
    .getByRole('link', { name: /rows/ })
    .click();
  await expect(page).toHaveURL(/\/services\?type=NodePort/);
});
