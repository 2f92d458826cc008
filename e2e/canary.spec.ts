import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';
import type { Product } from './product';

test.use({ scenario: 'dual-stack' });

async function accelerationOf({ url }: Product, node: string): Promise<string> {
  const answer = await fetch(`${url}${paths.api.raw(node, 'status')}`);
  const { stdout = '' } = (await answer.json()) as { stdout?: string };
  return /XDP Acceleration:\s+(\S+)/.exec(stdout)?.[1] ?? '';
}

const nodesOf = ({ cluster }: Product) =>
  cluster.api
    .list('Node')
    .map(({ metadata }) => metadata.name ?? '')
    .sort();

test('what nodes may differ in is tried on one of them, verified, and taken back', async ({
  page,
  product,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  const [first = '', ...others] = nodesOf(product);
  await page.goto(paths.change);
  await page
    .getByRole('group', { name: 'Backend selection' })
    .getByRole('radio', { name: /^maglev/ })
    .check();
  await page.getByText('For every node, by the ConfigMap').click();
  await expect(page.getByText('This cannot be tried on some nodes alone.')).toBeVisible();
  await expect(page.getByText('Every node must choose the same backend', { exact: false })).toBeVisible();
  await expectAccessible('a change that nodes must share');
  await page.getByRole('button', { name: 'Undo Backend selection' }).click();

  await page
    .getByRole('group', { name: 'XDP acceleration' })
    .getByRole('radio', { name: /^best-effort/ })
    .check();
  await expect(page.getByText('it can be tried on some of them first', { exact: false })).toBeVisible();
  await page.getByRole('checkbox', { name: first, exact: true }).check();
  await page.getByRole('link', { name: 'Review plan' }).click();
  await page.getByRole('button', { name: /^Apply to 1 agent/ }).click();

  await expect(page).toHaveURL(/\/change\/rollouts\/[^/]+$/);
  await expect(page.getByText('Done: each chosen agent reports the new values')).toBeVisible({
    timeout: 180_000,
  });
  await expectAccessible('a canary that is done');
  expect(await accelerationOf(product, first)).toBe('Best-Effort');
  for (const node of others) expect(await accelerationOf(product, node)).toBe('Disabled');
  expect(product.cluster.api.list('CiliumNodeConfig')).toHaveLength(1);
  const onward = page.getByRole('link', { name: 'Apply to all nodes' });
  await expect(onward).toHaveAttribute('href', /\?set=bpf-lb-acceleration:best-effort$/);

  await page.getByRole('button', { name: 'Roll back' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /roll back/i })
    .click();
  await expect(page.getByText('1 node is back on the old values', { exact: false }).first()).toBeVisible({
    timeout: 180_000,
  });
  expect(product.cluster.api.list('CiliumNodeConfig')).toHaveLength(0);
  for (const node of [first, ...others]) expect(await accelerationOf(product, node)).toBe('Disabled');
});
