import { AppsV1Api, CustomObjectsApi, PatchStrategy, setHeaderOptions } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.fixture';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, core } = server;

describe('writes', () => {
  const target = { namespace: 'demo', name: 'settings' };

  test('the three patches, without a revision and with a stale one', async () => {
    const api = core();
    const created = await api.createNamespacedConfigMap({
      namespace: 'demo',
      body: { metadata: { name: 'settings' }, data: { a: '1', b: '2' } },
    });
    const stale = created.metadata?.resourceVersion;
    const json = setHeaderOptions('Content-Type', PatchStrategy.JsonPatch);
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const strategic = setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch);

    await api.patchNamespacedConfigMap(
      { ...target, body: [{ op: 'replace', path: '/data/a', value: '3' }] },
      json,
    );
    await api.patchNamespacedConfigMap({ ...target, body: { data: { b: null, c: '4' } } }, merge);
    const after = await api.patchNamespacedConfigMap({ ...target, body: { data: { d: '5' } } }, strategic);
    expect(after.data).toEqual({ a: '3', c: '4', d: '5' });

    for (const options of [merge, strategic]) {
      const body = { metadata: { resourceVersion: stale }, data: { a: 'lost' } };
      const status = await refusal(api.patchNamespacedConfigMap({ ...target, body }, options));
      expect(status).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configmaps "settings": the object has been modified; please apply your changes to the latest version and try again',
      });
    }
    const tested = [
      { op: 'test', path: '/metadata/resourceVersion', value: stale },
      { op: 'replace', path: '/data/a', value: 'lost' },
    ];
    expect(await refusal(api.patchNamespacedConfigMap({ ...target, body: tested }, json))).toMatchObject({
      code: 422,
      reason: 'Invalid',
    });
    const current = { metadata: { resourceVersion: after.metadata?.resourceVersion }, data: { a: 'kept' } };
    const kept = await api.patchNamespacedConfigMap({ ...target, body: current }, merge);
    expect(kept.data?.a).toBe('kept');
  });

  test('a replace with a stale revision conflicts, an unchanged one keeps its revision', async () => {
    const api = core();
    const before = await api.readNamespacedConfigMap(target);
    const same = await api.replaceNamespacedConfigMap({ ...target, body: before });
    expect(same.metadata?.resourceVersion).toBe(before.metadata?.resourceVersion);
    await api.replaceNamespacedConfigMap({ ...target, body: { ...before, data: { x: '1' } } });
    expect(await refusal(api.replaceNamespacedConfigMap({ ...target, body: before }))).toMatchObject({
      code: 409,
    });
  });

  test('a dry run answers as the write would, and writes nothing', async () => {
    const api = core();
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const before = await api.readNamespacedConfigMap(target);
    const body = { data: { dry: 'run' } };
    const answer = await api.patchNamespacedConfigMap({ ...target, body, dryRun: 'All' }, merge);
    expect(answer.data?.dry).toBe('run');
    expect(await api.readNamespacedConfigMap(target)).toEqual(before);
  });

  test('what does not fit is refused as Kubernetes refuses it', async () => {
    const api = core();
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    expect(
      await refusal(api.patchNamespacedConfigMap({ ...target, body: { data: { n: 1 } } }, merge)),
    ).toMatchObject({
      code: 422,
      reason: 'Invalid',
      details: { causes: [{ field: 'patch' }] },
    });
    expect(
      await refusal(
        api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'A_b' } } }),
      ),
    ).toMatchObject({
      code: 422,
      reason: 'Invalid',
      details: { name: 'A_b', kind: 'ConfigMap', causes: [{ field: 'metadata.name' }] },
    });
    expect(
      await refusal(api.createNamespacedConfigMap({ namespace: 'none', body: { metadata: { name: 'a' } } })),
    ).toMatchObject({
      code: 404,
      message: 'namespaces "none" not found',
    });
    expect(await refusal(api.readNamespacedConfigMap({ namespace: 'demo', name: 'none' }))).toMatchObject({
      kind: 'Status',
      code: 404,
      reason: 'NotFound',
      message: 'configmaps "none" not found',
      details: { name: 'none', kind: 'configmaps' },
    });
    const preconditions = { resourceVersion: '1' };
    expect(
      await refusal(api.deleteNamespacedConfigMap({ ...target, body: { preconditions } })),
    ).toMatchObject({
      code: 409,
    });
  });

  test('spec and status are written apart, and a change of spec counts a generation', async () => {
    const apps = configFor().makeApiClient(AppsV1Api);
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const where = { namespace: 'demo', name: 'web' };
    const before = await apps.readNamespacedDeployment(where);
    const body = { spec: { minReadySeconds: 1 }, status: { replicas: 99 } };
    const after = await apps.patchNamespacedDeployment({ ...where, body }, merge);
    expect(after.metadata?.generation).toBe((before.metadata?.generation ?? 0) + 1);
    expect(after.status?.replicas).not.toBe(99);
  });

  test('a custom resource has both patches but the strategic one, in each of its versions', async () => {
    const api = configFor().makeApiClient(CustomObjectsApi);
    const where = {
      group: 'cilium.io',
      version: 'v2',
      namespace: 'kube-system',
      plural: 'ciliumnodeconfigs',
    };
    const spec = { nodeSelector: { matchLabels: { pool: 'a' } }, defaults: { debug: 'true' } };
    await api.createNamespacedCustomObject({
      ...where,
      body: { apiVersion: 'cilium.io/v2', kind: 'CiliumNodeConfig', metadata: { name: 'pool-a' }, spec },
    });
    const older: { apiVersion?: string } = await api.getNamespacedCustomObject({
      ...where,
      version: 'v2alpha1',
      name: 'pool-a',
    });
    expect(older.apiVersion).toBe('cilium.io/v2alpha1');
    const strategic = setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch);
    const patch = { ...where, name: 'pool-a', body: { spec: { defaults: { debug: null } } } };
    expect(await refusal(api.patchNamespacedCustomObject(patch, strategic))).toMatchObject({ code: 415 });
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const patched: { spec?: { defaults?: object } } = await api.patchNamespacedCustomObject(patch, merge);
    expect(patched.spec?.defaults).toEqual({});
    await api.deleteNamespacedCustomObject({ ...where, name: 'pool-a' });
  });
});
