import { PassThrough } from 'node:stream';
import { Log } from '@kubernetes/client-node';
import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.fixture';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { configFor, core, agentPod } = server;

describe('logs', () => {
  test('of one container, with tailLines; of one that does not run, the reason', async () => {
    const pod = await agentPod();
    const log = await core().readNamespacedPodLog({
      namespace: 'kube-system',
      name: pod,
      container: 'cilium-agent',
    });
    expect(log).toMatch(/^level=info msg="starting on node-\d"\n$/);
    const stream = new PassThrough();
    await new Log(configFor()).log('kube-system', pod, 'cilium-agent', stream, { tailLines: 1 });
    const chunks = await stream.toArray();
    expect(Buffer.concat(chunks).toString('utf8')).toBe(log);
    const where = { namespace: 'kube-system', name: pod, container: 'cilium-agent' };
    expect(await refusal(core().readNamespacedPodLog({ ...where, previous: true }))).toMatchObject({
      code: 400,
      message: `previous terminated container "cilium-agent" in pod "${pod}" not found`,
    });
  });
});
