import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('a plan grows from the form by keyboard, and says what the agents would die of', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.change);
  const mode = page.getByRole('group', { name: 'Forwarding mode' });
  const pending = page.getByRole('region', { name: 'Pending change' });
  await expect(pending).toContainText('Nothing is chosen yet');
  await expect(page.getByRole('group', { name: 'DSR dispatch' })).toBeHidden();
  await expect(
    page.getByText('Forwarding mode is snat; this is used by dsr and hybrid', { exact: false }),
  ).toBeVisible();

  await mode.getByRole('radio', { name: /^snat/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(mode.getByRole('radio', { name: /^dsr/ })).toBeChecked();
  await expect(page).toHaveURL(/set=bpf-lb-mode:dsr/);
  await expect(page.getByRole('group', { name: 'DSR dispatch' })).toBeVisible();
  await expect(pending).toContainText('Forwarding mode');
  await expect(pending.getByRole('img', { name: 'would be fatal' })).toBeVisible();
  await expectAccessible('the form with a change');

  await page
    .getByRole('group', { name: 'DSR dispatch' })
    .getByRole('radio', { name: /^geneve/ })
    .check();
  await expect(page.getByRole('group', { name: 'Tunnel protocol' })).toBeVisible();
  await pending.getByRole('button', { name: 'Undo DSR dispatch' }).click();
  await expect(page.getByRole('group', { name: 'Tunnel protocol' })).toBeHidden();

  const review = page.getByRole('link', { name: 'Review plan' });
  await review.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/change\/plan\?set=bpf-lb-mode:dsr$/);
  await expect(page.getByText('This plan must not be applied: no agent would start with it.')).toBeVisible();
  await expect(page.getByText('Node Port "dsr" mode cannot be used with vxlan tunneling.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Geneve for tunnel and dispatch' }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^apply/i })).toBeDisabled();
  await expect(page.getByRole('list', { name: 'What is missing' })).toContainText(
    'see what is said at its top',
  );
  await expectAccessible('a fatal plan');
});

test('a link is a plan of the cluster of now, with its commands', async ({ page, expectAccessible }) => {
  await page.goto(
    `${paths.changePlan}?set=bpf-lb-mode:dsr&set=bpf-lb-dsr-dispatch:geneve&set=tunnel-protocol:geneve&set=nonsense`,
  );
  await expect(page.getByText('No rule is fatal: agents would start with this plan.')).toBeVisible();
  const diff = page.getByRole('region', { name: /^Changes of ConfigMap/ });
  await expect(diff).toContainText('added: tunnel-protocol: "geneve"');
  await page.getByRole('radio', { name: 'kubectl' }).click();
  await expect(page.getByRole('region', { name: 'kubectl command' })).toContainText(
    '"bpf-lb-dsr-dispatch":"geneve","tunnel-protocol":"geneve"}}',
  );
  await expectAccessible('a plan that would start');
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(
    page.getByRole('group', { name: 'DSR dispatch' }).getByRole('radio', { name: /^geneve/ }),
  ).toBeChecked();
});

test('chosen nodes get a CiliumNodeConfig of their own', async ({ page }) => {
  await page.goto(`${paths.change}?set=bpf-lb-acceleration:best-effort`);
  await page.getByText('For every node, by the ConfigMap').click();
  await page.getByRole('checkbox', { name: 'k8s-worker-02' }).check();
  await page.getByRole('link', { name: 'Review plan' }).click();
  await expect(page).toHaveURL(/node=k8s-worker-02/);
  await expect(page.getByRole('region', { name: /^Changes of CiliumNodeConfig/ })).toContainText(
    'k8s-worker-02',
  );
});

test('a key is taken out of the ConfigMap and put back, and each setting leads to its explanation', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.change);
  const pending = page.getByRole('region', { name: 'Pending change' });
  await page.getByRole('button', { name: 'Take out bpf-lb-algorithm', exact: true }).click();
  await expect(page).toHaveURL(/set=-bpf-lb-algorithm$/);
  await expect(pending).toContainText('taken out, so random');
  await expectAccessible('the form with a key taken out');
  await page.getByRole('button', { name: 'Put back bpf-lb-algorithm', exact: true }).click();
  await expect(pending).toContainText('Nothing is chosen yet');
  await page.getByRole('link', { name: 'What it means: Backend selection' }).click();
  await expect(page).toHaveURL(/\/status\?field=backend-selection$/);
});
