import { AppsV1Api, AuthenticationV1Api, AuthorizationV1Api } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.fixture';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, core } = server;

describe('who may do what', () => {
  const list = { namespace: 'kube-system' };

  test('no token: nobody in particular; a wrong one, and one that was rotated away: 401', async () => {
    const anonymous = await fetch(`${server.cluster.url}/api/v1/pods`);
    expect(await anonymous.json()).toMatchObject({
      code: 403,
      message:
        'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
    });
    const headers = { Authorization: 'Bearer wrong' };
    const answer = await fetch(`${server.cluster.url}/api/v1/pods`, { headers });
    expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'Unauthorized', code: 401 });
    const before = core();
    await before.listNamespacedPod(list);
    server.cluster.faults.rotateTokens();
    expect(await refusal(before.listNamespacedPod(list))).toMatchObject({ code: 401 });
    await core().listNamespacedPod(list);
  });

  test('a user without rights is refused in the words of RBAC', async () => {
    expect(await refusal(core('small-nobody').listPodForAllNamespaces())).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      message:
        'pods is forbidden: User "training-nobody" cannot list resource "pods" in API group "" at the cluster scope',
      details: { kind: 'pods' },
    });
    const apps = configFor('small-viewer').makeApiClient(AppsV1Api);
    expect(
      await refusal(apps.deleteNamespacedDaemonSet({ namespace: 'kube-system', name: 'cilium' })),
    ).toMatchObject({
      message:
        'daemonsets.apps "cilium" is forbidden: User "training-viewer" cannot delete resource "daemonsets" in API group "apps" in the namespace "kube-system"',
    });
  });

  test('access reviews answer for the asker, TokenReview and SelfSubjectReview say who that is', async () => {
    const resourceAttributes = {
      verb: 'create',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'kube-system',
    };
    const allowed = async (context?: string) => {
      const api = configFor(context).makeApiClient(AuthorizationV1Api);
      const answer = await api.createSelfSubjectAccessReview({ body: { spec: { resourceAttributes } } });
      return answer.status?.allowed;
    };
    expect(await allowed()).toBe(true);
    expect(await allowed('small-reader')).toBe(true);
    expect(await allowed('small-viewer')).toBe(false);
    const api = configFor().makeApiClient(AuthenticationV1Api);
    const token = configFor('small-viewer').getCurrentUser()?.token ?? '';
    const review = await api.createTokenReview({ body: { spec: { token } } });
    expect(review.status).toMatchObject({ authenticated: true, user: { username: 'training-viewer' } });
    const self = await api.createSelfSubjectReview({ body: {} });
    expect(self.status?.userInfo?.groups).toContain('system:masters');
  });

  test('impersonation: the admin may, the viewer may not', async () => {
    const ask = async (context: string, user: string) => {
      const token = configFor(context).getCurrentUser()?.token ?? '';
      const headers = {
        Authorization: `Bearer ${token}`,
        'Impersonate-User': user,
        'Impersonate-Group': 'some',
      };
      return (await fetch(`${server.cluster.url}/api/v1/nodes`, { headers })).json();
    };
    expect(await ask('small', 'training-viewer')).toMatchObject({ kind: 'NodeList' });
    expect(await ask('small', 'jane')).toMatchObject({
      code: 403,
      message:
        'nodes is forbidden: User "jane" cannot list resource "nodes" in API group "" at the cluster scope',
    });
    expect(await ask('small-viewer', 'training-admin')).toMatchObject({
      code: 403,
      message:
        'users "training-admin" is forbidden: User "training-viewer" cannot impersonate resource "users" in API group "" at the cluster scope',
    });
  });
});
