import {
  CoreV1Api,
  KubeConfig,
  PatchStrategy,
  setHeaderOptions,
  AppsV1Api,
  type V1Status,
} from '@kubernetes/client-node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import WebSocket from 'ws';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';

let cluster: TrainingCluster;

beforeAll(async () => {
  cluster = await startScenario(
    { ...smallScenario, kubernetesVersion: 'v1.27.3-eks-a5565ad' },
    { host: '127.0.0.1', port: 0, tls: false, size: { nodes: 2, services: 0 }, seed: 2 },
  );
});

afterAll(() => cluster.stop());

function kubeConfig(): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(cluster.kubeconfig);
  return config;
}

const agents = () =>
  cluster.api.list('Pod').filter(({ metadata }) => metadata.labels?.['k8s-app'] === 'cilium');

function open(pod: string, protocols: string[], command = ['cilium-dbg', 'config']): WebSocket {
  const query = command.map((word) => `command=${encodeURIComponent(word)}`).join('&');
  const path = `/api/v1/namespaces/kube-system/pods/${pod}/exec?container=cilium-agent&stdout=1&stderr=1&${query}`;
  const token = kubeConfig().getCurrentUser()?.token ?? '';
  return new WebSocket(cluster.url.replace('http', 'ws') + path, protocols, {
    headers: { Authorization: `Bearer ${token}` },
  });
}

async function status(socket: WebSocket): Promise<V1Status> {
  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      if (data[0] === 3) resolve(JSON.parse(data.subarray(1).toString('utf8')));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed without status')));
  });
}

test('Kubernetes before 1.29 speaks v4 where it can, and words an exit as the kubelet does', async () => {
  const socket = open(
    agents()[0]?.metadata.name ?? '',
    ['v5.channel.k8s.io', 'v4.channel.k8s.io'],
    ['cilium-dbg', 'nope'],
  );
  expect((await status(socket)).message).toBe(
    'command terminated with non-zero exit code: error executing command [cilium-dbg nope], exit code 1',
  );
  expect(socket.protocol).toBe('v4.channel.k8s.io');
});

test('a protocol that is none of ours is refused', async () => {
  const socket = open(agents()[0]?.metadata.name ?? '', ['base64.channel.k8s.io']);
  const code = await new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  expect(code).toBe(403);
});

test('a container that does not run: v4 refuses the upgrade as the kubelet does, v5 says so in the status', async () => {
  const core = kubeConfig().makeApiClient(CoreV1Api);
  const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
  const body = { data: { 'bpf-lb-algorithm': 'foo' } };
  await core.patchNamespacedConfigMap({ name: 'cilium-config', namespace: 'kube-system', body }, merge);
  const victim = agents()[0];
  const where = { namespace: 'kube-system', name: victim?.metadata.name ?? '' };
  await core.deleteNamespacedPod({ ...where, body: { gracePeriodSeconds: 0 } });
  const replacement = () =>
    agents().find(
      ({ spec, metadata }) =>
        spec?.nodeName === victim?.spec?.nodeName && metadata.uid !== victim?.metadata.uid,
    );
  const waiting = () =>
    replacement()?.status?.containerStatuses?.find(({ name }) => name === 'cilium-agent')?.state?.waiting
      ?.reason;
  const deadline = Date.now() + 8_000;
  while (waiting() !== 'CrashLoopBackOff' && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(waiting()).toBe('CrashLoopBackOff');
  const name = replacement()?.metadata.name ?? '';

  const refused = open(name, ['v4.channel.k8s.io']);
  const answer = await new Promise<string>((resolve) => {
    refused.on('unexpected-response', (_request, response) => {
      response.on('data', (chunk: Buffer) => resolve(`${response.statusCode} ${chunk.toString('utf8')}`));
    });
  });
  expect(answer).toBe('500 container not found ("cilium-agent")\n');
  expect((await status(open(name, ['v5.channel.k8s.io']))).message).toBe(
    'Internal error occurred: unable to upgrade connection: container not found ("cilium-agent")',
  );

  const previous = await core.readNamespacedPodLog({
    namespace: 'kube-system',
    name,
    container: 'cilium-agent',
    previous: true,
  });
  expect(previous).toContain('level=fatal msg="Invalid value for bpf-lb-algorithm: foo"');
});

test('a large answer waits for a slow reader instead of piling up', async () => {
  const pod = agents().find(({ status: has }) =>
    has?.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True'),
  );
  const name = pod?.metadata.name ?? '';
  const size = 12_000_000;
  cluster.faults.agent(name, { kind: 'prints', stdout: 'x'.repeat(size) });
  const socket = open(name, ['v4.channel.k8s.io']);
  let received = 0;
  socket.on('message', (data: Buffer) => {
    if (data[0] === 1) received += data.length - 1;
    expect(data.length).toBeLessThanOrEqual(32 * 1024 + 1);
  });
  await new Promise((resolve) => socket.on('open', resolve));
  const before = process.memoryUsage().arrayBuffers;
  socket.pause();
  await new Promise((resolve) => setTimeout(resolve, 200));
  // The text itself, as bytes, and what the kernel holds; were it all framed at once it would be twice that.
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1.5 * size);
  expect(received).toBeLessThan(size);
  socket.resume();
  expect(await status(socket)).toMatchObject({ status: 'Success' });
  expect(received).toBe(size);
  cluster.faults.agent(name, null);
});

test('scale and eviction', async () => {
  const apps = kubeConfig().makeApiClient(AppsV1Api);
  const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
  const where = { namespace: 'demo', name: 'web' };
  const scale = await apps.patchNamespacedDeploymentScale(
    { ...where, body: { spec: { replicas: 2 } } },
    merge,
  );
  expect(scale.spec?.replicas).toBe(2);
  expect((await apps.readNamespacedDeployment(where)).spec?.replicas).toBe(2);
  const core = kubeConfig().makeApiClient(CoreV1Api);
  const pod = cluster.api
    .list('Pod')
    .find(({ metadata }) => metadata.namespace === 'demo' && !metadata.deletionTimestamp);
  const target = { namespace: 'demo', name: pod?.metadata.name ?? '' };
  await core.createNamespacedPodEviction({ ...target, body: { metadata: target } });
  expect(cluster.api.get('Pod', target.name, 'demo')?.metadata.deletionTimestamp).toBeDefined();
});
