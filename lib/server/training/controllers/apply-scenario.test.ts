import { afterEach, describe, expect, test } from 'vitest';
import {
  agentsOf,
  daemonSet,
  isReady,
  nameOf,
  podsOf,
  startControllers,
  stopControllers,
} from './running-controllers.fixture';

afterEach(stopControllers);

describe('a cluster that starts', () => {
  test('is settled: every pod runs and is ready, has an address of its own, and looks days old', async () => {
    const { running, clock } = await startControllers();
    const pods = running.api.list('Pod');
    expect(pods).toHaveLength(3 + 4);
    expect(pods.every(isReady)).toBe(true);
    const own = pods.filter(({ spec }) => !spec?.hostNetwork).map(({ status }) => status?.podIP);
    expect(new Set(own).size).toBe(4);
    expect(agentsOf(running).map(({ status }) => status?.podIP)).toEqual(
      expect.arrayContaining(['192.0.2.10', '192.0.2.11', '192.0.2.12']),
    );
    expect(Date.parse(pods[0]?.status?.startTime ?? '')).toBeLessThan(clock.nowMs() - 24 * 3600_000);
    expect(daemonSet(running)?.status).toEqual({
      currentNumberScheduled: 3,
      desiredNumberScheduled: 3,
      numberAvailable: 3,
      numberMisscheduled: 0,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
    });
    expect(running.api.get('Deployment', 'web', 'demo')?.status).toMatchObject({
      replicas: 4,
      readyReplicas: 4,
      availableReplicas: 4,
      updatedReplicas: 4,
    });
  });

  test('is the same for the same seed', async () => {
    const names = async (seed: number) => {
      const { running } = await startControllers({ seed });
      const found = running.api
        .list('Pod')
        .map((pod) => `${nameOf(pod)} ${pod.metadata.uid} ${pod.status?.podIP}`);
      await running.stop();
      return found;
    };
    expect(await names(5)).toEqual(await names(5));
    expect(await names(5)).not.toEqual(await names(6));
  });

  test('adopts the pods that a scenario names, with their addresses and nodes', async () => {
    const { running, clock } = await startControllers({
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'web-fixed', namespace: 'demo', labels: { app: 'web' } },
          spec: {
            nodeName: 'node-2',
            containers: [{ name: 'web', ports: [{ name: 'http', containerPort: 8080 }] }],
          },
          status: { podIP: '10.0.2.77' },
        },
      ],
    });
    expect(podsOf(running, 'app', 'web')).toHaveLength(4);
    const fixed = running.api.get('Pod', 'web-fixed', 'demo');
    expect(fixed?.metadata.ownerReferences?.[0]?.kind).toBe('ReplicaSet');
    expect(fixed?.status?.podIPs).toEqual([{ ip: '10.0.2.77' }]);
    clock.advance(60_000);
    expect(running.api.get('Pod', 'web-fixed', 'demo')?.metadata.uid).toBe(fixed?.metadata.uid);
  });
});
