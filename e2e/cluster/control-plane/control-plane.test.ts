import { AuthorizationV1Api, CoreV1Api, KubeConfig } from '@kubernetes/client-node';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startControlPlane, type ControlPlane } from './start-control-plane';

let controlPlane: ControlPlane;
beforeAll(async () => {
  controlPlane = await startControlPlane({ kubernetes: '1.37' });
});
afterAll(() => controlPlane.stop());

function configFrom(kubeconfig: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  return config;
}

const forbidden = (user: string) => ({
  code: 403,
  body: expect.stringContaining(`pods is forbidden: User \\"${user}\\" cannot list`) as string,
});

test('the administrator makes objects, and the controllers act on them', async () => {
  const api = configFrom(controlPlane.kubeconfig).makeApiClient(CoreV1Api);
  await api.createNamespace({ body: { metadata: { name: 'shop' } } });
  const accounts = async () =>
    (await api.listNamespacedServiceAccount({ namespace: 'shop' })).items.map(
      ({ metadata }) => metadata?.name,
    );
  await expect.poll(accounts, { timeout: 20_000 }).toContain('default');
});

test('a user is who the certificate names, and may do what RBAC says: nothing', async () => {
  const config = configFrom(controlPlane.kubeconfigFor('mallory', ['visitors']));
  const api = config.makeApiClient(CoreV1Api);
  await expect(api.listNamespacedPod({ namespace: 'default' })).rejects.toMatchObject(forbidden('mallory'));
  const review = await config.makeApiClient(AuthorizationV1Api).createSelfSubjectAccessReview({
    body: { spec: { resourceAttributes: { verb: 'list', resource: 'pods', namespace: 'default' } } },
  });
  expect(review.status?.allowed).toBe(false);
});

test('a ServiceAccount has a token that the API server takes', async () => {
  const kubeconfig = await controlPlane.kubeconfigForServiceAccount({
    namespace: 'default',
    name: 'default',
  });
  const api = configFrom(kubeconfig).makeApiClient(CoreV1Api);
  await expect(api.listNamespacedPod({ namespace: 'default' })).rejects.toMatchObject(
    forbidden('system:serviceaccount:default:default'),
  );
});

test('the audit log has a request as soon as it is answered', async () => {
  const api = configFrom(controlPlane.kubeconfigFor('auditor')).makeApiClient(CoreV1Api);
  await expect(api.listNode()).rejects.toThrow(/forbidden/);
  const events = readFileSync(controlPlane.auditLogPath, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as { user: { username: string }; verb: string; responseStatus: { code: number } },
    );
  expect(events.find(({ user }) => user.username === 'auditor')).toMatchObject({
    verb: 'list',
    responseStatus: { code: 403 },
  });
});
