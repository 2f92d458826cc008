import { afterEach, describe, expect, test } from 'vitest';
import type { TrainingCluster } from '../training-cluster';
import type { Pod } from './running-controllers.fixture';
import {
  agentsOf,
  daemonSet,
  isReady,
  nameOf,
  patchTemplate,
  startControllers,
  stopControllers,
} from './running-controllers.fixture';

afterEach(stopControllers);

describe('an agent', () => {
  const config = async (running: TrainingCluster, pod: Pod) => {
    const { KubeConfig, Exec } = await import('@kubernetes/client-node');
    const { PassThrough } = await import('node:stream');
    const kube = new KubeConfig();
    kube.loadFromString(running.kubeconfig);
    const out = new PassThrough();
    const command = ['cilium-dbg', 'config'];
    const where = ['kube-system', nameOf(pod), 'cilium-agent'] as const;
    await new Exec(kube).exec(...where, command, out, null, null, false);
    const text = Buffer.concat(await out.toArray()).toString('utf8');
    return JSON.parse(text);
  };

  test('reads its configuration when its pod starts, and no earlier or later', async () => {
    const { running, clock } = await startControllers();
    const [pod] = agentsOf(running);
    if (!pod) throw new Error('no agent');
    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { debug: 'true' } });
    running.api.create({
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNodeConfig',
      metadata: { name: 'one-node', namespace: 'kube-system' },
      spec: {
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': pod.spec?.nodeName ?? '' } },
        defaults: { 'enable-ipv6': 'true' },
      },
    });
    expect(await config(running, pod)).toEqual({ 'kube-proxy-replacement': 'true' });
    for (const agent of agentsOf(running)) running.api.remove('Pod', nameOf(agent), 'kube-system');
    clock.advance(30_000);
    const fresh = agentsOf(running);
    const chosen = fresh.find(({ spec }) => spec?.nodeName === pod.spec?.nodeName);
    const other = fresh.find(({ spec }) => spec?.nodeName !== pod.spec?.nodeName);
    if (!chosen || !other) throw new Error('agents did not come back');
    expect(await config(running, chosen)).toEqual({
      'kube-proxy-replacement': 'true',
      debug: 'true',
      'enable-ipv6': 'true',
    });
    expect(await config(running, other)).toEqual({ 'kube-proxy-replacement': 'true', debug: 'true' });
  });

  test('that dies of its configuration crash-loops with that line, and stops the roll', async () => {
    const { running, clock } = await startControllers();
    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { 'bpf-lb-algorithm': 'foo' } });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    clock.advance(120_000);
    const broken = agentsOf(running).filter((pod) => !isReady(pod));
    expect(broken).toHaveLength(1);
    const status = broken[0]?.status?.containerStatuses?.find(({ name }) => name === 'cilium-agent');
    expect(status?.restartCount).toBeGreaterThan(1);
    expect(status?.state?.waiting?.reason).toBe('CrashLoopBackOff');
    expect(status?.lastState?.terminated).toMatchObject({
      exitCode: 255,
      message: 'level=fatal msg="Invalid value for bpf-lb-algorithm: foo"',
    });
    expect(daemonSet(running)?.status).toMatchObject({ numberUnavailable: 1, updatedNumberScheduled: 1 });

    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { 'bpf-lb-algorithm': null } });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'again');
    clock.advance(120_000);
    expect(agentsOf(running).every(isReady)).toBe(true);
    expect(daemonSet(running)?.status).toMatchObject({ numberReady: 3, updatedNumberScheduled: 3 });
  });
});
