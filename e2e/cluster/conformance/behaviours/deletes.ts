import { beforeEach, describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

export function deletes(server: Server): void {
  describe('delete', () => {
    const path = inNamespace(server, 'deletes');
    const maps = path('configmaps');
    const one = `${maps}/one`;
    const api = () => server().api('admin');
    const isThere = async () => (await api().get(one)).code === 200;

    beforeEach(async () => {
      await api().post(maps, { metadata: { name: 'one' } });
    });

    test('answers with the uid of what went; again: 404', async () => {
      const { body: before } = await api().get(one);
      const { code, body } = await api().delete(one, {
        kind: 'DeleteOptions',
        apiVersion: 'v1',
        propagationPolicy: 'Background',
      });
      expect({ code, body }).toEqual({
        code: 200,
        body: {
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Success',
          details: { name: 'one', kind: 'configmaps', uid: before.metadata?.uid },
        },
      });
      expect((await api().delete(one)).body).toEqual(
        refusal(404, 'NotFound', 'configmaps "one" not found', { name: 'one', kind: 'configmaps' }),
      );
    });

    test('only this object, only this version of it, else 409', async () => {
      const { metadata: { uid = '', resourceVersion = '' } = {} } = (await api().get(one)).body;
      const refused = async (preconditions: object) => (await api().delete(one, { preconditions })).body;
      const details = { name: 'one', kind: 'ConfigMap' };
      expect(await refused({ uid: 'another' })).toEqual(
        refusal(
          409,
          'Conflict',
          `Operation cannot be fulfilled on ConfigMap "one": the UID in the precondition (another) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
          details,
        ),
      );
      expect(await refused({ resourceVersion: '1' })).toEqual(
        refusal(
          409,
          'Conflict',
          `Operation cannot be fulfilled on ConfigMap "one": the ResourceVersion in the precondition (1) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
          details,
        ),
      );
      expect((await api().delete(one, { preconditions: { uid, resourceVersion } })).code).toBe(200);
    });

    test('tried only: in the query without a body, in the body with one', async () => {
      expect((await api().delete(`${one}?dryRun=All`)).code).toBe(200);
      expect((await api().delete(one, { dryRun: ['All'] })).code).toBe(200);
      expect(await isThere()).toBe(true);
      // A body makes the query count for nothing, also this one.
      expect((await api().delete(`${one}?dryRun=All`, {})).code).toBe(200);
      expect(await isThere()).toBe(false);
    });

    test('options that are none', async () => {
      expect((await api().delete(one, { propagationPolicy: 'Sideways' })).body).toEqual(
        invalidField('DeleteOptions.meta.k8s.io', '', [
          'unsupported',
          'propagationPolicy',
          'Unsupported value: "Sideways": supported values: "Foreground", "Background", "Orphan", "nil"',
        ]),
      );
      expect((await api().delete(one, { kind: 'ConfigMap', apiVersion: 'v1' })).body).toMatchObject({
        code: 400,
        reason: 'BadRequest',
      });
      expect(await isThere()).toBe(true);
    });

    test('a finalizer holds the object, marked, until it is taken off', async () => {
      await api().post(maps, { metadata: { name: 'held', finalizers: ['example.com/hold'] } });
      const { code, body } = await api().delete(`${maps}/held`);
      expect({ code, kind: body.kind }).toEqual({ code: 200, kind: 'ConfigMap' });
      expect(body.metadata).toMatchObject({
        deletionTimestamp: expect.any(String) as string,
        deletionGracePeriodSeconds: 0,
      });
      expect((await api().get(`${maps}/held`)).code).toBe(200);
      const { code: released } = await api().patch(`${maps}/held`, 'merge', {
        metadata: { finalizers: null },
      });
      expect(released).toBe(200);
      expect((await api().get(`${maps}/held`)).code).toBe(404);
    });

    test('of a collection: what its selector matches, which is the answer', async () => {
      for (const name of ['c1', 'c2']) await api().post(maps, { metadata: { name, labels: { batch: 'c' } } });
      const { code, body } = await api().delete(`${maps}?labelSelector=batch%3Dc`);
      expect({ code, kind: body.kind }).toEqual({ code: 200, kind: 'ConfigMapList' });
      expect(body.items?.map(({ metadata }) => metadata?.name)).toEqual(['c1', 'c2']);
      expect((await api().get(`${maps}?labelSelector=batch%3Dc`)).body.items).toEqual([]);
      expect(await isThere()).toBe(true);
    });
  });
}
