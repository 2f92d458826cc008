import { expect, test, type APIRequestContext } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { ChangePermission, RolloutView } from '@/lib/snapshot/rollout-view';
import { startProductOn, type RunningProduct } from '../product';
import { startCluster, type Cluster } from './start-cluster';

let cluster: Cluster;
let one: RunningProduct;
let other: RunningProduct;

test.beforeAll(async () => {
  test.setTimeout(300_000);
  cluster = await startCluster({ nodes: 2 });
  one = await startProductOn(cluster.kubeconfig, { allowChanges: true });
  other = await startProductOn(cluster.kubeconfig, { allowChanges: true });
});

test.afterAll(async () => {
  await one?.stop();
  await other?.stop();
  await cluster?.stop();
});

const slowMs = 120_000;
const changes = { 'bpf-lb-algorithm': 'maglev' };

/** The plan, once every agent is known to the dashboard. */
async function planOn({ url }: RunningProduct, request: APIRequestContext): Promise<PlanView> {
  let plan: PlanView | null = null;
  await expect
    .poll(
      async () => {
        const answer = await request.post(`${url}${paths.api.plans}`, { data: { changes } });
        plan = answer.ok() ? ((await answer.json()) as PlanView) : null;
        return (
          plan !== null && plan.applicable && plan.unjudged.length === 0 && plan.blastRadius.nodes.length
        );
      },
      { timeout: slowMs },
    )
    .toBe(2);
  if (plan === null) throw new Error('there is no plan');
  return plan;
}

test('two dashboards begin one rollout at a time; the other says who holds the lock, and can once it has ended', async ({
  request,
}) => {
  test.setTimeout(360_000);
  const [plan] = [await planOn(one, request), await planOn(other, request)];
  const data = { changes, planId: plan.id, despiteOwner: true };
  const asked = await Promise.all(
    [one, other].map(({ url }) => request.post(`${url}${paths.api.rollouts}`, { data })),
  );
  const begun = asked.findIndex((answer) => answer.ok());
  expect(asked.map((answer) => answer.status()).sort(), await asked[0]?.text()).toEqual([200, 409]);
  const [winner, loser] = begun === 0 ? [one, other] : [other, one];
  const { id } = (await asked[begun]?.json()) as RolloutView;
  await request.post(`${winner.url}${paths.api.rolloutAction(id, 'pause')}`, { data: {} });

  const refused = (await asked[1 - begun]?.json()) as { detail: string };
  expect(refused.detail).toContain('Another rollout is under way');
  const lease = await cluster.kubectl.print(
    '-n kube-system get lease kpr-explorer-rollout -o jsonpath={.spec.holderIdentity}',
  );
  const permission = async ({ url }: RunningProduct) =>
    (await (await request.get(`${url}${paths.api.rolloutPermission}`)).json()) as ChangePermission;
  expect(await permission(loser)).toMatchObject({ allowed: false, lockedBy: lease });
  expect(refused.detail).toContain(lease);

  await request.post(`${winner.url}${paths.api.rolloutAction(id, 'resume')}`, { data: {} });
  const phase = async () => {
    const answer = await request.get(`${winner.url}${paths.api.rollout(id)}`);
    return ((await answer.json()) as RolloutView).phase;
  };
  await expect.poll(phase, { timeout: slowMs }).toBe('done');
  await expect
    .poll(() => permission(loser), { timeout: slowMs })
    .toMatchObject({ allowed: true, lockedBy: null });
  const config = await cluster.kubectl.print(
    '-n kube-system get cm cilium-config -o jsonpath={.data.bpf-lb-algorithm}',
  );
  expect(config).toBe('maglev');
});
