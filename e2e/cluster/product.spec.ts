import { expect, test } from '@playwright/test';
import { paths } from '@/lib/paths';
import { startProductOn, type RunningProduct } from '../product';
import { startCluster, type Cluster } from './start-cluster';

let cluster: Cluster;
let product: RunningProduct;

/** What the README says the product needs, and no more. */
const role = {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'kpr-explorer' },
  rules: [
    { apiGroups: [''], resources: ['pods', 'nodes', 'services'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['apps'], resources: ['daemonsets', 'deployments'], verbs: ['get', 'list', 'watch'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['get', 'create'] },
  ],
};

test.beforeAll(async () => {
  test.setTimeout(180_000);
  cluster = await startCluster();
  const { kubectl } = cluster;
  await kubectl.print('create -f -', { stdin: JSON.stringify(role) });
  await kubectl.print('create clusterrolebinding kpr-explorer --clusterrole=kpr-explorer --user=reader');
  product = await startProductOn(cluster.kubeconfigFor('reader'));
});

test.afterAll(async () => {
  await product?.stop();
  await cluster?.stop();
});

test('a Service and a Pod made with kubectl reach the open page', async ({ page }) => {
  await page.goto(`${product.url}${paths.services}?view=table`);
  await expect(page.getByText('10.96.0.10:53').first()).toBeVisible();
  await expect(page.getByText(/3\/3/).first()).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-opened', 'once'));

  const { kubectl } = cluster;
  await kubectl.print('run echo --image=registry.example/echo:1 --port=7000');
  await kubectl.print('expose pod echo --port=7000');
  const address = await kubectl.print('get service echo -o jsonpath={.spec.clusterIP}');
  const row = page.getByRole('row').filter({ hasText: `${address}:7000` });
  await expect(row.first()).toBeVisible({ timeout: 20_000 });
  await expect(row.first()).toContainText('echo');
  await expect(page.locator('html')).toHaveAttribute('data-opened', 'once');
});

test('an agent that is killed goes stale with its reason, and comes back', async ({ page }) => {
  const { kubectl } = cluster;
  const agents = '-n kube-system get pods -l k8s-app=cilium -o jsonpath=';
  const pod = await kubectl.print(`${agents}{.items[0].metadata.name}`);
  const node = await kubectl.print(`${agents}{.items[0].spec.nodeName}`);
  await page.goto(`${product.url}${paths.node(node)}`);
  await expect(page.getByText('10.96.0.10:53').first()).toBeVisible();

  // Its successor cannot start until this is taken back.
  const broken = {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNodeConfig',
    metadata: { name: 'broken', namespace: 'kube-system' },
    spec: {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': node } },
      defaults: { 'bpf-lb-algorithm': 'round-robin' },
    },
  };
  await kubectl.print('create -f -', { stdin: JSON.stringify(broken) });
  await kubectl.print(`-n kube-system delete pod ${pod}`);
  const problem = page.getByRole('alert').filter({ hasText: 'Agent not ready' });
  await expect(problem).toContainText('its container is in state CrashLoopBackOff', { timeout: 30_000 });
  await expect(page.getByText(/2\/3/).first()).toBeVisible();
  await expect(page.getByText('10.96.0.10:53').first(), 'the last answer is kept').toBeVisible();

  await kubectl.print('-n kube-system delete ciliumnodeconfig broken');
  const onNode = `--field-selector=spec.nodeName=${node}`;
  await kubectl.print(`-n kube-system delete pod -l k8s-app=cilium ${onNode}`);
  await expect(page.getByText(/3\/3/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Running, ready')).toBeVisible();
  await expect(problem).toHaveCount(0);
});
