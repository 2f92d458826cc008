import { describe, expect, test } from 'vitest';
import type { ApiAnswer, ApiClient } from '../api-client';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

type Lack = {
  what: string;
  /** Why the training server does without. */
  why: string;
  ask(api: ApiClient, maps: string): Promise<ApiAnswer>;
  /** What each answers. */
  real: number;
  training: number;
};

const apply = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'lack' }, data: { a: '1' } };

const lacks: readonly Lack[] = [
  {
    what: 'server-side apply',
    why: 'the product writes with updates and patches, and keeps no fields of its own',
    ask: (api, maps) => api.patch(`${maps}/lack?fieldManager=suite`, 'apply', apply),
    real: 201,
    training: 415,
  },
  {
    what: 'bodies in YAML',
    why: 'every client here, kubectl too, sends JSON or protobuf',
    ask: (api, maps) =>
      api.send('POST', `${maps}?dryRun=All`, {
        body: 'metadata:\n  name: yaml\n',
        contentType: 'application/yaml',
      }),
    real: 201,
    training: 415,
  },
  {
    what: 'a refusal of media types it does not write',
    why: 'nobody asks for anything but JSON and Tables',
    ask: (api, maps) => api.get(maps, { headers: { Accept: 'application/xml' } }),
    real: 406,
    training: 200,
  },
  {
    what: 'the OpenAPI document in version 2',
    why: 'kubectl reads version 3 where there is one',
    ask: (api) => api.get('/openapi/v2'),
    real: 200,
    training: 404,
  },
  {
    what: 'metrics',
    why: 'the product reads none of the API server',
    ask: (api) => api.get('/metrics'),
    real: 200,
    training: 404,
  },
];

export function notServed(server: Server): void {
  describe('what the training server does without', () => {
    const maps = inNamespace(server, 'lacks')('configmaps');

    test.each(lacks)('$what: $why', async ({ ask, real, training }) => {
      const { code } = await ask(server().api('admin'), maps);
      expect(code).toBe(server().kind === 'training' ? training : real);
    });

    test('managedFields: nobody here asks who wrote which field', async () => {
      await server()
        .api('admin')
        .post(maps, { metadata: { name: 'managed' }, data: { a: '1' } });
      const { body } = await server().api('admin').get(`${maps}/managed`);
      const isThere = 'managedFields' in (body.metadata ?? {});
      expect(isThere).toBe(server().kind !== 'training');
    });
  });
}
