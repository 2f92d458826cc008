import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';
import type { Product } from './product';

const config = ({ cluster }: Product) =>
  cluster.api.list('ConfigMap').find(({ metadata }) => metadata.name === 'cilium-config');

/** What every agent prints now, as `cilium status --verbose` says it. */
async function outputs({ url, cluster }: Product): Promise<string[]> {
  const nodes = cluster.api.list('Node').map(({ metadata }) => metadata.name ?? '');
  return Promise.all(
    nodes.map(async (node) => {
      const answer = await fetch(`${url}${paths.api.raw(node, 'status')}`);
      const { stdout = '' } = (await answer.json()) as { stdout?: string };
      return stdout;
    }),
  );
}

test('SNAT becomes DSR and Random becomes Maglev on every node, and one click brings the former ConfigMap back', async ({
  page,
  product,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  const before = config(product)?.data;
  await page.goto(paths.change);
  await page.getByRole('group', { name: 'Forwarding mode' }).getByRole('radio', { name: /^dsr/ }).check();
  await page
    .getByRole('group', { name: 'Backend selection' })
    .getByRole('radio', { name: /^maglev/ })
    .check();
  await page.getByRole('link', { name: 'Review plan' }).click();

  const owner = page.getByRole('checkbox', { name: /^Apply although/ });
  await expect(page.getByRole('button', { name: /^Apply to/ })).toBeVisible();
  if (await owner.isVisible()) await owner.check();
  await expectAccessible('a plan that may be applied');
  await page.getByRole('button', { name: /^Apply to 2 agents/ }).click();

  await expect(page).toHaveURL(/\/change\/rollouts\/[^/]+$/);
  await expect(page.getByRole('button', { name: 'Roll back' })).toBeEnabled({ timeout: 180_000 });
  await expect(page.getByText('2 nodes report the new values', { exact: false }).first()).toBeVisible();
  await expectAccessible('a rollout that is done');
  for (const output of await outputs(product)) {
    expect(output).toMatch(/Mode:\s+DSR/);
    expect(output).toMatch(/Backend Selection:\s+Maglev \(Table Size: 16381\)/);
  }
  expect(config(product)?.data).toEqual({ ...before, 'bpf-lb-mode': 'dsr', 'bpf-lb-algorithm': 'maglev' });

  await page.getByRole('button', { name: 'Roll back' }).click();
  const dialog = page.getByRole('dialog');
  await expectAccessible('the question before going back');
  await dialog.getByRole('button', { name: /roll back/i }).click();
  await expect(page.getByText('2 nodes are back on the old values', { exact: false }).first()).toBeVisible({
    timeout: 180_000,
  });
  expect(config(product)?.data).toEqual(before);
  for (const output of await outputs(product)) expect(output).toMatch(/Mode:\s+SNAT/);

  await page.goto(paths.audit);
  await expect(page.getByRole('row').filter({ hasText: 'ConfigMap' }).first()).toBeVisible();
  await expectAccessible('the audit');
});
