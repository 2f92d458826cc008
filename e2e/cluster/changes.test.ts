import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDesks, type ChangeDesks } from './changes/change-desk';
import { neededVerbs, roleOf, userWithout } from './changes/needed-verbs';
import { startHelmCluster, type HelmCluster } from './changes/start-helm-cluster';
import { createObjects } from './objects/create-objects';
import { programPath } from './programs/program-path';

let cluster: HelmCluster;
let desks: ChangeDesks;
beforeAll(async () => {
  cluster = await startHelmCluster();
  desks = await openDesks(cluster);
}, 300_000);
afterAll(async () => {
  await desks?.stop();
  await cluster?.stop();
});

const slowMs = 360_000;
const release = ['cilium', '-n', 'kube-system'] as const;

async function read(kind: 'configmap' | 'daemonset', name: string) {
  const text = await cluster.kubectl.print(`-n kube-system get ${kind} ${name} -o json`);
  return JSON.parse(text) as {
    metadata: { resourceVersion: string; generation?: number };
    data: Record<string, string>;
  };
}
const config = async () => (await read('configmap', 'cilium-config')).data;

/** What each agent prints of its status. */
async function outputs(nodes: readonly { node: string }[]): Promise<string[]> {
  return Promise.all(
    nodes.map(async ({ node }) => {
      const raw = await desks.collector.raw(node, 'status', AbortSignal.timeout(20_000));
      return raw?.stdout ?? '';
    }),
  );
}

async function values(): Promise<unknown> {
  return JSON.parse(await cluster.helm('get', 'values', ...release, '-o', 'json'));
}

test(
  'a release of the real helm is upgraded through its own chart, and a later upgrade by hand keeps the change',
  async () => {
    const before = await config();
    const desk = await desks.open({ helmPath: programPath('helm/helm') });
    const done = await desks.apply(desk, await desks.request({ 'bpf-lb-mode': 'dsr' }));
    expect(done).toMatchObject({ phase: 'done', way: 'helm', problem: null });
    expect(done.nodes.map(({ state }) => state)).toEqual(['verified', 'verified']);
    for (const output of await outputs(done.nodes)) expect(output).toMatch(/Mode:\s+DSR/);
    expect(await config()).toEqual({ ...before, 'bpf-lb-mode': 'dsr' });
    expect(await values()).toEqual({ password: 'hidden', loadBalancer: { mode: 'dsr' } });
    expect(await cluster.helm('history', ...release)).toContain(`KPR Explorer rollout ${done.id}`);

    const byHand = ['--reuse-values', '--set', 'debug.enabled=true'];
    await cluster.helm('upgrade', 'cilium', cluster.chart, '-n', 'kube-system', ...byHand);
    expect(await config()).toEqual({ ...before, 'bpf-lb-mode': 'dsr', debug: 'true' });

    await desk.act(done.id, 'rollback', { fromAddress: null });
    expect(await desks.ended(desk, done.id)).toMatchObject({ phase: 'rolled-back', problem: null });
    expect(await config()).toEqual({ ...before, debug: 'true' });
    await cluster.helm(
      'upgrade',
      'cilium',
      cluster.chart,
      '-n',
      'kube-system',
      '--reset-values',
      '--set',
      'password=hidden',
    );
    expect(await config()).toEqual(before);
  },
  slowMs,
);

test(
  'what somebody patched by hand is put back by the next upgrade, so one that would do so is not begun',
  async () => {
    const { kubectl, helm, chart } = cluster;
    await kubectl.print([
      '-n',
      'kube-system',
      'patch',
      'cm',
      'cilium-config',
      '--type=merge',
      '-p',
      '{"data":{"debug":"true"}}',
    ]);
    const desk = await desks.open({ helmPath: programPath('helm/helm') });
    const before = await read('configmap', 'cilium-config');
    const stopped = await desks.apply(desk, await desks.request({ 'bpf-lb-mode': 'dsr' }));
    expect(stopped.phase).toBe('failed');
    expect(stopped.problem?.detail).toContain('It would also change debug from "true" to "false".');
    expect((await read('configmap', 'cilium-config')).metadata.resourceVersion).toBe(
      before.metadata.resourceVersion,
    );
    await helm('upgrade', 'cilium', chart, '-n', 'kube-system', '--reuse-values');
    expect((await config()).debug).toBe('false');
  },
  slowMs,
);

