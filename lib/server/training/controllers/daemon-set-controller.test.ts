import { afterEach, describe, expect, test } from 'vitest';
import {
  agentsOf,
  daemonSet,
  isReady,
  leaving,
  nameOf,
  patchTemplate,
  startControllers,
  stopControllers,
} from './running-controllers.fixture';

afterEach(stopControllers);

describe('a DaemonSet', () => {
  test('rolls node by node: never more than maxUnavailable without an agent, and every pod is new at the end', async () => {
    const { running, clock } = await startControllers();
    const before = new Set(agentsOf(running).map(nameOf));
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    let fewest = 3;
    let seenTerminating = false;
    for (let step = 0; step < 200; step += 1) {
      clock.advance(250);
      fewest = Math.min(fewest, agentsOf(running).filter((pod) => isReady(pod) && !leaving(pod)).length);
      seenTerminating ||= agentsOf(running).some(leaving);
    }
    expect(fewest).toBe(2);
    expect(seenTerminating).toBe(true);
    const after = agentsOf(running);
    expect(after.map(({ spec }) => spec?.nodeName).sort()).toEqual(['node-0', 'node-1', 'node-2']);
    expect(after.every((pod) => !before.has(nameOf(pod)) && isReady(pod))).toBe(true);
    expect(daemonSet(running)?.status).toMatchObject({
      observedGeneration: 2,
      updatedNumberScheduled: 3,
      numberReady: 3,
      numberAvailable: 3,
    });
  });

  test('says during the roll how far it is', async () => {
    const { running, clock } = await startControllers();
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    clock.advance(4_500);
    const status = daemonSet(running)?.status;
    expect(status).toMatchObject({ desiredNumberScheduled: 3, numberUnavailable: 1, observedGeneration: 2 });
    expect(status?.updatedNumberScheduled ?? 0).toBeLessThan(3);
  });

  test('with OnDelete waits; a pod that is deleted comes back under another name with the new template', async () => {
    const { running, clock } = await startControllers();
    running.api.patch('DaemonSet', 'cilium', 'kube-system', {
      spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } },
    });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    const before = agentsOf(running);
    clock.advance(60_000);
    expect(agentsOf(running).map(nameOf)).toEqual(before.map(nameOf));
    expect(daemonSet(running)?.status?.updatedNumberScheduled).toBeUndefined();
    const victim = before[0];
    running.api.remove('Pod', victim ? nameOf(victim) : '', 'kube-system');
    clock.advance(500);
    expect(agentsOf(running).filter(leaving)).toHaveLength(1);
    clock.advance(10_000);
    const onNode = agentsOf(running).filter(({ spec }) => spec?.nodeName === victim?.spec?.nodeName);
    expect(onNode).toHaveLength(1);
    expect(onNode.map(nameOf)).not.toContain(victim ? nameOf(victim) : '');
    expect(onNode[0]?.metadata.annotations).toEqual({ 'kubectl.kubernetes.io/restartedAt': 'now' });
    expect(onNode.every(isReady)).toBe(true);
    expect(daemonSet(running)?.status?.updatedNumberScheduled).toBe(1);
  });

  test('follows the nodes', async () => {
    const { running, clock } = await startControllers();
    running.api.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'node-9' },
      spec: { podCIDRs: ['10.0.9.0/24'] },
      status: { addresses: [{ type: 'InternalIP', address: '192.0.2.19' }] },
    });
    clock.advance(10_000);
    expect(agentsOf(running).map(({ spec }) => spec?.nodeName)).toContain('node-9');
    running.api.remove('Node', 'node-9');
    clock.advance(60_000);
    expect(agentsOf(running)).toHaveLength(3);
  });
});
