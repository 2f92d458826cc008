import { afterAll, beforeAll, expect, it } from 'vitest';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { openConnection } from '@/lib/server/kube/open-connection';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import type { KindTypes } from '@/lib/server/training/agent-contract';
import { listLessons } from './list-lessons';

let cluster: TrainingCluster;
let connection: KubeConnection;

beforeAll(async () => {
  cluster = await startTrainingCluster({ scenario: 'article' });
  connection = openConnection({ kind: 'training', kubeconfig: cluster.kubeconfig, scenario: 'article' });
});
afterAll(() => cluster.stop());

function configMap(name: string, labels: Record<string, string>, data: Record<string, string>): void {
  const metadata = { name, namespace: 'kube-system', labels };
  const object: KindTypes['ConfigMap'] = { apiVersion: 'v1', kind: 'ConfigMap', metadata, data };
  cluster.api.create(object);
}

const none = { items: [], tooLarge: [], left: 0, problem: null };

it('reads ConfigMaps with the label, each value as it stands there, and no other', async () => {
  expect(await listLessons(connection, ['kube-system'])).toEqual(none);
  const label = { 'kpr-explorer.io/lesson': 'true' };
  configMap('b', label, { 'two.json': '{', 'one.json': '{"id":"one"}' });
  configMap('a', label, { huge: 'x'.repeat(70_000) });
  configMap('c', { 'kpr-explorer.io/lesson': 'false' }, { 'three.json': '{}' });
  configMap('d', label, { bytes: 'ä'.repeat(40_000), fits: 'ä'.repeat(32_000) });
  const { items, tooLarge, left, problem } = await listLessons(connection, ['kube-system', 'kube-system']);
  expect(items).toEqual([
    { namespace: 'kube-system', configMap: 'b', key: 'one.json', text: '{"id":"one"}' },
    { namespace: 'kube-system', configMap: 'b', key: 'two.json', text: '{' },
    { namespace: 'kube-system', configMap: 'd', key: 'fits', text: 'ä'.repeat(32_000) },
  ]);
  expect(tooLarge, 'told, and not given').toEqual([
    { namespace: 'kube-system', configMap: 'a', key: 'huge' },
    { namespace: 'kube-system', configMap: 'd', key: 'bytes' },
  ]);
  expect({ left, problem }).toEqual({ left: 0, problem: null });
});

it('counts those that are not shown, past the first page of ConfigMaps too', async () => {
  for (let index = 100; index < 220; index += 1) {
    configMap(`many-${index}`, { 'kpr-explorer.io/lesson': 'true' }, { 'one.json': `${index}` });
  }
  const { items, left, problem } = await listLessons(connection, ['kube-system']);
  expect(problem).toBeNull();
  expect(items).toHaveLength(40);
  expect(items.at(-1)?.configMap, 'the first by their names').toBe('many-136');
  expect(left).toBe(3 + 120 - 40);
});

it('says that it stopped where there is no end of ConfigMaps', async () => {
  for (let index = 300; index < 700; index += 1) {
    configMap(`many-${index}`, { 'kpr-explorer.io/lesson': 'true' }, { 'one.json': `${index}` });
  }
  const { items, problem } = await listLessons(connection, ['kube-system']);
  expect(items).toHaveLength(40);
  expect(problem).toMatchObject({ code: 'too-large', detail: expect.stringContaining('500') as string });
});

it('says why it could not read them', async () => {
  cluster.faults.api({ code: 403, path: '/api/v1/namespaces/kube-system/configmaps' });
  const { items, problem } = await listLessons(connection, ['kube-system']);
  expect(items).toEqual([]);
  expect(problem?.code).toBe('forbidden');
});
