import { gzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { helmRelease } from '@/lib/server/training/scenarios/parts/helm-release';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { readHelmRelease } from './helm-release';
import { connectAs, startShop } from './shop-cluster.fixture';

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

async function shop(): Promise<TrainingCluster> {
  const cluster = await startShop();
  cleanups.push(() => cluster.stop());
  return cluster;
}

const named = { namespace: 'kube-system', name: 'cilium' };
const read = (cluster: TrainingCluster) =>
  readHelmRelease(connectAs(cluster, 'admin'), named, AbortSignal.timeout(10_000));

/** The Secret of a release with something else in place of what Helm puts there. */
function secretWith(packed: Buffer) {
  const secret = helmRelease('1.18.2', {});
  return { ...secret, data: { release: Buffer.from(packed.toString('base64')).toString('base64') } };
}

it('reads revision, chart and values of the deployed release, the latest of two', async () => {
  const cluster = await shop();
  const secret = helmRelease('1.18.2', { 'bpf-lb-mode': 'dsr', 'enable-ipip-termination': 'true' });
  cluster.api.create(secret);
  const { labels } = secret.metadata;
  cluster.api.create({
    ...helmRelease('1.17.1', {}),
    metadata: { ...secret.metadata, name: 'older', labels: { ...labels, version: '0' } },
  });
  expect(await read(cluster)).toEqual({
    revision: 1,
    chartVersion: '1.18.2',
    values: { 'loadBalancer.mode': 'dsr', 'extraConfig.enable-ipip-termination': 'true' },
  });
});

it('gives null where no release is deployed', async () => {
  expect(await read(await shop())).toBeNull();
});

it.each([
  ['no gzip', Buffer.from('{"password":"hidden"')],
  ['cut gzip', gzipSync('{"config":{}}').subarray(0, 12)],
  ['JSON that is no release', gzipSync('["hidden"]')],
  ['what unpacks to 40 MB', gzipSync(Buffer.alloc(40_000_000, 0x20))],
])('refuses %s, and repeats nothing of it', async (_what, packed) => {
  const cluster = await shop();
  cluster.api.create(secretWith(packed));
  const error = await read(cluster).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'unreadable' });
  expect(JSON.stringify(error) + String(error)).not.toContain('hidden');
});
