import { describe, expect, test } from 'vitest';
import { refusal } from '../expected-status';
import { users, type Server, type User } from '../server-under-test';

const authorization = '/apis/authorization.k8s.io/v1';
const authentication = '/apis/authentication.k8s.io/v1';

const inKubeSystem = { namespace: 'kube-system' };
const exec = { resource: 'pods', subresource: 'exec' };
const sets = { group: 'apps', resource: 'daemonsets', name: 'cilium' };
const configs = { group: 'cilium.io', resource: 'ciliumnodeconfigs' };
const locks = { group: 'coordination.k8s.io', resource: 'leases' };

/** For each verb the product asks about: who may. */
const asked: [attributes: Record<string, string>, who: readonly User[]][] = [
  [{ verb: 'list', resource: 'pods' }, ['admin', 'reader', 'viewer']],
  [{ verb: 'watch', resource: 'nodes' }, ['admin', 'reader', 'viewer']],
  [{ verb: 'get', resource: 'pods', subresource: 'log' }, ['admin', 'reader', 'viewer']],
  [{ verb: 'create', ...exec }, ['admin', 'reader']],
  [{ verb: 'get', resource: 'secrets' }, ['admin']],
  [{ verb: 'patch', resource: 'configmaps', name: 'cilium-config' }, ['admin']],
  [{ verb: 'patch', ...sets }, ['admin']],
  [{ verb: 'delete', resource: 'pods' }, ['admin']],
  [{ verb: 'create', ...configs }, ['admin']],
  [{ verb: 'list', ...configs }, ['admin', 'reader', 'viewer']],
  [{ verb: 'create', ...locks }, ['admin']],
  [{ verb: 'update', ...locks }, ['admin']],
];

export function reviews(server: Server): void {
  describe('access reviews', () => {
    const may = async (user: User, spec: object) =>
      (await server().api(user).post(`${authorization}/selfsubjectaccessreviews`, { spec })).body;

    test.each(asked)('may they %o? %o may', async (attributes, who) => {
      for (const user of ['admin', 'reader', 'viewer', 'nobody'] as const) {
        const resourceAttributes = { ...inKubeSystem, ...attributes };
        const body = await may(user, { resourceAttributes });
        expect(body).toMatchObject({
          kind: 'SelfSubjectAccessReview',
          apiVersion: 'authorization.k8s.io/v1',
          metadata: {},
          spec: { resourceAttributes },
          status: { allowed: who.includes(user) },
        });
        // Who may not gets no reason, and no denial either: others than RBAC might have allowed it.
        if (!who.includes(user)) expect(body.status).toEqual({ allowed: false });
      }
    });

    test('of a path', async () => {
      const path = (url: string) => ({ nonResourceAttributes: { verb: 'get', path: url } });
      expect((await may('nobody', path('/version'))).status).toMatchObject({ allowed: true });
      expect((await may('nobody', path('/metrics'))).status).toEqual({ allowed: false });
      expect((await may('admin', path('/metrics'))).status).toMatchObject({ allowed: true });
    });

    test('of nothing, or of two things at once: 422', async () => {
      const both = {
        resourceAttributes: { verb: 'list', resource: 'pods' },
        nonResourceAttributes: { verb: 'get', path: '/' },
      };
      for (const spec of [{}, both]) {
        expect(await may('admin', spec)).toMatchObject({
          code: 422,
          reason: 'Invalid',
          details: { group: 'authorization.k8s.io', causes: [{ reason: 'FieldValueInvalid' }] },
        });
      }
    });

    test('SelfSubjectReview: who am I', async () => {
      const who = async (user: 'reader' | 'viewer', headers?: Record<string, string>) =>
        (await server().api(user).send('POST', `${authentication}/selfsubjectreviews`, { body: {}, headers }))
          .body;
      const viewer = await who('viewer');
      expect(viewer).toMatchObject({
        kind: 'SelfSubjectReview',
        apiVersion: 'authentication.k8s.io/v1',
        status: { userInfo: { username: users.viewer } },
      });
      expect(viewer).not.toHaveProperty('spec');
      expect((await who('reader')).status).toMatchObject({
        userInfo: {
          username: users.reader,
          groups: ['system:serviceaccounts', 'system:serviceaccounts:kpr-explorer', 'system:authenticated'],
        },
      });
    });

    test('an impersonated user is who the review names, a ServiceAccount with its groups', async () => {
      const as = async (headers: Record<string, string>) =>
        (
          await server()
            .api('admin')
            .send('POST', `${authentication}/selfsubjectreviews`, { body: {}, headers })
        ).body.status;
      expect(
        await as({
          'Impersonate-User': 'eve',
          'Impersonate-Group': 'crowd',
          'Impersonate-Extra-Reason': 'because',
        }),
      ).toEqual({
        userInfo: {
          username: 'eve',
          groups: ['crowd', 'system:authenticated'],
          extra: { reason: ['because'] },
        },
      });
      expect(await as({ 'Impersonate-User': users.reader })).toEqual({
        userInfo: {
          username: users.reader,
          groups: ['system:serviceaccounts', 'system:serviceaccounts:kpr-explorer', 'system:authenticated'],
        },
      });
    });

    test('TokenReview: whose token is it', async () => {
      const review = async (spec: object) =>
        (await server().api('admin').post(`${authentication}/tokenreviews`, { spec })).body;
      expect((await review({ token: server().readerToken })).status).toMatchObject({
        authenticated: true,
        user: { username: users.reader },
      });
      expect((await review({ token: 'nobody-has-this-token' })).status).toEqual({
        user: {},
        error: expect.stringContaining('invalid bearer token') as string,
      });
      expect(await review({})).toEqual(
        refusal(400, 'BadRequest', 'token is required for TokenReview in authentication'),
      );
      const { body } = await server().api('viewer').post(`${authentication}/tokenreviews`, { spec: {} });
      expect(body).toMatchObject({ code: 403, reason: 'Forbidden' });
    });

    test('SubjectAccessReview: may another', async () => {
      const spec = (user: string) => ({
        user,
        resourceAttributes: { ...inKubeSystem, verb: 'list', resource: 'pods' },
      });
      const review = async (user: string) =>
        (
          await server()
            .api('admin')
            .post(`${authorization}/subjectaccessreviews`, { spec: spec(user) })
        ).body;
      expect((await review(users.viewer)).status).toMatchObject({ allowed: true });
      expect((await review(users.nobody)).status).toEqual({ allowed: false });
    });

    test('SelfSubjectRulesReview: what may I, in a namespace', async () => {
      const review = async (spec: object) =>
        (await server().api('nobody').post(`${authorization}/selfsubjectrulesreviews`, { spec })).body;
      const { status } = await review({ namespace: 'default' });
      expect(status).toMatchObject({ incomplete: false });
      expect(JSON.stringify(status)).toContain('selfsubjectaccessreviews');
      expect(JSON.stringify(status)).toContain('/openapi');
      expect(await review({})).toEqual(refusal(400, 'BadRequest', 'no namespace on request'));
    });
  });
}
