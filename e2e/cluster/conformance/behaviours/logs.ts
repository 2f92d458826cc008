import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import { agentPods } from '../agent-pods';
import type { Server } from '../server-under-test';

const pods = '/api/v1/namespaces/kube-system/pods';
const slowMs = 40_000;

export function logs(server: Server): void {
  describe('logs of an agent', () => {
    const api = () => server().api('viewer');
    let pod = '';
    beforeAll(async () => {
      [pod = ''] = await agentPods(server);
    });
    const log = (query: string, name = pod) =>
      api().get(`${pods}/${name}/log?container=cilium-agent${query}`);

    test('are text: all of it, its last lines, its first bytes', async () => {
      const all = await log('');
      expect(all.headers['content-type']).toBe('text/plain');
      const lines = all.text.split('\n').filter((line) => line !== '');
      expect(lines.length).toBeGreaterThan(2);
      expect((await log('&tailLines=1')).text).toBe(`${lines.at(-1)}\n`);
      expect((await log('&tailLines=0')).text).toBe('');
      expect((await log('&limitBytes=10')).text).toBe(all.text.slice(0, 10));
    });

    test('follow: what there is, and the answer stays open', async () => {
      const last = (await log('&tailLines=1')).text;
      const followed = api().get(`${pods}/${pod}/log?container=cilium-agent&tailLines=1&follow=true`);
      const first = await Promise.race([
        followed.then(() => 'ended'),
        new Promise((resolve) => setTimeout(() => resolve('open'), 1_000)),
      ]);
      expect(first).toBe('open');
      expect(last).not.toBe('');
    });

    test('of the run before: the last words of an agent that died of its configuration', async () => {
      const admin = server().api('admin');
      const path = '/apis/cilium.io/v2/namespaces/kube-system/ciliumnodeconfigs';
      const { body } = await admin.get(`${pods}/${pod}`);
      const nodeName = String(body.spec?.nodeName);
      await admin.post(path, {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNodeConfig',
        metadata: { name: 'broken' },
        spec: {
          nodeSelector: { matchLabels: { 'kubernetes.io/hostname': nodeName } },
          defaults: { 'bpf-lb-algorithm': 'round-robin' },
        },
      });
      await admin.delete(`${pods}/${pod}`, { gracePeriodSeconds: 1 });
      const query = `labelSelector=k8s-app%3Dcilium&fieldSelector=spec.nodeName%3D${nodeName}`;
      const onNode = async () => (await admin.get(`${pods}?${query}`)).body.items?.[0];
      await eventually(async () => JSON.stringify((await onNode())?.status ?? ''), slowMs).toContain(
        'CrashLoopBackOff',
      );
      const crashed = (await onNode())?.metadata?.name ?? '';
      expect((await log('&previous=true', crashed)).text).toMatch(/level=fatal .*round-robin/);
      await admin.delete(`${path}/broken`);
      await admin.delete(`${pods}/${crashed}`, { gracePeriodSeconds: 1 });
      await eventually(async () => (await onNode())?.status, slowMs).toMatchObject({
        conditions: expect.arrayContaining([
          expect.objectContaining({ type: 'Ready', status: 'True' }),
        ]) as object[],
      });
    });
  });
}
