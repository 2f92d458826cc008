import { afterEach, describe, expect, test } from 'vitest';
import {
  isReady,
  leaving,
  nameOf,
  patchTemplate,
  podsOf,
  startControllers,
  stopControllers,
} from './running-controllers.fixture';

afterEach(stopControllers);

describe('a Deployment', () => {
  test('rolls without ever having fewer ready pods than wanted, old ones leave through terminating', async () => {
    const { running, clock } = await startControllers();
    const before = new Set(podsOf(running, 'app', 'web').map(nameOf));
    patchTemplate(running, 'Deployment', 'web', 'demo', 'now');
    let fewest = 99;
    let most = 0;
    const terminating = new Set<string>();
    for (let step = 0; step < 400; step += 1) {
      clock.advance(250);
      const pods = podsOf(running, 'app', 'web');
      fewest = Math.min(fewest, pods.filter((pod) => isReady(pod) && !leaving(pod)).length);
      most = Math.max(most, pods.filter((pod) => !leaving(pod)).length);
      pods.filter(leaving).forEach((pod) => terminating.add(nameOf(pod)));
    }
    expect([fewest, most]).toEqual([4, 5]);
    expect(terminating).toEqual(before);
    expect(podsOf(running, 'app', 'web').filter((pod) => before.has(nameOf(pod)))).toEqual([]);
    const sets = running.api.list('ReplicaSet');
    expect(sets.map(({ spec }) => spec?.replicas).sort()).toEqual([0, 4]);
    expect(running.api.get('Deployment', 'web', 'demo')?.status).toMatchObject({
      updatedReplicas: 4,
      availableReplicas: 4,
    });
  });

  test('scales, replaces a deleted pod, and takes its pods with it', async () => {
    const { running, clock } = await startControllers();
    running.api.patch('Deployment', 'web', 'demo', { spec: { replicas: 6 } });
    clock.advance(10_000);
    const pods = podsOf(running, 'app', 'web');
    expect(pods.filter(isReady)).toHaveLength(6);
    expect(pods.map(({ spec }) => spec?.nodeName).sort()).toEqual([
      'node-0',
      'node-0',
      'node-1',
      'node-1',
      'node-2',
      'node-2',
    ]);
    running.api.remove('Pod', nameOf(pods[0] ?? { apiVersion: '', kind: '', metadata: {} }), 'demo');
    clock.advance(30_000);
    expect(podsOf(running, 'app', 'web').filter(isReady)).toHaveLength(6);
    running.api.remove('Deployment', 'web', 'demo');
    clock.advance(60_000);
    expect(podsOf(running, 'app', 'web')).toEqual([]);
    expect(running.api.list('ReplicaSet')).toEqual([]);
  });
});
