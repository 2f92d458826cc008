import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test('a line is explained while the pointer rests on it, and a click keeps it', async ({ page }) => {
  await page.goto(paths.status);
  const lines = page.getByRole('listbox', { name: /KubeProxyReplacement Details/ });
  const explanation = page.getByRole('article', { name: 'What the line means' });
  const title = explanation.getByRole('heading', { level: 2 });
  await expect(title).toHaveText('Mode');
  await lines.getByRole('option', { name: /Socket LB Coverage/ }).hover();
  await expect(title).toHaveText('Socket LB Coverage');
  await explanation.hover();
  await expect(title, 'gone with the pointer').toHaveText('Mode');
  await lines.getByRole('option', { name: /Session Affinity/ }).click();
  await explanation.hover();
  await expect(title).toHaveText('Session Affinity');
  await expect(page).toHaveURL(/field=session-affinity/);
  await expect(explanation.getByRole('link', { name: /Cilium’s documentation/ })).toHaveAttribute(
    'href',
    'https://docs.cilium.io/en/v1.13/network/kubernetes/kubeproxy-free/#session-affinity',
  );
});

test('the whole output is walked by keyboard: every line that is known is explained', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(`${paths.status}?view=whole`);
  const lines = page.getByRole('listbox', { name: 'Every line of the output' });
  const title = page.getByRole('article', { name: 'What the line means' }).getByRole('heading', { level: 2 });
  await expect(page.getByText(/\d+ lines, all known/)).toBeVisible();
  await lines.focus();
  await page.keyboard.press('Home');
  await expect(title).toHaveText('KVStore');
  const titles = new Set<string>();
  for (let step = 0; step < 80; step += 1) {
    titles.add((await title.textContent()) ?? '');
    const before = page.url();
    await page.keyboard.press('j');
    await page.waitForTimeout(30);
    if (page.url() === before) break;
  }
  for (const known of [
    'Kubernetes',
    'Host Routing',
    'Masquerading',
    'Controller Status',
    'Status',
    'BPF Maps',
  ])
    expect([...titles]).toContain(known);
  await page.keyboard.press('End');
  await expect(lines.locator('[aria-selected="true"]')).toBeInViewport();
  await expectAccessible('the whole output');
});

test('a line that no Cilium prints is marked as such, and stays as it came', async ({ page, product }) => {
  const stdout = [
    'KVStore:                Disabled',
    'Cilium:                 Ok   1.13.4 (v1.13.4-4061cdfc)',
    'Flux:                   3 of 5',
    'KubeProxyReplacement Details:',
    '  Status:                 Strict',
    '  Flux Capacitor:         Enabled',
    '',
  ].join('\n');
  const node = 'ip-192-168-18-107.ec2.internal';
  product.cluster.faults.agent(node, { kind: 'prints', stdout });
  try {
    await page.goto(`${paths.status}?node=${node}&view=whole`);
    const unknown = page.locator('[data-kind="unknown"]');
    await expect(unknown).toHaveText([
      /Flux: +3 of 5.*not understood/,
      /Flux Capacitor: +Enabled.*not understood/,
    ]);
    await expect(page.getByText('5 lines, 2 not understood')).toBeVisible();
  } finally {
    product.cluster.faults.agent(node, null);
  }
});

test('the same facts in a table, and what is not reported is said so', async ({ page, expectAccessible }) => {
  await page.goto(`${paths.status}?view=table`);
  const output = page.getByRole('region', { name: 'Output of the agent' });
  await expect(output.getByRole('region', { name: 'From outside' })).toContainText('Backend Selection');
  await expect(output.getByText('That is not the same as off.')).toBeVisible();
  await output.getByRole('button', { name: /^Masquerading/ }).click();
  await expect(page).toHaveURL(/field=masquerading/);
  await expectAccessible('the table');
});

test('another version of Cilium beside the agent: what goes, what comes, under which name', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.status);
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('1.18');
  await expect(page).toHaveURL(/version=1\.18/);
  const rows = page.getByRole('listbox', { name: 'Two versions' });
  await expect(rows.getByRole('option', { name: /Graceful Termination/ })).toContainText(
    'The line is not printed',
  );
  await expect(rows.getByRole('option', { name: /^differs Routing/ })).toContainText(
    'The line is printed there.',
  );
  await expectAccessible('two versions');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('');
  await expect(page).not.toHaveURL(/version=/);
  await expect(page.getByRole('listbox', { name: /KubeProxyReplacement Details/ })).toBeVisible();
});
