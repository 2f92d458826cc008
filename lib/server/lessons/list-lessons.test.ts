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

it('reads ConfigMaps with the label, each value as it stands there, and no other', async () => {
  expect(await listLessons(connection, ['kube-system'])).toEqual({ items: [], left: 0, problem: null });
  const label = { 'kpr-explorer.io/lesson': 'true' };
  configMap('b', label, { 'two.json': '{', 'one.json': '{"id":"one"}' });
  configMap('a', label, { huge: 'x'.repeat(70_000) });
  configMap('c', { 'kpr-explorer.io/lesson': 'false' }, { 'three.json': '{}' });
  const { items, left, problem } = await listLessons(connection, ['kube-system', 'kube-system']);
  expect(items).toEqual([
    { namespace: 'kube-system', configMap: 'b', key: 'one.json', text: '{"id":"one"}' },
    { namespace: 'kube-system', configMap: 'b', key: 'two.json', text: '{' },
  ]);
  expect({ left, problem }).toEqual({ left: 0, problem: null });
});

it('says why it could not read them', async () => {
  cluster.faults.api({ code: 403, path: '/api/v1/namespaces/kube-system/configmaps' });
  const { items, problem } = await listLessons(connection, ['kube-system']);
  expect(items).toEqual([]);
  expect(problem?.code).toBe('forbidden');
});
