import { beforeAll, describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

export const conflictMessage = (what: string) =>
  `Operation cannot be fulfilled on ${what}: the object has been modified; please apply your changes to the latest version and try again`;

export function updates(server: Server): void {
  describe('update', () => {
    const maps = inNamespace(server, 'updates')('configmaps');
    const one = `${maps}/one`;
    const api = () => server().api('admin');
    let firstVersion = '';

    beforeAll(async () => {
      const { body } = await api().post(maps, {
        metadata: { name: 'one', labels: { kept: 'no' } },
        data: { a: '1' },
      });
      firstVersion = body.metadata?.resourceVersion ?? '';
    });

    test('with the version that was read it replaces all of the object, but what is the server’s', async () => {
      const { body: before } = await api().get(one);
      const { code, body } = await api().put(one, {
        metadata: { name: 'one', resourceVersion: before.metadata?.resourceVersion },
        data: { b: '2' },
      });
      expect(code).toBe(200);
      expect(body).toMatchObject({ data: { b: '2' } });
      const { uid, creationTimestamp } = before.metadata ?? {};
      expect(body.metadata).toMatchObject({ name: 'one', namespace: 'updates', uid, creationTimestamp });
      expect(body.metadata).not.toHaveProperty('labels');
      expect(Number(body.metadata?.resourceVersion)).toBeGreaterThan(
        Number(before.metadata?.resourceVersion),
      );
    });

    test('without a version the last writer wins', async () => {
      const { code, body } = await api().put(one, { metadata: { name: 'one' }, data: { c: '3' } });
      expect({ code, data: body.data }).toEqual({ code: 200, data: { c: '3' } });
    });

    test('what changes nothing keeps the version', async () => {
      const { body: before } = await api().get(one);
      const { body } = await api().put(one, before);
      expect(body.metadata?.resourceVersion).toBe(before.metadata?.resourceVersion);
    });

    test('with an older version: 409 Conflict, and nothing is written', async () => {
      const { code, body } = await api().put(one, {
        metadata: { name: 'one', resourceVersion: firstVersion },
        data: { lost: 'x' },
      });
      expect({ code, body }).toEqual({
        code: 409,
        body: refusal(409, 'Conflict', conflictMessage('configmaps "one"'), {
          name: 'one',
          kind: 'configmaps',
        }),
      });
      expect((await api().get(one)).body.data).not.toHaveProperty('lost');
    });

    test('of another object of the same name, by its uid: 409', async () => {
      const { body } = await api().put(one, { metadata: { name: 'one', uid: 'another' } });
      expect(body).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message: expect.stringContaining('Precondition failed: UID in precondition: another') as string,
        details: { name: 'one', kind: 'configmaps' },
      });
    });

    test('of what is not there: 404, with a version or without', async () => {
      for (const resourceVersion of [undefined, firstVersion]) {
        const { body } = await api().put(`${maps}/none`, { metadata: { name: 'none', resourceVersion } });
        expect(body).toEqual(
          refusal(404, 'NotFound', 'configmaps "none" not found', { name: 'none', kind: 'configmaps' }),
        );
      }
    });

    test('its name must be there, and the one of the URL', async () => {
      expect((await api().put(one, { metadata: { name: 'two' } })).body).toEqual(
        refusal(400, 'BadRequest', 'the name of the object (two) does not match the name on the URL (one)'),
      );
      expect((await api().put(one, { metadata: {} })).body).toEqual(
        refusal(
          400,
          'BadRequest',
          'the name of the object (one based on URL) was undeterminable: name must be provided',
        ),
      );
    });

    test('an immutable ConfigMap stays as it is', async () => {
      await api().post(maps, { metadata: { name: 'fixed' }, immutable: true, data: { a: '1' } });
      const { body } = await api().patch(`${maps}/fixed`, 'merge', { data: { a: '2' } });
      expect(body).toEqual(
        invalidField('ConfigMap', 'fixed', [
          'forbidden',
          'data',
          'Forbidden: field is immutable when `immutable` is set',
        ]),
      );
      const labelled = await api().patch(`${maps}/fixed`, 'merge', { metadata: { labels: { a: 'b' } } });
      expect(labelled.code).toBe(200);
    });
  });
}
