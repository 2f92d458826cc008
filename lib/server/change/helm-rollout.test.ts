import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import { readReleaseState } from '@/lib/server/helm/stored-release';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import type { RolloutRequest } from '@/lib/snapshot/rollout-view';
import {
  begin,
  cleanUp,
  configOf,
  configWrites,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
  until,
} from './change-desk.fixture';
import type { DeskCluster } from './change-desk.fixture';
import type { FakeMode } from './fake-helm.fixture';
import { giveRelease, makeFakeHelm } from './fake-helm.fixture';
import { openFileJournal } from './file-journal';

afterEach(cleanUp);

const limitMs = 120_000;
const dsr = { 'bpf-lb-mode': 'dsr' };
const release = { namespace: 'kube-system', name: 'cilium' };
const asker = { fromAddress: null };

/** A request that says nothing of the owner. */
function plainRequest(at: DeskCluster, changes: Record<string, string>): RolloutRequest {
  const { despiteOwner: _word, ...request } = requestFor(at, changes);
  return request;
}

async function stateOf({ cluster }: DeskCluster) {
  const state = await readReleaseState(connectAs(cluster, 'admin'), release, AbortSignal.timeout(10_000));
  if (!state?.deployed) throw new Error('no deployed revision');
  return { ...state.latest, values: state.deployed.values };
}

async function startWith(mode: FakeMode) {
  const at = await startDeskCluster();
  await giveRelease(at);
  const fake = await makeFakeHelm(at, mode);
  return { at, fake, desk: await openDesk(at, { helmPath: fake.helmPath }) };
}

it(
  'of a Helm release goes through its own chart and values, and back to the exact former ones',
  async () => {
    const { at, fake, desk } = await startWith('works');
    const before = configOf(at);
    const { id } = await begin(desk, plainRequest(at, dsr));
    const done = await ended(desk, id);
    expect(done).toMatchObject({ phase: 'done', way: 'helm', problem: null });
    expect(configOf(at)).toEqual({ ...before, ...dsr });
    expect(await stateOf(at)).toEqual({
      revision: 2,
      status: 'deployed',
      description: `KPR Explorer rollout ${id}: bpf-lb-mode: not set -> dsr`,
      values: { kubeProxyReplacement: 'strict', password: 'hidden', loadBalancer: { mode: 'dsr' } },
    });
    expect(done.steps.map(({ what }) => what)).toContain('Helm release kube-system/cilium upgraded');

    await desk.act(id, 'rollback', asker);
    expect((await ended(desk, id)).phase).toBe('rolled-back');
    expect(configOf(at)).toEqual(before);
    expect(await stateOf(at)).toMatchObject({
      revision: 3,
      values: { kubeProxyReplacement: 'strict', password: 'hidden' },
    });
    expect((await fake.runs()).length).toBe(3);
  },
  limitMs,
);

it(
  'gives helm what it needs and no more: arguments without a shell, its own folder, which goes',
  async () => {
    const { at, fake, desk } = await startWith('works');
    const { id } = await begin(desk, plainRequest(at, dsr));
    await ended(desk, id);
    const [dry, real] = await fake.runs();
    const folder = dry?.folder ?? '';
    expect(dry?.args).toEqual([
      ...[
        'upgrade',
        'cilium',
        `${folder}/chart`,
        '--namespace',
        'kube-system',
        '-f',
        `${folder}/values.json`,
      ],
      ...['--reset-values', '--timeout', '180s'],
      ...['--description', `KPR Explorer rollout ${id}: bpf-lb-mode: not set -> dsr`],
      ...['--output', 'json', '--dry-run=server'],
    ]);
    expect(real?.args).not.toContain('--dry-run=server');
    expect(dry?.chartFiles).toEqual(['Chart.yaml', 'README.md', 'templates/config.json', 'values.yaml']);
    expect(dry?.kubeconfigMode).toBe(0o600);
    const own = Object.keys(dry?.env ?? {}).filter((name) => !/^(?:NODE_ENV|PWD|OLDPWD|SHLVL|_)$/.test(name));
    expect(own.sort()).toEqual(
      [
        'PATH',
        'HOME',
        'TMPDIR',
        'KUBECONFIG',
        'HELM_CACHE_HOME',
        'HELM_CONFIG_HOME',
        'HELM_DATA_HOME',
        'HELM_PLUGINS',
      ].sort(),
    );
    expect((await readdir(tmpdir())).filter((name) => folder.endsWith(name))).toEqual([]);
    const journal = await (await openFileJournal(at.directory)).read();
    expect(JSON.stringify(journal)).not.toContain('hidden');
  },
  limitMs,
);

it(
  'that the chart cannot express, or that would change more, stops before anything is written',
  async () => {
    const { at, desk } = await startWith('works');
    const mixed = await begin(desk, plainRequest(at, { 'bpf-lb-algorithm': 'maglev' }));
    const failed = await ended(desk, mixed.id);
    expect(failed.phase).toBe('failed');
    expect(failed.problem?.detail).toContain('with them it would say bpf-lb-algorithm nothing, not "maglev"');

    // Helm puts what somebody patched by hand back to what the chart renders.
    at.cluster.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { debug: 'true' } });
    const before = configOf(at);
    await until('the patch is known', () => at.collector.ready());
    const other = await ended(desk, (await begin(desk, plainRequest(at, dsr))).id);
    expect(other.problem?.detail).toContain('It would also change debug from "true" to "false"');
    expect(configOf(at)).toEqual(before);
    expect((await stateOf(at)).revision).toBe(1);
  },
  limitMs,
);

