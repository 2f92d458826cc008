import { Watch, KubeConfig, Log } from '@kubernetes/client-node';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AgentFactory } from '../agent-contract';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';
import { ManualClock } from './clock';

let cluster: TrainingCluster;
let clock: ManualClock;
let agentLog = '';

const talkative: AgentFactory = (start) => ({ ...smallScenario.agent(start), logs: () => agentLog });

beforeEach(async () => {
  clock = new ManualClock();
  agentLog = 'first\n';
  cluster = await startScenario(
    { ...smallScenario, agent: talkative },
    { host: '127.0.0.1', port: 0, tls: false, size: { nodes: 1, services: 0 }, seed: 1, clock },
  );
});

afterEach(() => cluster.stop());

function kubeConfig(): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(cluster.kubeconfig);
  return config;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a watch where nothing happens gets a bookmark a minute, with the revision to resume from, and ends in time', async () => {
  const seen: { type: string; revision: string }[] = [];
  let ended = false;
  await new Watch(kubeConfig()).watch(
    '/apis/coordination.k8s.io/v1/leases',
    { allowWatchBookmarks: true, timeoutSeconds: 150 },
    (type, object) => seen.push({ type, revision: object.metadata.resourceVersion }),
    () => (ended = true),
  );
  cluster.api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other', namespace: 'demo' } });
  const revision = cluster.api.get('ConfigMap', 'other', 'demo')?.metadata.resourceVersion;
  clock.advance(60_000);
  await until(() => seen.length === 1);
  expect(seen).toEqual([{ type: 'BOOKMARK', revision }]);
  clock.advance(90_000);
  await until(() => ended);
  expect(ended).toBe(true);
  expect(seen.map(({ type }) => type)).toEqual(['BOOKMARK', 'BOOKMARK', 'BOOKMARK']);
});

test('a followed log brings the lines as they are written, and ends with its pod', async () => {
  const pod = cluster.api.list('Pod').find(({ metadata }) => metadata.labels?.['k8s-app'] === 'cilium');
  let text = '';
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  await new Log(kubeConfig()).log('kube-system', pod?.metadata.name ?? '', 'cilium-agent', stream, {
    follow: true,
    tailLines: 1,
  });
  await until(() => text !== '');
  expect(text).toBe('first\n');
  agentLog += 'second\n';
  clock.advance(1_000);
  await until(() => text.includes('second'));
  expect(text).toBe('first\nsecond\n');
  cluster.api.remove('Pod', pod?.metadata.name ?? '', 'kube-system');
  clock.advance(60_000);
  await until(() => stream.readableEnded);
  expect(stream.readableEnded).toBe(true);
});
