import { expect, test } from 'vitest';
import { ManualClock } from '../api-server/clock';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';

test('each pod on Cilium’s network has a CiliumEndpoint while it runs; host-network pods have none', async () => {
  const clock = new ManualClock();
  const size = { nodes: 2, services: 0 };
  const cluster = await startScenario(smallScenario, {
    host: '127.0.0.1',
    port: 0,
    tls: false,
    size,
    seed: 1,
    clock,
  });
  try {
    const named = async () => {
      const { currentContext, contexts, users } = JSON.parse(
        cluster.kubeconfig.replaceAll('current-context', 'currentContext'),
      );
      const { user } = contexts.find(({ name }: { name: string }) => name === currentContext).context;
      const { token } = users.find(({ name }: { name: string }) => name === user).user;
      const answer = await fetch(`${cluster.url}/apis/cilium.io/v2/ciliumendpoints`, {
        headers: { authorization: `Bearer ${token}` },
      });
      const { items } = (await answer.json()) as { items: { metadata: { name: string } }[] };
      return items.map(({ metadata }) => metadata.name).sort();
    };
    const wanted = () =>
      cluster.api
        .list('Pod')
        .filter(({ spec, status }) => !spec?.hostNetwork && status?.phase === 'Running')
        .map(({ metadata }) => metadata.name);
    expect((await named()).length).toBeGreaterThan(0);
    expect(await named()).toEqual(wanted().sort());

    const [gone] = await named();
    const pod = cluster.api.list('Pod').find(({ metadata }) => metadata.name === gone);
    cluster.api.remove('Pod', gone ?? '', pod?.metadata.namespace);
    clock.advance(120_000);
    expect(await named()).not.toContain(gone);
    expect(await named()).toEqual(wanted().sort());
  } finally {
    await cluster.stop();
  }
});
