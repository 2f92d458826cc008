import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import type { ApiBody } from '../api-client';
import { invalidField } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const labels = { app: 'set' };
const slowMs = 30_000;
const restartedAt = 'kubectl.kubernetes.io/restartedAt';
const generationOfTemplate = 'deprecated.daemonset.template.generation';

const set = (name: string, spec: object = {}) => ({
  metadata: { name },
  spec: {
    selector: { matchLabels: labels },
    template: {
      metadata: { labels },
      spec: { containers: [{ name: 'a', image: 'registry.example/a:1', ports: [{ containerPort: 80 }] }] },
    },
    ...spec,
  },
});

export function daemonSets(server: Server): void {
  describe('a DaemonSet', () => {
    const path = inNamespace(server, 'sets');
    const sets = path('daemonsets');
    const one = `${sets}/one`;
    const api = () => server().api('admin');
    const status = async () => (await api().get(one)).body.status;
    let created: ApiBody = {};

    const podsBy = async () => {
      const { body } = await api().get(`${path('pods')}?labelSelector=app%3Dset`);
      return (body.items ?? []).filter(({ metadata }) => metadata?.deletionTimestamp === undefined);
    };
    const revisions = async () => (await api().get(path('controllerrevisions'))).body.items ?? [];
    const settled = (observedGeneration: number) => ({
      currentNumberScheduled: 2,
      numberMisscheduled: 0,
      desiredNumberScheduled: 2,
      numberReady: 2,
      observedGeneration,
      updatedNumberScheduled: 2,
      numberAvailable: 2,
    });

    beforeAll(async () => {
      created = (await api().post(sets, set('one'))).body;
    });

    test('is completed: strategy, history, what a container leaves out, the count of its templates', () => {
      expect(created).toMatchObject({
        metadata: { generation: 1, annotations: { [generationOfTemplate]: '1' } },
        spec: {
          updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1, maxSurge: 0 } },
          revisionHistoryLimit: 10,
          template: {
            spec: {
              containers: [
                {
                  name: 'a',
                  image: 'registry.example/a:1',
                  ports: [{ containerPort: 80, protocol: 'TCP' }],
                  resources: {},
                  terminationMessagePath: '/dev/termination-log',
                  terminationMessagePolicy: 'File',
                  imagePullPolicy: 'IfNotPresent',
                },
              ],
              restartPolicy: 'Always',
              terminationGracePeriodSeconds: 30,
              dnsPolicy: 'ClusterFirst',
              securityContext: {},
              schedulerName: 'default-scheduler',
            },
          },
        },
        status: {
          currentNumberScheduled: 0,
          numberMisscheduled: 0,
          desiredNumberScheduled: 0,
          numberReady: 0,
        },
      });
    });

    test('gets a pod on each node, and tells how many are scheduled, ready, of its template, available', async () => {
      await eventually(status, slowMs).toEqual(settled(1));
      const pods = await podsBy();
      expect(pods).toHaveLength(2);
      const [revision] = await revisions();
      const hash = revision?.metadata?.labels?.['controller-revision-hash'];
      expect(revision).toMatchObject({
        metadata: { name: `one-${hash}`, ownerReferences: [{ kind: 'DaemonSet', name: 'one' }] },
        revision: 1,
        data: { spec: { template: { $patch: 'replace', metadata: { labels } } } },
      });
      for (const pod of pods) {
        expect(pod.metadata).toMatchObject({
          labels: { ...labels, 'controller-revision-hash': hash },
          ownerReferences: [{ kind: 'DaemonSet', name: 'one', controller: true }],
        });
        expect(pod.metadata?.name).toMatch(/^one-[a-z0-9]{5}$/);
      }
    });

    test('is restarted by an annotation of its template: one pod after the other', async () => {
      const before = (await podsBy()).map(({ metadata }) => metadata?.name);
      const template = { metadata: { annotations: { [restartedAt]: '2026-01-01T00:00:00Z' } } };
      const seen: unknown[] = [];
      const watch = await api().watch(sets, { fieldSelector: 'metadata.name=one' });
      const { body } = await api().patch(one, 'strategic', { spec: { template } });
      expect(body.metadata).toMatchObject({ generation: 2, annotations: { [generationOfTemplate]: '2' } });
      await eventually(status, slowMs).toEqual(settled(2));
      watch.stop();
      seen.push(...watch.events.map(({ object }) => object.status));
      // Never more than one without an available pod, and it says so while it lasts.
      expect(seen).toContainEqual(expect.objectContaining({ numberAvailable: 1, numberUnavailable: 1 }));
      expect(seen).not.toContainEqual(
        expect.objectContaining({ numberUnavailable: 2, observedGeneration: 2 }),
      );
      expect(seen).toContainEqual(
        expect.objectContaining({ observedGeneration: 2, updatedNumberScheduled: 1 }),
      );
      const after = (await podsBy()).map(({ metadata }) => metadata?.name);
      expect(after.filter((name) => before.includes(name))).toEqual([]);
      const numbers = (await revisions()).map(({ revision }) => revision).toSorted();
      expect(numbers).toEqual([1, 2]);
      const newest = (await revisions()).find(({ revision }) => revision === 2);
      const hash = newest?.metadata?.labels?.['controller-revision-hash'];
      for (const { metadata } of await podsBy()) {
        expect(metadata?.labels?.['controller-revision-hash']).toBe(hash);
      }
    });

    test('with OnDelete nothing happens until a pod is deleted', async () => {
      await api().patch(one, 'merge', { spec: { updateStrategy: { type: 'OnDelete' } } });
      const template = { metadata: { annotations: { [restartedAt]: '2026-01-02T00:00:00Z' } } };
      const { body } = await api().patch(one, 'strategic', { spec: { template } });
      const generation = body.metadata?.generation ?? 0;
      const { updatedNumberScheduled: _none, ...old } = settled(generation);
      await eventually(status, slowMs).toEqual(old);
      const [first] = await podsBy();
      await api().delete(`${path('pods')}/${first?.metadata?.name}`, { gracePeriodSeconds: 1 });
      await eventually(status, slowMs).toEqual({ ...settled(generation), updatedNumberScheduled: 1 });
    });

    test('spec and status are written apart', async () => {
      const { body } = await api().patch(`${one}?dryRun=All`, 'merge', { status: { numberReady: 9 } });
      expect(body.status).not.toMatchObject({ numberReady: 9 });
      const { body: written } = await api().patch(`${one}/status?dryRun=All`, 'merge', {
        status: { numberReady: 9 },
        spec: { minReadySeconds: 5 },
      });
      expect(written.status).toMatchObject({ numberReady: 9 });
      expect(written.spec).not.toHaveProperty('minReadySeconds');
    });

    test('a label is no new generation', async () => {
      const before = (await api().get(one)).body.metadata?.generation;
      const { body } = await api().patch(one, 'merge', { metadata: { labels: { seen: 'yes' } } });
      expect(body.metadata?.generation).toBe(before);
    });

    test('is checked: 422 with every cause', async () => {
      const what = 'DaemonSet.apps';
      const create = async (spec: object) => (await api().post(sets, set('two', spec))).body;
      const mismatch = 'Invalid value: {"app":"set"}: `selector` does not match template `labels`';
      expect(await create({ selector: { matchLabels: { app: 'other' } } })).toEqual(
        invalidField(what, 'two', ['invalid', 'spec.template.metadata.labels', mismatch]),
      );
      expect(await create({ template: { metadata: { labels }, spec: { containers: [] } } })).toEqual(
        invalidField(what, 'two', ['required', 'spec.template.spec.containers', 'Required value']),
      );
      expect(
        await create({ template: { metadata: { labels }, spec: { containers: [{ name: 'a' }] } } }),
      ).toEqual(
        invalidField(what, 'two', ['required', 'spec.template.spec.containers[0].image', 'Required value']),
      );
      expect(await create({ template: {}, selector: {} })).toMatchObject({
        code: 422,
        message:
          'DaemonSet.apps "two" is invalid: [spec.selector: Invalid value: {}: empty selector is invalid for daemonset, spec.template.spec.containers: Required value]',
        details: { causes: [{ reason: 'FieldValueInvalid' }, { reason: 'FieldValueRequired' }] },
      });
    });

    test('its selector stays, its strategy makes sense', async () => {
      const what = 'DaemonSet.apps';
      const patch = async (spec: object) => (await api().patch(one, 'merge', { spec })).body;
      expect(
        await patch({
          selector: { matchLabels: { app: 'q' } },
          template: { metadata: { labels: { app: 'q' } } },
        }),
      ).toEqual(
        invalidField(what, 'one', [
          'invalid',
          'spec.selector',
          'Invalid value: {"matchLabels":{"app":"q"}}: field is immutable',
        ]),
      );
      const strategy = async (rollingUpdate: object) =>
        patch({ updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
      const field = 'spec.updateStrategy.rollingUpdate.maxUnavailable';
      expect(await strategy({ maxUnavailable: 0 })).toEqual(
        invalidField(what, 'one', ['required', field, 'Required value: cannot be 0 when maxSurge is 0']),
      );
      expect(await strategy({ maxUnavailable: '150%' })).toEqual(
        invalidField(what, 'one', ['invalid', field, 'Invalid value: "150%": must not be greater than 100%']),
      );
      expect(await patch({ updateStrategy: { type: 'Sometimes' } })).toMatchObject({
        code: 422,
        details: { causes: [{ reason: 'FieldValueNotSupported', field: 'spec.updateStrategy' }] },
      });
    });
  });
}
