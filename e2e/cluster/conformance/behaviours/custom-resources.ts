import { describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';
import { conflictMessage } from './updates';

const type = { apiVersion: 'cilium.io/v2', kind: 'CiliumNodeConfig' };
const details = { name: 'one', group: 'cilium.io', kind: 'ciliumnodeconfigs' };
const kind = 'CiliumNodeConfig.cilium.io';

/** CiliumNodeConfig, the custom resource that the product writes. */
export function customResources(server: Server): void {
  describe('a custom resource', () => {
    const path = inNamespace(server, 'custom')('ciliumnodeconfigs');
    const one = `${path}/one`;
    const api = () => server().api('admin');
    const config = (name: string) => ({
      ...type,
      metadata: { name },
      spec: { nodeSelector: {}, defaults: { k: 'v' } },
    });

    test('counts generations by its spec, and its list items carry their type', async () => {
      expect((await api().post(path, config('one'))).body).toMatchObject({
        ...type,
        metadata: { generation: 1 },
        spec: { nodeSelector: {}, defaults: { k: 'v' } },
      });
      const changed = await api().patch(one, 'merge', { spec: { defaults: { k: null, l: '2' } } });
      expect(changed.body).toMatchObject({ metadata: { generation: 2 }, spec: { defaults: { l: '2' } } });
      const labelled = await api().patch(one, 'merge', { metadata: { labels: { a: 'b' } } });
      expect(labelled.body.metadata?.generation).toBe(2);
      const { body } = await api().get(`${path}?labelSelector=a%3Db&fieldSelector=metadata.name%3Done`);
      expect(body.items).toEqual([expect.objectContaining(type)]);
    });

    test('must say its type', async () => {
      const { metadata, spec } = config('two');
      const { body } = await api().post(path, { metadata, spec });
      expect(body).toMatchObject({
        code: 400,
        reason: 'BadRequest',
        message: expect.stringContaining(`Object 'Kind' is missing in`) as string,
      });
    });

    test('takes merge and JSON patches, no strategic one', async () => {
      const test = { op: 'test', path: '/spec/defaults/l', value: '2' };
      const replace = { op: 'replace', path: '/spec/defaults/l', value: '3' };
      expect((await api().patch(one, 'json', [test, replace])).body.spec).toMatchObject({
        defaults: { l: '3' },
      });
      expect((await api().patch(one, 'json', [test])).body).toEqual(
        refusal(422, 'Invalid', 'the server rejected our request due to an error in our request', {}),
      );
      expect((await api().patch(one, 'strategic', {})).body).toMatchObject({
        code: 415,
        reason: 'UnsupportedMediaType',
      });
    });

    test('is checked against its schema, on create and patch', async () => {
      const create = async (spec: unknown) => (await api().post(path, { ...config('two'), spec })).body;
      expect(await create(undefined)).toEqual(
        invalidField(kind, 'two', ['required', 'spec', 'Required value']),
      );
      expect(await create({ nodeSelector: {} })).toEqual(
        invalidField(kind, 'two', ['required', 'spec.defaults', 'Required value']),
      );
      const message = (key: string) =>
        `Invalid value: "integer": spec.defaults.${key} in body must be of type string: "integer"`;
      expect(await create({ nodeSelector: {}, defaults: { k: 1 } })).toEqual(
        invalidField(kind, 'two', ['type', 'spec.defaults.k', message('k')]),
      );
      expect((await api().patch(one, 'merge', { spec: { defaults: { l: 2 } } })).body).toEqual(
        invalidField(kind, 'one', ['type', 'spec.defaults.l', message('l')]),
      );
    });

    test('exists, conflicts, and cannot be replaced without a version', async () => {
      expect((await api().post(path, config('one'))).body).toEqual(
        refusal(409, 'AlreadyExists', 'ciliumnodeconfigs.cilium.io "one" already exists', details),
      );
      const stale = { ...config('one'), metadata: { name: 'one', resourceVersion: '1' } };
      expect((await api().put(one, stale)).body).toEqual(
        refusal(409, 'Conflict', conflictMessage('ciliumnodeconfigs.cilium.io "one"'), details),
      );
      expect((await api().put(one, config('one'))).body).toMatchObject({
        code: 422,
        message:
          'ciliumnodeconfigs.cilium.io "one" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update',
        details,
      });
      const { body } = await api().get('/apis/cilium.io/v2/ciliumnodeconfigs?fieldSelector=spec.x%3Da');
      expect(body).toEqual(refusal(400, 'BadRequest', 'field label not supported: spec.x'));
    });
  });
}
