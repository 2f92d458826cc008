import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import { kubectlFor, tableOf, type Kubectl } from './kubectl/run-kubectl';

let cluster: TrainingCluster;
let kubectl: Kubectl;
beforeAll(async () => {
  cluster = await startTrainingCluster({ scenario: 'article' });
  kubectl = kubectlFor('1.37', cluster.kubeconfig);
});
afterAll(async () => {
  kubectl.remove();
  await cluster.stop();
});

const agents = async () => tableOf(await kubectl.print('get pods -n kube-system -l k8s-app=cilium'));

test('rollout restart, status, history and undo of the agents, seen by a watch', async () => {
  const enough = new AbortController();
  const watching = kubectl.run('get pods -n kube-system -l k8s-app=cilium -w', {
    signal: enough.signal,
    timeoutMs: 60_000,
  });
  const before = (await agents()).map(({ NAME }) => NAME);
  expect(await kubectl.print('rollout restart ds/cilium -n kube-system')).toBe(
    'daemonset.apps/cilium restarted\n',
  );
  expect(await kubectl.print('rollout status ds/cilium -n kube-system')).toMatch(
    /^Waiting for daemon set "cilium" rollout to finish: 0 out of 2 new pods have been updated\.\.\.\n[^]*daemon set "cilium" successfully rolled out\n$/,
  );
  const after = await agents();
  expect(after).toMatchObject([{ STATUS: 'Running' }, { STATUS: 'Running' }]);
  expect(before).not.toContain(after[0]?.NAME);
  expect(await kubectl.print('rollout history ds/cilium -n kube-system')).toMatch(
    /REVISION +CHANGE-CAUSE\n1 +<none>\n2 +<none>\n/,
  );
  expect(await kubectl.print('rollout undo ds/cilium -n kube-system')).toBe(
    'daemonset.apps/cilium rolled back\n',
  );
  expect(await kubectl.print('rollout status ds/cilium -n kube-system')).toContain('successfully rolled out');
  enough.abort();
  const seen = (await watching).stdout;
  expect(seen).toMatch(/^NAME +READY +STATUS +RESTARTS +AGE\n/);
  for (const name of before) {
    expect(seen).toMatch(new RegExp(`^${name} +1/1 +Terminating`, 'm'));
  }
  expect(seen).toMatch(
    new RegExp(`^${after[0]?.NAME} +0/1 +ContainerCreating[^]*^${after[0]?.NAME} +1/1 +Running`, 'm'),
  );
});

test('a Deployment is rolled out, scaled, waited for and deleted; its events tell of it', async () => {
  expect(await kubectl.print('create deployment web --image=nginx:1.27 --replicas=2')).toContain('created');
  expect(await kubectl.print('rollout status deploy/web')).toContain('successfully rolled out');
  expect(await kubectl.print('scale deploy/web --replicas=3')).toBe('deployment.apps/web scaled\n');
  expect(await kubectl.print('wait deploy/web --for=jsonpath={.status.readyReplicas}=3')).toContain(
    'condition met',
  );
  const described = await kubectl.print('describe deploy web');
  expect(described).toMatch(
    /Replicas: +3 desired \| 3 updated \| 3 total \| 3 available \| 0 unavailable\nStrategyType: +RollingUpdate\n/,
  );
  expect(described).toMatch(/Progressing +True +NewReplicaSetAvailable/);
  expect(described).toMatch(
    /Normal +ScalingReplicaSet +\d+s +deployment-controller +Scaled up replica set web-\S+ from 2 to 3/,
  );
  const pod = tableOf(await kubectl.print('get pods -l app=web'))[0]?.NAME ?? '';
  expect(await kubectl.print(`delete pod ${pod} --grace-period=1`)).toContain(`pod "${pod}" deleted`);
  const events = tableOf(
    await kubectl.print(`get events -o wide --field-selector involvedObject.name=${pod}`),
  );
  const told = events.map(({ REASON, SUBOBJECT, SOURCE }) => [REASON, SUBOBJECT, SOURCE?.split(',')[0]]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['Scheduled', '', 'default-scheduler'],
      ['Pulled', 'spec.containers{nginx}', 'kubelet'],
      ['Created', 'spec.containers{nginx}', 'kubelet'],
      ['Started', 'spec.containers{nginx}', 'kubelet'],
      ['Killing', 'spec.containers{nginx}', 'kubelet'],
    ]),
  );
  expect(await kubectl.print('rollout pause deploy/web')).toBe('deployment.apps/web paused\n');
  await kubectl.print('set image deploy/web nginx=nginx:1.28');
  expect(tableOf(await kubectl.print('get rs'))).toHaveLength(1);
  expect(await kubectl.print('rollout resume deploy/web')).toBe('deployment.apps/web resumed\n');
  expect(await kubectl.print('rollout status deploy/web')).toContain('successfully rolled out');
  expect(tableOf(await kubectl.print('get deploy web -o wide'))).toMatchObject([
    { READY: '3/3', 'UP-TO-DATE': '3', IMAGES: 'nginx:1.28' },
  ]);
  expect(await kubectl.print('delete deploy web')).toContain('deployment.apps "web" deleted');
  expect(await kubectl.print('wait pod -l app=web --for=delete')).toContain('condition met');
});

test('a node is cordoned, drained and put back', async () => {
  const node = 'ip-192-168-53-201.ec2.internal';
  expect(await kubectl.print(`drain ${node} --ignore-daemonsets --force`)).toContain(
    `node/${node} drained\n`,
  );
  expect(tableOf(await kubectl.print(`get node ${node}`))).toMatchObject([
    { STATUS: 'Ready,SchedulingDisabled' },
  ]);
  expect(await kubectl.print(`uncordon ${node}`)).toBe(`node/${node} uncordoned\n`);
});
