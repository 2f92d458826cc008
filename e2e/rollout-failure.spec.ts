import { paths } from '@/lib/paths';
import type { AuditEntry, RolloutView } from '@/lib/snapshot/rollout-view';
import { expect, test } from './fixtures';
import type { Product } from './product';

// Four nodes: what was not restarted can be told from what was.
test.use({ scenario: 'dsr-maglev' });

const namespace = 'kube-system';
const config = ({ cluster }: Product) => cluster.api.get('ConfigMap', 'cilium-config', namespace)?.data;

/** The agent's pod on each node. */
function agentPods({ cluster }: Product): Map<string, string> {
  const agents = cluster.api
    .list('Pod')
    .filter(({ metadata }) => metadata.namespace === namespace && metadata.labels?.['k8s-app'] === 'cilium');
  return new Map(agents.map(({ metadata, spec }) => [spec?.nodeName ?? '', metadata.name ?? '']));
}

test('a value that pre-flight cannot judge and agents die of is caught on the first node, explained, taken back and verified', async ({
  page,
  product,
  expectAccessible,
}) => {
  test.setTimeout(300_000);
  const strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } };
  product.cluster.api.patch('DaemonSet', 'cilium', namespace, { spec: { updateStrategy: strategy } });
  const before = { config: config(product), pods: agentPods(product) };

  // Which ports the kernel of a node hands out by itself, nobody can ask from here.
  await page.goto(`${paths.changePlan}?set=node-port-range:61000,62000`);
  await expect(page.getByText('net.ipv4.ip_local_port_range of the node').first()).toBeVisible();
  const owner = page.getByRole('checkbox', { name: /^Apply although/ });
  await expect(page.getByRole('button', { name: /^Apply to/ })).toBeVisible();
  if (await owner.isVisible()) await owner.check();
  await page.getByRole('button', { name: /^Apply to 4 agents/ }).click();

  // From here on no person does anything.
  await expect(page).toHaveURL(/\/change\/rollouts\/[^/]+$/);
  const verdict = page.getByRole('status').filter({ hasText: 'Stopped and rolled back' });
  await expect(verdict).toBeVisible({ timeout: 180_000 });
  await expect(verdict).toContainText('the old values hold again');
  const why = page.getByRole('region', { name: /^Why .* failed$/ });
  await expect(why.getByRole('region', { name: /^End of the log of/ })).toContainText(
    'NodePort port range (61000-62000) is not allowed to be after ephemeral port range',
  );
  await expect(why.getByText('Rule F3:')).toBeVisible();
  await expect(why.getByText('net.ipv4.ip_local_port_range of the node').first()).toBeVisible();
  await expect(why.getByRole('link', { name: 'Rule F3 in the plan' })).toBeVisible();
  await expectAccessible('a rollout that went back by itself');

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  const view = (await (await page.request.get(paths.api.rollout(id))).json()) as RolloutView;
  expect(view).toMatchObject({ phase: 'rolled-back', rollsBackOnFailure: true, actions: [] });
  const failed = view.nodes.filter(({ failure }) => failure !== null);
  expect(failed).toMatchObject([{ failure: { ruleId: 'F3', line: expect.stringContaining('level=fatal') } }]);
  for (const node of view.nodes) {
    expect(node).toMatchObject({
      state: 'reverted',
      realised: [{ key: 'node-port-range', value: '30000,32767' }],
    });
  }
  expect(config(product)).toEqual(before.config);
  const pods = agentPods(product);
  const restarted = [...pods].filter(([node, pod]) => before.pods.get(node) !== pod).map(([node]) => node);
  expect(restarted, 'only the first node was restarted').toEqual(failed.map(({ node }) => node));
  for (const node of pods.keys()) {
    const answer = await page.request.get(paths.api.raw(node, 'status'));
    const { stdout } = (await answer.json()) as { stdout: string };
    expect(stdout).toMatch(/NodePort:\s+Enabled \(Range: 30000-32767\)/);
  }

  await page.goto(paths.audit);
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  await expect(row('agent failed')).toContainText('61000-62000');
  await expect(row('going back by itself')).toBeVisible();
  await expect(row('rollout ended: rolled-back')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  expect((await download).suggestedFilename()).toBe('kpr-explorer-audit.csv');

  const { items } = (await (await page.request.get(paths.api.audit)).json()) as { items: AuditEntry[] };
  const lines = await (await page.request.get(`${paths.api.audit}?format=jsonl`)).text();
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AuditEntry),
  ).toEqual(items);
  const csv = await page.request.get(`${paths.api.audit}?format=csv`);
  expect(csv.headers()['content-type']).toContain('text/csv');
  expect(await csv.text()).toMatch(
    /^number,timestamp,by,from_address,rollout,plan,what,outcome,detail\r\n1,/,
  );
});
