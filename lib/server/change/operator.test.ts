import { afterEach, expect, it } from 'vitest';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
import {
  begin,
  cleanUp,
  configOf,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
} from './change-desk.fixture';
import type { DeskCluster } from './change-desk.fixture';

afterEach(cleanUp);

const limitMs = 120_000;
const namespace = 'kube-system';
const reads = { 'kube-proxy-replacement': 'false' };
const readsNot = { 'bpf-lb-acceleration': 'best-effort' };

const start = () => startDeskCluster(undefined, dualStack);

const deployment = ({ cluster }: DeskCluster) => cluster.api.get('Deployment', 'cilium-operator', namespace);

/** Names of the operator's pods that are there and stay. */
const pods = ({ cluster }: DeskCluster): string[] =>
  cluster.api
    .list('Pod')
    .filter(
      ({ metadata }) => metadata.labels?.['io.cilium/app'] === 'operator' && !metadata.deletionTimestamp,
    )
    .map(({ metadata }) => metadata.name ?? '')
    .sort();

it(
  'restarts with kube-proxy-replacement once the agents are verified, and again on the way back',
  async () => {
    const at = await start();
    const before = { config: configOf(at), template: deployment(at)?.spec?.template, pods: pods(at) };
    expect(before.pods.length).toBe(2);
    const desk = await openDesk(at);
    const request = requestFor(at, reads);
    expect(at.collector.plan({ changes: reads, nodes: null }).blastRadius.operatorKeys).toEqual(
      Object.keys(reads),
    );
    const { id } = await begin(desk, request);
    const done = await ended(desk, id);
    expect(done).toMatchObject({ phase: 'done', problem: null });
    const after = pods(at);
    expect(after.length).toBe(2);
    expect(after.filter((pod) => before.pods.includes(pod))).toEqual([]);
    const what = done.steps.map((step) => step.what);
    const restart = what.findIndex((text) => text.includes('cilium-operator restarts'));
    expect(restart).toBeGreaterThan(what.lastIndexOf('Agent reports the new values'));
    expect(what.at(-1)).toBe(`Deployment ${namespace}/cilium-operator is available`);

    await desk.act(id, 'rollback', { fromAddress: null });
    expect((await ended(desk, id)).phase).toBe('rolled-back');
    expect(pods(at).filter((pod) => after.includes(pod))).toEqual([]);
    expect(deployment(at)?.spec?.template).toEqual(before.template);
    expect(deployment(at)?.status?.availableReplicas).toBe(2);
    expect(configOf(at)).toEqual(before.config);
  },
  limitMs,
);

it(
  'stays as it is where it reads nothing of what changes, and for a canary, which it does not follow',
  async () => {
    const at = await start();
    const before = pods(at);
    const [first = ''] = at.collector.agents().items.map(({ node }) => node);
    const desk = await openDesk(at);
    for (const request of [requestFor(at, readsNot), requestFor(at, reads, [first])]) {
      const { id } = await begin(desk, request);
      const done = await ended(desk, id);
      expect(done.phase).toBe('done');
      expect(JSON.stringify(done.steps)).not.toContain('cilium-operator');
      await desk.act(id, 'rollback', { fromAddress: null });
      expect((await ended(desk, id)).phase).toBe('rolled-back');
    }
    expect(pods(at)).toEqual(before);
  },
  limitMs,
);

it(
  'that does not come up stops the rollout, and everything goes back',
  async () => {
    const at = await start();
    const before = configOf(at);
    // Its controller makes no pod of a new template while it is paused.
    at.cluster.api.patch('Deployment', 'cilium-operator', namespace, { spec: { paused: true } });
    const desk = await openDesk(at, {
      patience: { lookEachMs: 25, standstillMs: 10_000, wrongValueMs: 60_000, agreementMs: 45_000 },
    });
    const { id } = await begin(desk, requestFor(at, reads));
    const back = await ended(desk, id);
    expect(back.phase).toBe('rolled-back');
    expect(back.problem?.detail).toContain('cilium-operator');
    expect(back.nodes.map(({ state }) => state)).toEqual(['reverted', 'reverted', 'reverted']);
    expect(configOf(at)).toEqual(before);
    expect(deployment(at)?.spec?.template?.metadata?.annotations ?? {}).toEqual({});
  },
  limitMs,
);

it(
  'needs a permission only where it restarts',
  async () => {
    const at = await start();
    const desk = await openDesk(at, { user: 'viewer' });
    const asked = async (changes: Record<string, string>) => {
      const outcome = await desk.begin(requestFor(at, changes), { fromAddress: null });
      return 'refusal' in outcome ? outcome.refusal.detail : '';
    };
    expect(await asked(reads)).toContain('patch deployments.apps cilium-operator in kube-system');
    expect(await asked(readsNot)).not.toContain('deployments');
  },
  limitMs,
);