it(
  'that Helm refuses fails before anything is written; one that breaks off on the way is rolled back',
  async () => {
    const { at, desk } = await startWith('refuses');
    const before = configOf(at);
    const failed = await ended(desk, (await begin(desk, plainRequest(at, dsr))).id);
    expect(failed.phase).toBe('failed');
    expect(failed.problem?.detail).toContain('values do not meet the schema');
    await desk.stop();

    const { helmPath } = await makeFakeHelm(at, 'fails-late');
    const late = await openDesk(at, { helmPath });
    const { id } = await begin(late, plainRequest(at, dsr));
    const stuck = await ended(late, id);
    // The way back takes the same Helm, which fails again once it has written.
    expect(stuck.phase).toBe('failed');
    expect(configOf(at)).toEqual(before);
    await late.stop();
    const mended = await openDesk(at, { helmPath: (await makeFakeHelm(at, 'works')).helmPath });
    await mended.act(id, 'rollback', asker);
    expect((await ended(mended, id)).phase).toBe('rolled-back');
    expect(configOf(at)).toEqual(before);
  },
  limitMs,
);

it(
  'that puts back what somebody wrote at the same moment says so, and what they wrote',
  async () => {
    const { at, desk } = await startWith('races');
    const before = configOf(at);
    const back = await ended(desk, (await begin(desk, plainRequest(at, dsr))).id);
    expect(back.problem?.detail).toContain('debug: they wrote "true", Helm "false"');
    expect(back.nodes.every(({ state }) => state === 'reverted' || state === 'waiting')).toBe(true);
    expect(configOf(at)).toEqual(before);
  },
  limitMs,
);

it(
  'whose chart restarts the agents itself is followed, and they are not restarted twice',
  async () => {
    const { at, desk } = await startWith('rolls');
    const { id } = await begin(desk, plainRequest(at, dsr));
    const done = await ended(desk, id);
    expect(done.phase).toBe('done');
    expect(done.steps.find(({ what }) => what.includes('restarts its agents'))?.detail).toBe(
      'The upgrade did so itself.',
    );
  },
  limitMs,
);

it(
  'is refused without a word where Helm cannot do it, and says why',
  async () => {
    const at = await startDeskCluster();
    await giveRelease(at, { status: 'pending-upgrade' });
    const without = await openDesk(at);
    expect(await without.permission()).toMatchObject({
      helm: {
        release: 'kube-system/cilium',
        possible: false,
        reason: expect.stringContaining('--helm PATH'),
      },
    });
    expect(await without.begin(plainRequest(at, dsr), asker)).toMatchObject({
      refusal: { code: 'not-applicable', detail: expect.stringContaining('no helm command') },
    });
    await without.stop();
    const { helmPath } = await makeFakeHelm(at);
    const desk = await openDesk(at, { helmPath });
    for (const way of [undefined, 'helm'] as const) {
      const request = { ...plainRequest(at, dsr), ...(way !== undefined && { way }) };
      const outcome = await desk.begin(request, asker);
      expect(outcome).toMatchObject({
        refusal: { detail: expect.stringContaining('pending-upgrade at revision 1') },
      });
      expect(JSON.stringify(outcome)).toContain('helm rollback cilium');
    }
    const patch = { ...plainRequest(at, dsr), way: 'patch' as const };
    expect(await desk.begin(patch, asker)).toMatchObject({ refusal: { code: 'not-applicable' } });
    expect(configWrites(at)).toBe(0);
    const done = await ended(desk, (await begin(desk, { ...patch, despiteOwner: true })).id);
    expect(done).toMatchObject({ phase: 'done', way: 'patch' });
  },
  limitMs,
);

it(
  'that was killed after the upgrade goes on without a second one',
  async () => {
    const { at, fake, desk } = await startWith('works');
    await desk.stop();
    const journal = await openFileJournal(at.directory);
    let isDead = false;
    const dying = await openDesk(at, {
      helmPath: fake.helmPath,
      journal: {
        ...journal,
        async append(entry) {
          const upgrade = (await journal.read()).find(
            (one) => one.kind === 'step' && one.key === 'helm-upgrade',
          );
          const isEnd =
            upgrade?.kind === 'step' && entry.kind === 'step-end' && entry.number === upgrade.number;
          if (isDead || isEnd) {
            isDead = true;
            throw new Error('killed');
          }
          return journal.append(entry);
        },
      },
    });
    const { id } = await begin(dying, plainRequest(at, dsr));
    await until('it was killed', () => isDead);
    await dying.stop();
    const after = await openDesk(at, { helmPath: fake.helmPath });
    after.recover();
    const done = await ended(after, id);
    expect(done.phase).toBe('done');
    expect(done.steps.find(({ what }) => what.endsWith('upgraded'))?.detail).toContain(
      'before the server stopped',
    );
    expect((await fake.runs()).length).toBe(2);
    expect((await stateOf(at)).revision).toBe(2);
  },
  limitMs,
);
