import { describe, expect, test } from 'vitest';
import { invalidField, refusal, serverFailure } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const subdomain =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const namePart =
  "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const labelValue =
  "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";
const configKey =
  "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')";

export function creates(server: Server): void {
  describe('create and read', () => {
    const path = inNamespace(server, 'creates');
    const maps = path('configmaps');
    const api = () => server().api('admin');

    test('a new object gets its uid, revision and time; its type may be left out', async () => {
      const body = { metadata: { name: 'fresh', labels: {}, finalizers: [] }, data: { a: '1' } };
      const created = await api().post(maps, body);
      expect(created.code).toBe(201);
      expect(created.body).toMatchObject({
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: {
          name: 'fresh',
          namespace: 'creates',
          uid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          resourceVersion: expect.stringMatching(/^\d+$/) as string,
          creationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
        },
        data: { a: '1' },
      });
      // What is empty is left out, and a ConfigMap counts no generations.
      for (const field of ['labels', 'finalizers', 'generation']) {
        expect(created.body.metadata).not.toHaveProperty(field);
      }
      expect((await api().get(`${maps}/fresh`)).body).toEqual(created.body);
    });

    test('a name made up from generateName', async () => {
      const { body } = await api().post(maps, { metadata: { generateName: 'made-up-' } });
      expect(body.metadata?.name).toMatch(/^made-up-[a-z0-9]{5}$/);
    });

    test('a Namespace is active, and labelled with its name', async () => {
      const { body } = await api().get('/api/v1/namespaces/creates');
      expect(body).toMatchObject({
        metadata: { labels: { 'kubernetes.io/metadata.name': 'creates' } },
        status: { phase: 'Active' },
      });
    });

    test('a name that is taken: 409 AlreadyExists', async () => {
      await api().post(maps, { metadata: { name: 'taken' } });
      const { code, body } = await api().post(maps, { metadata: { name: 'taken' } });
      expect({ code, body }).toEqual({
        code: 409,
        body: refusal(409, 'AlreadyExists', 'configmaps "taken" already exists', {
          name: 'taken',
          kind: 'configmaps',
        }),
      });
    });

    test('what is not there: 404 NotFound, of an object, a namespace, a kind, a group, a path', async () => {
      expect((await api().get(`${maps}/nothing`)).body).toEqual(
        refusal(404, 'NotFound', 'configmaps "nothing" not found', { name: 'nothing', kind: 'configmaps' }),
      );
      const grouped = await api().get(`${path('daemonsets')}/nothing`);
      expect(grouped.body).toEqual(
        refusal(404, 'NotFound', 'daemonsets.apps "nothing" not found', {
          name: 'nothing',
          group: 'apps',
          kind: 'daemonsets',
        }),
      );
      const nowhere = await api().post('/api/v1/namespaces/nowhere/configmaps', { metadata: { name: 'a' } });
      expect(nowhere.body).toEqual(
        refusal(404, 'NotFound', 'namespaces "nowhere" not found', { name: 'nowhere', kind: 'namespaces' }),
      );
      for (const kind of ['/api/v1/namespaces/creates/nothings', '/apis/apps/v9/daemonsets']) {
        expect((await api().get(kind)).body).toEqual(
          refusal(404, 'NotFound', 'the server could not find the requested resource', {}),
        );
      }
      for (const url of ['/apis/nobody.io/v1/things', '/nowhere']) {
        const { code, text } = await api().get(url);
        expect({ code, text }).toEqual({ code: 404, text: '404 page not found\n' });
      }
    });

    test('what an object must not say when it is created', async () => {
      const post = async (body: unknown) => (await api().post(maps, body)).body;
      expect(await post({ metadata: { name: 'a', resourceVersion: '5' } })).toEqual(
        serverFailure('resourceVersion should not be set on objects to be created'),
      );
      expect(await post({ metadata: { name: 'a', namespace: 'other' } })).toEqual(
        refusal(
          400,
          'BadRequest',
          'the namespace of the provided object does not match the namespace sent on the request',
        ),
      );
      for (const type of [
        { kind: 'Pod', apiVersion: 'v1' },
        { kind: 'ConfigMap', apiVersion: 'apps/v1' },
      ]) {
        expect(await post({ ...type, metadata: { name: 'a' } })).toMatchObject({
          code: 400,
          reason: 'BadRequest',
        });
      }
      for (const body of [undefined, '{"a":', '[]']) {
        expect(await post(body)).toMatchObject({ code: 400, reason: 'BadRequest' });
      }
    });

    test('names, labels and annotations that are not spelled so: 422', async () => {
      const post = async (metadata: object) => (await api().post(maps, { metadata })).body;
      expect(await post({})).toEqual(
        invalidField('ConfigMap', '', [
          'required',
          'metadata.name',
          'Required value: name or generateName is required',
        ]),
      );
      expect(await post({ name: 'A_b' })).toEqual(
        invalidField('ConfigMap', 'A_b', ['invalid', 'metadata.name', `Invalid value: "A_b": ${subdomain}`]),
      );
      expect(await post({ name: 'x', labels: { 'a b': 'x' } })).toEqual(
        invalidField('ConfigMap', 'x', ['invalid', 'metadata.labels', `Invalid value: "a b": ${namePart}`]),
      );
      expect(await post({ name: 'x', labels: { a: 'x y' } })).toEqual(
        invalidField('ConfigMap', 'x', ['invalid', 'metadata.labels', `Invalid value: "x y": ${labelValue}`]),
      );
      expect(await post({ name: 'x', annotations: { 'a b': 'x' } })).toEqual(
        invalidField('ConfigMap', 'x', [
          'invalid',
          'metadata.annotations',
          `Invalid value: "a b": ${namePart}`,
        ]),
      );
    });

    test('data of a ConfigMap that is none', async () => {
      const post = async (data: object) => (await api().post(maps, { metadata: { name: 'x' }, data })).body;
      expect(await post({ n: 1 })).toEqual(
        refusal(
          400,
          'BadRequest',
          'ConfigMap in version "v1" cannot be handled as a ConfigMap: json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
        ),
      );
      expect(await post({ 'a b': 'x' })).toEqual(
        invalidField('ConfigMap', 'x', ['invalid', 'data[a b]', `Invalid value: "a b": ${configKey}`]),
      );
      expect(await post({ a: 'x'.repeat(1_100_000) })).toEqual(
        invalidField('ConfigMap', 'x', ['long', '[]', 'Too long: may not be more than 1048576 bytes']),
      );
    });

    test('a field that the kind does not have: left out with a warning, or refused', async () => {
      const body = { metadata: { name: 'x' }, wrong: 1 };
      for (const query of ['', '&fieldValidation=Warn']) {
        const { code, body: created, headers } = await api().post(`${maps}?dryRun=All${query}`, body);
        expect(code).toBe(201);
        expect(created).not.toHaveProperty('wrong');
        expect(headers.warning).toBe('299 - "unknown field \\"wrong\\""');
      }
      const quiet = await api().post(`${maps}?dryRun=All&fieldValidation=Ignore`, body);
      expect({ code: quiet.code, warning: quiet.headers.warning }).toEqual({ code: 201, warning: undefined });
      const strict = await api().post(`${maps}?dryRun=All&fieldValidation=Strict`, body);
      expect(strict.body).toEqual(
        refusal(
          400,
          'BadRequest',
          'ConfigMap in version "v1" cannot be handled as a ConfigMap: strict decoding error: unknown field "wrong"',
        ),
      );
    });

    test('methods where they have no meaning: 405', async () => {
      const body = { metadata: { name: 'taken' } };
      for (const answer of [
        await api().post(`${maps}/taken`, body),
        await api().put(maps, body),
        await api().patch(maps, 'merge', body),
        await api().post('/api/v1/configmaps', body),
      ]) {
        expect(answer.body).toEqual(
          refusal(
            405,
            'MethodNotAllowed',
            'the server does not allow this method on the requested resource',
            {},
          ),
        );
      }
    });
  });
}
