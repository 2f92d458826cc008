import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const slowMs = 20_000;

const pod = (name: string, spec: object = {}) => ({
  metadata: { name },
  spec: {
    containers: [
      { name: 'a', image: 'registry.example/a:1' },
      { name: 'b', image: 'registry.example/b:1' },
    ],
    ...spec,
  },
});

/** A pod that takes its time to end, on every server: on a node that is not there, and with a hook that outlasts the test. */
const lastingPod = (name: string) =>
  pod(name, {
    nodeName: 'nowhere',
    terminationGracePeriodSeconds: 60,
    containers: [
      {
        name: 'a',
        image: 'registry.example/a:1',
        lifecycle: { preStop: { exec: { command: ['sleep', '600'] } } },
      },
    ],
  });

export function pods(server: Server): void {
  describe('pods', () => {
    const path = inNamespace(server, 'pods')('pods');
    const api = () => server().api('admin');
    const unschedulable = { nodeSelector: { nowhere: 'yes' } };

    beforeAll(async () => {
      // A namespace takes no pods until its ServiceAccount is there.
      const deadlineMs = performance.now() + slowMs;
      const takesPods = async () => (await api().post(`${path}?dryRun=All`, pod('first'))).code === 201;
      while (!(await takesPods())) {
        if (performance.now() > deadlineMs) throw new Error('The namespace takes no pods.');
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });

    const running = async (name: string) => {
      await api().post(path, pod(name));
      await eventually(async () => (await api().get(`${path}/${name}`)).body.status, slowMs).toMatchObject({
        phase: 'Running',
      });
    };

    test('are pending at first, and checked', async () => {
      const { body } = await api().post(`${path}?dryRun=All`, pod('one'));
      expect(body.status).toMatchObject({ phase: 'Pending', qosClass: 'BestEffort' });
      expect((await api().post(path, { metadata: { name: 'none' }, spec: {} })).body).toEqual(
        invalidField('Pod', 'none', ['required', 'spec.containers', 'Required value']),
      );
    });

    test('do not change but in a few fields', async () => {
      await running('fixed');
      const { body } = await api().patch(`${path}/fixed`, 'merge', { spec: { nodeName: 'other' } });
      expect(body).toMatchObject({
        code: 422,
        message: expect.stringMatching(
          /^Pod "fixed" is invalid: spec: Forbidden: pod updates may not change fields other than/,
        ) as string,
        details: { name: 'fixed', kind: 'Pod', causes: [{ reason: 'FieldValueForbidden', field: 'spec' }] },
      });
      const image = await api().patch(`${path}/fixed`, 'strategic', {
        spec: { containers: [{ name: 'a', image: 'registry.example/a:2' }] },
      });
      expect(image.code).toBe(200);
    });

    test('a delete marks with the grace asked for or the pod’s own, which later ones can only shorten', async () => {
      const one = `${path}/graceful`;
      await api().post(path, lastingPod('graceful'));
      const graceOf = async (options?: object) =>
        (await api().delete(one, options)).body.metadata?.deletionGracePeriodSeconds;
      expect(await graceOf({ dryRun: ['All'] })).toBe(60);
      expect((await api().get(one)).body.metadata).not.toHaveProperty('deletionTimestamp');
      const { body } = await api().delete(one);
      expect(body).toMatchObject({ kind: 'Pod', metadata: { deletionGracePeriodSeconds: 60 } });
      const leftMs = Date.parse(body.metadata?.deletionTimestamp ?? '') - Date.now();
      expect(leftMs).toBeGreaterThan(40_000);
      expect(leftMs).toBeLessThanOrEqual(61_000);
      expect(await graceOf({ gracePeriodSeconds: 90 })).toBe(60);
      expect(await graceOf({ gracePeriodSeconds: 50 })).toBe(50);
      expect(await graceOf({ gracePeriodSeconds: 0 })).toBe(0);
      expect((await api().get(one)).code).toBe(404);
    });

    test('a grace of 0 is at once; of less, one second', async () => {
      await running('sudden');
      const { body } = await api().delete(`${path}/sudden`, { gracePeriodSeconds: 0 });
      expect(body.metadata).toMatchObject({ deletionGracePeriodSeconds: 0 });
      expect((await api().get(`${path}/sudden`)).code).toBe(404);
      await running('negative');
      const negative = await api().delete(`${path}/negative`, { gracePeriodSeconds: -1 });
      expect(negative.body.metadata).toMatchObject({ deletionGracePeriodSeconds: 1 });
    });

    test('one without a node goes at once', async () => {
      await api().post(path, pod('unbound', unschedulable));
      const { body } = await api().delete(`${path}/unbound`);
      expect(body).toMatchObject({
        kind: 'Pod',
        metadata: { deletionGracePeriodSeconds: 0, deletionTimestamp: expect.any(String) as string },
      });
      expect((await api().get(`${path}/unbound`)).code).toBe(404);
    });

    test('only this pod: 409', async () => {
      await running('precious');
      const { body } = await api().delete(`${path}/precious`, { preconditions: { uid: 'another' } });
      expect(body).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message: expect.stringMatching(
          /^Operation cannot be fulfilled on Pod "precious": the UID in the precondition \(another\) does not match/,
        ) as string,
        details: { name: 'precious', kind: 'Pod' },
      });
    });

    test('an eviction deletes, and leaves a word on the pod of who did', async () => {
      const one = `${path}/evicted`;
      await api().post(path, lastingPod('evicted'));
      const eviction = (name: string, rest: object = {}) => ({
        apiVersion: 'policy/v1',
        kind: 'Eviction',
        metadata: { name },
        ...rest,
      });
      const success = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', code: 201 };
      const tried = [
        await api().post(`${one}/eviction?dryRun=All`, eviction('evicted')),
        await api().post(`${one}/eviction`, eviction('evicted', { deleteOptions: { dryRun: ['All'] } })),
      ];
      expect(tried.map(({ body }) => body)).toEqual([success, success]);
      expect((await api().get(one)).body.metadata).not.toHaveProperty('deletionTimestamp');
      expect((await api().post(`${one}/eviction`, eviction('other'))).body).toEqual(
        refusal(400, 'BadRequest', 'name in URL does not match name in Eviction object'),
      );
      expect((await api().post(`${path}/none/eviction`, eviction('none'))).body).toMatchObject({ code: 404 });
      expect((await api().post(`${one}/eviction`, eviction('evicted'))).body).toEqual(success);
      const { body } = await api().get(one);
      expect(body.metadata).toHaveProperty('deletionTimestamp');
      expect(body.status).toMatchObject({
        conditions: expect.arrayContaining([
          expect.objectContaining({
            type: 'DisruptionTarget',
            status: 'True',
            reason: 'EvictionByEvictionAPI',
            message: 'Eviction API: evicting',
          }),
        ]) as object[],
      });
      await api().delete(one, { gracePeriodSeconds: 0 });
    });

    test('exec and log of a pod: which container is meant, and that the pod has a node', async () => {
      await api().post(path, pod('unbound', unschedulable));
      await running('two');
      for (const url of ['log', 'exec?command=ls&stdout=true']) {
        const container = (name: string) => `${url}${url.includes('?') ? '&' : '?'}container=${name}`;
        expect((await api().get(`${path}/two/${url}`)).body).toEqual(
          refusal(400, 'BadRequest', 'a container name must be specified for pod two, choose one of: [a b]'),
        );
        expect((await api().get(`${path}/two/${container('c')}`)).body).toEqual(
          refusal(400, 'BadRequest', 'container c is not valid for pod two'),
        );
        expect((await api().get(`${path}/none/${container('a')}`)).body).toEqual(
          refusal(404, 'NotFound', 'pods "none" not found', { name: 'none', kind: 'pods' }),
        );
      }
      expect((await api().get(`${path}/unbound/exec?command=ls&stdout=true&container=a`)).body).toEqual(
        refusal(400, 'BadRequest', 'pod unbound does not have a host assigned'),
      );
      const { code, text } = await api().get(`${path}/unbound/log?container=a`);
      expect({ code, text }).toEqual({ code: 204, text: '' });
    });
  });
}