test(
  'a patch is applied to every agent and taken back to the exact former ConfigMap',
  async () => {
    const before = await config();
    const desk = await desks.open();
    const request = await desks.request({ 'bpf-lb-algorithm': 'maglev' });
    expect(await desk.begin(request, { fromAddress: null })).toMatchObject({
      refusal: {
        code: 'not-applicable',
        detail: expect.stringContaining('Helm release kube-system/cilium owns'),
      },
    });
    const done = await desks.apply(desk, { ...request, despiteOwner: true });
    expect(done).toMatchObject({ phase: 'done', way: 'patch', problem: null });
    for (const output of await outputs(done.nodes)) expect(output).toContain('Maglev (Table Size: 16381)');
    expect(await config()).toEqual({ ...before, 'bpf-lb-algorithm': 'maglev' });
    await desk.act(done.id, 'rollback', { fromAddress: null });
    expect((await desks.ended(desk, done.id)).phase).toBe('rolled-back');
    expect(await config()).toEqual(before);
    for (const output of await outputs(done.nodes)) expect(output).toMatch(/Backend Selection:\s+Random/);
  },
  slowMs,
);

test(
  'a `kubectl edit` between the dry run and the write stops it, with both values told and nothing overwritten',
  async () => {
    const { kubectl } = cluster;
    const editor = kubectl.file(
      'set-algorithm.sh',
      `#!/bin/sh\nsed -i 's/^data:$/data:\\n  bpf-lb-algorithm: random/' "$1"\n`,
    );
    let edited = '';
    const desk = await desks.open({
      journalOf: (own) => ({
        ...own,
        async append(entry) {
          await own.append(entry);
          if (entry.kind !== 'step' || entry.key !== 'write') return;
          edited = await kubectl.print('-n kube-system edit configmap cilium-config', {
            env: { KUBE_EDITOR: editor },
          });
        },
      }),
    });
    const set = await read('daemonset', 'cilium');
    const request = await desks.request({ 'bpf-lb-algorithm': 'maglev' });
    const stopped = await desks.apply(desk, { ...request, despiteOwner: true });
    expect(edited).toBe('configmap/cilium-config edited\n');
    expect(stopped.phase).toBe('failed');
    expect(stopped.problem?.detail).toContain('bpf-lb-algorithm: expected nothing, found "random"');
    expect((await config())['bpf-lb-algorithm']).toBe('random');
    expect((await read('daemonset', 'cilium')).metadata.generation).toBe(set.metadata.generation);
  },
  slowMs,
);

test(
  'a user who lacks one verb is told which, and nothing is changed',
  async () => {
    const users = neededVerbs.flatMap((lacking) =>
      roleOf(
        userWithout(lacking),
        neededVerbs.filter((one) => one !== lacking),
      ),
    );
    await createObjects(cluster.kubectl, [...users, ...roleOf('with-every-verb', neededVerbs)]);
    const request = { ...(await desks.request({ 'bpf-lb-algorithm': 'maglev' })), despiteOwner: true };
    const before = await read('configmap', 'cilium-config');
    const set = await read('daemonset', 'cilium');
    const whole = await desks.open({ kubeconfig: cluster.kubeconfigFor('with-every-verb') });
    await expect
      .poll(() => whole.permission(), { timeout: 30_000 })
      .toMatchObject({ allowed: true, missing: [] });
    for (const lacking of neededVerbs) {
      const desk = await desks.open({ kubeconfig: cluster.kubeconfigFor(userWithout(lacking)) });
      const permission = await desk.permission();
      if ('refusal' in permission) throw new Error(permission.refusal.detail);
      const { verb, group, resource } = lacking;
      const full = group === '' ? resource : `${resource}.${group}`;
      expect(permission.missing.map((one) => `${one.verb} ${one.resource}`)).toEqual([`${verb} ${full}`]);
      expect(await desk.begin(request, { fromAddress: null })).toMatchObject({
        refusal: { code: 'forbidden', detail: expect.stringContaining(`${verb} ${full}`) },
      });
    }
    expect((await read('configmap', 'cilium-config')).metadata).toEqual(before.metadata);
    expect((await read('daemonset', 'cilium')).metadata.generation).toBe(set.metadata.generation);
  },
  slowMs,
);

test(
  'with the strategy OnDelete agents are deleted one by one, each verified before the next',
  async () => {
    const patch = '{"spec":{"updateStrategy":{"type":"OnDelete","rollingUpdate":null}}}';
    await cluster.kubectl.print(['-n', 'kube-system', 'patch', 'ds', 'cilium', '--type=merge', '-p', patch]);
    const desk = await desks.open();
    const request = await desks.request({ 'bpf-lb-algorithm': 'maglev' });
    const done = await desks.apply(desk, { ...request, despiteOwner: true });
    expect(done).toMatchObject({ phase: 'done', problem: null });
    const what = done.steps.map((step) => step.what.replace(/Pod \S+/, 'Pod'));
    const deleted = what.flatMap((text, index) => (text === 'Pod deleted' ? [index] : []));
    expect(deleted).toHaveLength(2);
    expect(what.slice(deleted[0], deleted[1])).toContain('Agent reports the new values');
    for (const output of await outputs(done.nodes)) expect(output).toContain('Maglev (Table Size: 16381)');
  },
  slowMs,
);
