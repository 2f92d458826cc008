import { beforeAll, describe, expect, test } from 'vitest';
import { refusal, serverFailure } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';
import { conflictMessage } from './updates';

const rejected = refusal(
  422,
  'Invalid',
  'the server rejected our request due to an error in our request',
  {},
);

/** A patch that leaves no object of the kind: the message quotes the whole of it. */
const notDecoded = (why: string) => ({
  code: 422,
  reason: 'Invalid',
  details: {
    causes: [
      { reason: 'FieldValueInvalid', field: 'patch', message: expect.stringContaining(why) as string },
    ],
  },
});

export function patches(server: Server): void {
  describe('patches', () => {
    const maps = inNamespace(server, 'patches')('configmaps');
    const one = `${maps}/one`;
    const api = () => server().api('admin');
    const version = async () => (await api().get(one)).body.metadata?.resourceVersion ?? '';
    let firstVersion = '';

    beforeAll(async () => {
      const body = { metadata: { name: 'one', labels: { l: '1' } }, data: { a: '1', b: '2' } };
      firstVersion = (await api().post(maps, body)).body.metadata?.resourceVersion ?? '';
    });

    test('merge: null removes, the rest is kept', async () => {
      const { code, body } = await api().patch(one, 'merge', { data: { b: null, c: '3' } });
      expect({ code, data: body.data }).toEqual({ code: 200, data: { a: '1', c: '3' } });
      expect(body.metadata?.labels).toEqual({ l: '1' });
      const emptied = await api().patch(`${one}?dryRun=All`, 'merge', { data: null });
      expect(emptied.body).not.toHaveProperty('data');
    });

    test('strategic: as merge, for maps', async () => {
      const { body } = await api().patch(one, 'strategic', { data: { c: null, d: '4' } });
      expect(body.data).toEqual({ a: '1', d: '4' });
    });

    test('JSON: add, replace, remove, copy, move, test; a pointer with a slash in it', async () => {
      const { code, body } = await api().patch(one, 'json', [
        { op: 'test', path: '/data/a', value: '1' },
        { op: 'replace', path: '/data/a', value: '5' },
        { op: 'add', path: '/metadata/annotations', value: { 'a/b': '1' } },
        { op: 'replace', path: '/metadata/annotations/a~1b', value: '2' },
        { op: 'copy', from: '/data/a', path: '/data/copy' },
        { op: 'move', from: '/data/d', path: '/data/moved' },
      ]);
      expect({ code, data: body.data }).toEqual({ code: 200, data: { a: '5', copy: '5', moved: '4' } });
      expect(body.metadata?.annotations).toEqual({ 'a/b': '2' });
      const { body: removed } = await api().patch(one, 'json', [
        { op: 'remove', path: '/data/copy' },
        { op: 'remove', path: '/metadata/annotations' },
      ]);
      expect(removed.data).toEqual({ a: '5', moved: '4' });
      expect(removed.metadata).not.toHaveProperty('annotations');
    });

    test('what changes nothing keeps the version', async () => {
      const before = await version();
      const { body } = await api().patch(one, 'merge', { data: { a: '5' } });
      expect(body.metadata?.resourceVersion).toBe(before);
    });

    test('with the version that was read they write, with an older one: 409', async () => {
      const conflict = refusal(409, 'Conflict', conflictMessage('configmaps "one"'), {
        name: 'one',
        kind: 'configmaps',
      });
      for (const type of ['merge', 'strategic'] as const) {
        const at = async (resourceVersion: string, value: string) =>
          api().patch(one, type, { metadata: { resourceVersion }, data: { at: value } });
        expect((await at(await version(), type)).body.data?.at).toBe(type);
        expect((await at(firstVersion, 'lost')).body).toEqual(conflict);
      }
      const json = async (resourceVersion: string, value: string) =>
        api().patch(one, 'json', [
          { op: 'replace', path: '/metadata/resourceVersion', value: resourceVersion },
          { op: 'replace', path: '/data/at', value },
        ]);
      expect((await json(await version(), 'json')).body.data?.at).toBe('json');
      expect((await json(firstVersion, 'lost')).body).toEqual(conflict);
      expect((await api().get(one)).body.data?.at).toBe('json');
    });

    test('JSON with a test of the version: writes, or 422 without a word of why', async () => {
      const tested = async (resourceVersion: string) =>
        api().patch(one, 'json', [
          { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
          { op: 'add', path: '/data/tested', value: 'yes' },
        ]);
      expect((await tested(firstVersion)).body).toEqual(rejected);
      expect((await tested(await version())).body.data?.tested).toBe('yes');
    });

    test.each<[string, unknown]>([
      ['removes what is not there', [{ op: 'remove', path: '/data/none' }]],
      ['adds below what is not there', [{ op: 'add', path: '/none/none', value: '1' }]],
      ['tests what is not there', [{ op: 'test', path: '/data/none', value: '1' }]],
      ['does what is no operation', [{ op: 'paint', path: '/data/a', value: '1' }]],
      ['has no path', [{ op: 'add', value: '1' }]],
    ])('JSON that %s: 422', async (_what, patch) => {
      expect((await api().patch(one, 'json', patch)).body).toEqual(rejected);
    });

    test('JSON is taken laxer than RFC 6902: replace adds a key, no value is null', async () => {
      const replaced = await api().patch(`${one}?dryRun=All`, 'json', [
        { op: 'replace', path: '/data/none', value: '1' },
      ]);
      expect(replaced.body.data?.none).toBe('1');
      const { body } = await api().patch(`${one}?dryRun=All`, 'json', [{ op: 'add', path: '/data/none' }]);
      expect(body.data?.none).toBe('');
    });

    test('bodies that are no patch: 400', async () => {
      expect((await api().patch(one, 'merge', [])).body).toEqual(
        refusal(
          400,
          'BadRequest',
          'error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}',
        ),
      );
      expect((await api().patch(one, 'json', { op: 'add' })).body).toEqual(
        refusal(
          400,
          'BadRequest',
          'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
        ),
      );
      expect((await api().patch(one, 'merge', '{"a"')).body).toMatchObject({
        code: 400,
        reason: 'BadRequest',
      });
    });

    test('of no patch’s type: 415', async () => {
      const { body } = await api().send('PATCH', one, { body: {} });
      expect(body).toEqual(refusal(415, 'UnsupportedMediaType', '415: Unsupported Media Type', {}));
    });

    test('that leave no ConfigMap: 422, of the field "patch"', async () => {
      const number = 'cannot unmarshal number into Go struct field ConfigMap.data of type string';
      expect((await api().patch(one, 'merge', { data: { n: 1 } })).body).toMatchObject(notDecoded(number));
      const json = [{ op: 'add', path: '/data/n', value: 1 }];
      expect((await api().patch(one, 'json', json)).body).toMatchObject(notDecoded(number));
      expect((await api().patch(one, 'strategic', { data: { n: 1 } })).body).toMatchObject(notDecoded(''));
      expect((await api().patch(one, 'merge', { apiVersion: 'v2' })).body).toMatchObject(
        notDecoded('no kind "ConfigMap" is registered for version "v2"'),
      );
    });

    test('that move the object: 400; that touch what is the server’s: 422', async () => {
      const merge = async (metadata: object | null) => (await api().patch(one, 'merge', { metadata })).body;
      expect(await merge({ name: 'two' })).toEqual(
        refusal(400, 'BadRequest', 'the name of the object (two) does not match the name on the URL (one)'),
      );
      expect(await merge({ namespace: 'other' })).toEqual(
        refusal(
          400,
          'BadRequest',
          'the namespace of the provided object does not match the namespace sent on the request',
        ),
      );
      expect(await merge(null)).toEqual(
        refusal(
          400,
          'BadRequest',
          'the name of the object (one based on URL) was undeterminable: name must be provided',
        ),
      );
      for (const [field, value] of [
        ['uid', 'another'],
        ['deletionTimestamp', '2020-01-01T00:00:00Z'],
      ] as const) {
        expect(await merge({ [field]: value })).toMatchObject({
          code: 422,
          reason: 'Invalid',
          message: expect.stringContaining(
            `metadata.${field}: Invalid value: "${value}": field is immutable`,
          ) as string,
        });
      }
      expect(await merge({ resourceVersion: 'abc' })).toEqual(
        serverFailure('strconv.ParseUint: parsing "abc": invalid syntax'),
      );
      const { body } = await api().patch(`${one}?dryRun=All`, 'merge', { metadata: { generation: 7 } });
      expect(body.metadata).not.toHaveProperty('generation');
    });

    test('of what is not there: 404', async () => {
      expect((await api().patch(`${maps}/none`, 'merge', {})).body).toEqual(
        refusal(404, 'NotFound', 'configmaps "none" not found', { name: 'none', kind: 'configmaps' }),
      );
    });

    test('a field that the kind does not have: left out with a warning, or refused', async () => {
      const warned = await api().patch(one, 'merge', { wrong: 1 });
      expect(warned.body).not.toHaveProperty('wrong');
      expect(warned.headers.warning).toBe('299 - "unknown field \\"wrong\\""');
      const strict = await api().patch(`${one}?fieldValidation=Strict`, 'merge', { wrong: 1 });
      expect(strict.body).toMatchObject(notDecoded('strict decoding error: unknown field "wrong"'));
    });
  });
}
