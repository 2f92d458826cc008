import { paths } from '@/lib/paths';
import { expect, test } from './fixtures';

test.use({ scenario: 'drift' });

test('the page names the node that runs something else, and why, without a click', async ({
  page,
  expectAccessible,
}) => {
  await page.goto(paths.status);
  const notice = page.getByRole('region', { name: 'Settings that need attention' });
  await expect(notice).toContainText('k8s-worker-04 runs bpf-lb-algorithm: random; three others, maglev.', {
    timeout: 60_000,
  });
  await expect(notice).toContainText('CiliumNodeConfig kube-system/maglev-canary sets it for this node.');
  await expectAccessible('the Status page with a notice');
});

test('a line says what is desired, from which object, and who owns it', async ({ page }) => {
  await page.goto(`${paths.status}?node=k8s-worker-04&field=backend-selection`);
  const desired = page.getByLabel('Desired');
  await expect(desired).toContainText('bpf-lb-algorithm: random', { timeout: 60_000 });
  await expect(desired).toContainText('in effect');
  await expect(desired).toContainText(
    'CiliumNodeConfig kube-system/maglev-canary sets it over ConfigMap kube-system/cilium-config, which says maglev.',
  );
  const owner = page.getByLabel('Owner');
  await expect(owner).toContainText('Helm release kube-system/cilium');
  await expect(owner).toContainText('loadBalancer.algorithm: maglev');
  await expect(owner).toContainText('a change anywhere else does nothing here');
  await page.goto(`${paths.status}?node=k8s-worker-01&field=socket-lb`);
  await expect(desired).toContainText('bpf-lb-sock: false');
  await expect(desired).toContainText('Forced on because kube-proxy-replacement is true.');
});

test('what is written into the ConfigMap is pending at once, and says so where no agent would start', async ({
  page,
  product,
}) => {
  await page.goto(`${paths.status}?node=k8s-worker-01&field=mode`);
  await expect(page.getByLabel('Desired')).toContainText('in effect', { timeout: 60_000 });
  const write = (data: Record<string, string>) =>
    product.cluster.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data });
  write({ 'bpf-lb-acceleration': 'best-effort' });
  const notice = page.getByRole('region', { name: 'Settings that need attention' });
  await expect(notice).toContainText('Desired is not what runs.');
  await expect(notice).toContainText('has had bpf-lb-acceleration: best-effort');
  write({ 'bpf-lb-acceleration': 'disabled', 'bpf-lb-mode': 'dsr' });
  await expect(notice).toContainText('The agents of all 4 nodes would not start again.');
  await expect(notice).toContainText('Node Port "dsr" mode cannot be used with vxlan tunneling.');
  await expect(page.getByLabel('Desired')).toContainText('fatal at the next start');
  write({ 'bpf-lb-mode': 'snat' });
  await expect(page.getByLabel('Desired')).toContainText('in effect');
});
