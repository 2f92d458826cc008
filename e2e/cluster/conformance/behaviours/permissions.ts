import { describe, expect, test } from 'vitest';
import { patchTypes } from '../api-client';
import { refusal } from '../expected-status';
import { users, type Server } from '../server-under-test';

const forbidden = (subject: string, user: string, rest: string, details: object) =>
  refusal(403, 'Forbidden', `${subject} is forbidden: User "${user}" cannot ${rest}`, details);

export function permissions(server: Server): void {
  describe('who may do what', () => {
    test.each<[method: string, path: string, subject: string, rest: string, details: object]>([
      [
        'GET',
        '/api/v1/pods',
        'pods',
        'list resource "pods" in API group "" at the cluster scope',
        { kind: 'pods' },
      ],
      [
        'GET',
        '/api/v1/namespaces/default/pods?watch=1',
        'pods',
        'watch resource "pods" in API group "" in the namespace "default"',
        { kind: 'pods' },
      ],
      [
        'GET',
        '/api/v1/namespaces/default/pods/x',
        'pods "x"',
        'get resource "pods" in API group "" in the namespace "default"',
        { name: 'x', kind: 'pods' },
      ],
      [
        'GET',
        '/api/v1/namespaces/kube-system/configmaps?fieldSelector=metadata.name%3Dcilium-config',
        'configmaps "cilium-config"',
        'list resource "configmaps" in API group "" in the namespace "kube-system"',
        { name: 'cilium-config', kind: 'configmaps' },
      ],
      [
        'PATCH',
        '/apis/apps/v1/namespaces/kube-system/daemonsets/cilium',
        'daemonsets.apps "cilium"',
        'patch resource "daemonsets" in API group "apps" in the namespace "kube-system"',
        { name: 'cilium', group: 'apps', kind: 'daemonsets' },
      ],
      [
        'POST',
        '/apis/coordination.k8s.io/v1/namespaces/default/leases',
        'leases.coordination.k8s.io',
        'create resource "leases" in API group "coordination.k8s.io" in the namespace "default"',
        { group: 'coordination.k8s.io', kind: 'leases' },
      ],
      [
        'DELETE',
        '/api/v1/namespaces/default/configmaps',
        'configmaps',
        'deletecollection resource "configmaps" in API group "" in the namespace "default"',
        { kind: 'configmaps' },
      ],
      [
        'POST',
        '/api/v1/namespaces/default/pods/x/eviction',
        'pods "x"',
        'create resource "pods/eviction" in API group "" in the namespace "default"',
        { name: 'x', kind: 'pods' },
      ],
      [
        'GET',
        '/api/v1/namespaces/default/pods/x/log',
        'pods "x"',
        'get resource "pods/log" in API group "" in the namespace "default"',
        { name: 'x', kind: 'pods' },
      ],
      [
        'GET',
        '/apis/nobody.io/v1/things',
        'things.nobody.io',
        'list resource "things" in API group "nobody.io" at the cluster scope',
        { group: 'nobody.io', kind: 'things' },
      ],
    ])('nobody may %s %s: 403 in the words of RBAC', async (method, path, subject, rest, details) => {
      const body = method === 'GET' ? undefined : {};
      const contentType = method === 'PATCH' ? patchTypes.merge : undefined;
      const answer = await server().api('nobody').send(method, path, { body, contentType });
      expect({ code: answer.code, body: answer.body }).toEqual({
        code: 403,
        body: forbidden(subject, users.nobody, rest, details),
      });
    });

    test('a path outside of the resources: metrics no, discovery yes', async () => {
      const { body } = await server().api('nobody').get('/metrics');
      expect(body).toEqual(
        refusal(403, 'Forbidden', `forbidden: User "${users.nobody}" cannot get path "/metrics"`, {}),
      );
      for (const path of ['/api', '/apis', '/version', '/apis/apps/v1']) {
        expect((await server().api('nobody').get(path)).code).toBe(200);
      }
    });

    test('the viewer may read, and nothing else', async () => {
      const viewer = server().api('viewer');
      for (const path of ['/api/v1/nodes', '/api/v1/namespaces/kube-system/configmaps/cilium-config']) {
        expect((await viewer.get(path)).code).toBe(200);
      }
      expect((await viewer.get('/api/v1/namespaces/kube-system/secrets')).code).toBe(403);
      const written = await viewer.patch(
        '/api/v1/namespaces/kube-system/configmaps/cilium-config',
        'merge',
        {},
      );
      expect(written.body).toMatchObject({
        code: 403,
        message: `configmaps "cilium-config" is forbidden: User "${users.viewer}" cannot patch resource "configmaps" in API group "" in the namespace "kube-system"`,
      });
    });

    test('no credential: nobody in particular, who sees the version and the health', async () => {
      const anonymous = server().api('anonymous');
      expect((await anonymous.get('/api/v1/pods')).body).toEqual(
        forbidden('pods', 'system:anonymous', 'list resource "pods" in API group "" at the cluster scope', {
          kind: 'pods',
        }),
      );
      expect((await anonymous.get('/api')).body).toEqual(
        refusal(403, 'Forbidden', 'forbidden: User "system:anonymous" cannot get path "/api"', {}),
      );
      expect((await anonymous.get('/version')).code).toBe(200);
      expect((await anonymous.get('/livez')).text).toBe('ok');
    });

    test('a token that is none: 401, for the version too', async () => {
      for (const path of ['/api/v1/pods', '/version']) {
        const { code, body, headers } = await server().api('stranger').get(path);
        expect({ code, body }).toEqual({ code: 401, body: refusal(401, 'Unauthorized', 'Unauthorized') });
        expect(headers).not.toHaveProperty('www-authenticate');
      }
    });

    test('impersonation: the administrator acts as anyone, nobody as no one', async () => {
      const path = '/api/v1/namespaces/default/pods';
      const as = (user: 'admin' | 'nobody', headers: Record<string, string>) =>
        server().api(user).get(path, { headers });
      expect((await as('admin', { 'Impersonate-User': 'eve', 'Impersonate-Group': 'crowd' })).body).toEqual(
        forbidden('pods', 'eve', 'list resource "pods" in API group "" in the namespace "default"', {
          kind: 'pods',
        }),
      );
      expect((await as('admin', { 'Impersonate-User': users.viewer })).code).toBe(200);
      // Since 1.36 the words are of constrained impersonation, which is asked first.
      expect((await as('nobody', { 'Impersonate-User': users.viewer })).body).toMatchObject({
        code: 403,
        reason: 'Forbidden',
      });
      expect((await as('admin', { 'Impersonate-Group': 'crowd' })).body).toMatchObject({
        code: 400,
        reason: 'BadRequest',
      });
    });
  });
}
