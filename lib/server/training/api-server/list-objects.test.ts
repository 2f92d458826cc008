import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.fixture';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { core } = server;

describe('lists', () => {
  test('a paged list gives every object once, as they stood at the first page', async () => {
    const names: string[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const page = await core().listServiceForAllNamespaces({ limit: 10, _continue: next });
      names.push(...page.items.map(({ metadata }) => metadata?.name ?? ''));
      next = page.metadata?._continue;
      pages += 1;
      if (pages === 1) {
        await core().createNamespacedService({
          namespace: 'demo',
          body: { metadata: { name: 'late' }, spec: { ports: [{ port: 80 }] } },
        });
      }
    } while (next);
    expect(pages).toBe(3);
    expect(names).toHaveLength(26);
    expect(new Set(names).size).toBe(26);
    expect(names).not.toContain('late');
    await core().deleteNamespacedService({ namespace: 'demo', name: 'late' });
  });

  test('a continue token outlives the history no longer', async () => {
    const { metadata } = await core().listServiceForAllNamespaces({ limit: 10 });
    server.cluster.faults.compactHistory();
    const status = await refusal(
      core().listServiceForAllNamespaces({ limit: 10, _continue: metadata?._continue }),
    );
    expect(status).toMatchObject({ code: 410, reason: 'Expired' });
  });

  test('selectors narrow by label and field, and an unknown field is refused', async () => {
    const byNode = await core().listPodForAllNamespaces({
      fieldSelector: 'spec.nodeName=node-1',
      labelSelector: 'k8s-app in (cilium, other)',
    });
    expect(byNode.items).toHaveLength(1);
    expect(byNode.items[0]?.spec?.nodeName).toBe('node-1');
    const notAgents = await core().listPodForAllNamespaces({ labelSelector: '!k8s-app' });
    expect(notAgents.items.every(({ metadata }) => metadata?.namespace === 'demo')).toBe(true);
    const named = await core().listNamespacedConfigMap({
      namespace: 'kube-system',
      fieldSelector: 'metadata.name=cilium-config',
    });
    expect(named.items).toHaveLength(1);
    const status = await refusal(core().listPodForAllNamespaces({ fieldSelector: 'spec.color=red' }));
    expect(status.message).toBe('field label not supported: spec.color');
  });
});
