import { afterEach, describe, expect, it } from 'vitest';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
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

afterEach(cleanUp);

const limitMs = 120_000;
const key = 'bpf-lb-acceleration';
const xdp = { [key]: 'best-effort' };

const start = () => startDeskCluster(undefined, dualStack);

/** The nodes, and the pod of the agent on each. */
function podsOf({ collector }: DeskCluster): Map<string, string> {
  return new Map(collector.agents().items.map(({ node, pod }) => [node, pod]));
}

const nodeConfigs = ({ cluster }: DeskCluster) => cluster.api.list('CiliumNodeConfig');

async function accelerationOf({ collector }: DeskCluster, node: string): Promise<string> {
  const raw = await collector.raw(node, 'status', AbortSignal.timeout(10_000));
  return /XDP Acceleration:\s+(\S+)/.exec(raw?.stdout ?? '')?.[1] ?? '';
}

/** What every node reports, in the order of their names. */
const accelerations = (at: DeskCluster) =>
  Promise.all([...podsOf(at).keys()].sort().map((node) => accelerationOf(at, node)));

const templateOf = ({ cluster }: DeskCluster) =>
  cluster.api.get('DaemonSet', 'cilium', 'kube-system')?.spec?.template;

describe('a canary', () => {
  it(
    'changes the chosen node alone, verified, and its rollback leaves nothing behind',
    async () => {
      const at = await start();
      const [before, pods, template] = [configOf(at), podsOf(at), templateOf(at)];
      const [first = '', second = '', third = ''] = [...pods.keys()].sort();
      const desk = await openDesk(at);
      const { id } = await begin(desk, requestFor(at, xdp, [first]));
      const done = await ended(desk, id);
      const [object] = nodeConfigs(at);
      const named = `kube-system/${object?.metadata.name}`;
      expect(done).toMatchObject({
        phase: 'done',
        problem: null,
        chosenNodes: [first],
        canary: { object: named, inForce: true, absorbedBy: null },
        nodes: [{ node: first, state: 'verified', realised: [{ key, value: 'best-effort' }] }],
        actions: ['rollback'],
      });
      expect(object).toMatchObject({
        apiVersion: 'cilium.io/v2',
        metadata: { labels: { 'kpr-explorer/rollout': id } },
        spec: {
          nodeSelector: { matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In' }] },
          defaults: xdp,
        },
      });
      expect(await accelerations(at)).toEqual(['Best-Effort', 'Disabled', 'Disabled']);
      const others = done.steps.find(({ what }) => what.startsWith('The other agents'));
      expect(others).toMatchObject({ outcome: 'ok', detail: '2 read back.' });
      const after = podsOf(at);
      expect([second, third].map((node) => after.get(node))).toEqual(
        [second, third].map((node) => pods.get(node)),
      );
      expect(after.get(first)).not.toBe(pods.get(first));
      expect(configOf(at)).toEqual(before);
      expect(configWrites(at)).toBe(0);
      expect(templateOf(at)).toEqual(template);

      await desk.act(id, 'rollback', { fromAddress: null });
      const back = await ended(desk, id);
      expect(back).toMatchObject({
        phase: 'rolled-back',
        canary: { inForce: false },
        nodes: [{ node: first, state: 'reverted', realised: [{ key, value: 'disabled' }] }],
        actions: [],
      });
      expect(nodeConfigs(at)).toEqual([]);
      expect(await accelerations(at)).toEqual(['Disabled', 'Disabled', 'Disabled']);
      expect(podsOf(at).get(second)).toBe(pods.get(second));
    },
    limitMs,
  );

  it(
    'on two nodes restarts the second once the first is verified',
    async () => {
      const at = await start();
      const nodes = [...podsOf(at).keys()].sort().slice(0, 2);
      const desk = await openDesk(at);
      const { id } = await begin(desk, requestFor(at, xdp, nodes));
      const done = await ended(desk, id);
      expect(done.phase).toBe('done');
      const steps = done.steps.map(({ what, node }) => `${what.replace(/Pod \S+/, 'Pod')} ${node}`);
      const [one, two] = nodes;
      expect(steps.filter((step) => /^Pod|^Agent/.test(step))).toEqual([
        `Pod deleted ${one}`,
        `Agent reports the new values ${one}`,
        `Pod deleted ${two}`,
        `Agent reports the new values ${two}`,
      ]);
    },
    limitMs,
  );

  it(
    'of a key that nodes must share is refused with the reason, and nothing is written',
    async () => {
      const at = await start();
      const [first = ''] = podsOf(at).keys();
      // Even where the verdict of the plan is left aside.
      const desk = await openDesk(at, { unchecked: true });
      const changes = { ...xdp, 'bpf-lb-algorithm': 'maglev', 'bpf-lb-mode': 'dsr' };
      const outcome = await desk.begin(requestFor(at, changes, [first]), { fromAddress: null });
      expect(outcome).toMatchObject({ refusal: { code: 'not-applicable' } });
      const text = JSON.stringify(outcome);
      expect(text).toContain('bpf-lb-algorithm: Every node must choose the same backend');
      expect(text).toContain('bpf-lb-mode: A node in DSR marks packets');
      expect(text).not.toContain(`${key}:`);
      expect(nodeConfigs(at)).toEqual([]);
    },
    limitMs,
  );

  it(
    'of a value that agents die of is caught on its node, explained, taken away, and the node is healthy again',
    async () => {
      const at = await start();
      const [first = ''] = [...podsOf(at).keys()].sort();
      const pods = podsOf(at);
      const desk = await openDesk(at, { unchecked: true });
      const { id } = await begin(desk, requestFor(at, { [key]: 'turbo' }, [first]));
      const back = await ended(desk, id);
      expect(back).toMatchObject({
        phase: 'rolled-back',
        canary: { inForce: false },
        nodes: [{ node: first, state: 'reverted' }],
      });
      const [node] = back.nodes;
      const [fatal] = at.collector.plan({ changes: { [key]: 'turbo' }, nodes: [first] }).rules;
      expect(node?.failure).toMatchObject({ line: expect.stringContaining('turbo'), ruleId: fatal?.id });
      expect(fatal?.verdict).toBe('fatal');
      expect(nodeConfigs(at)).toEqual([]);
      expect(at.collector.agent(first)).toMatchObject({ podReady: true });
      expect(await accelerations(at)).toEqual(['Disabled', 'Disabled', 'Disabled']);
      for (const [name, pod] of podsOf(at)) if (name !== first) expect(pod).toBe(pods.get(name));
    },
    limitMs,
  );

  it(
    'stops where a CiliumNodeConfig of its name is there that is not its own, and leaves that alone',
    async () => {
      const at = await start();
      const [first = ''] = podsOf(at).keys();
      const request = requestFor(at, xdp, [first]);
      const foreign = {
        apiVersion: 'cilium.io/v2',
        kind: 'CiliumNodeConfig' as const,
        metadata: { name: `kpr-explorer-${request.planId}`, namespace: 'kube-system' },
        spec: { nodeSelector: { matchLabels: { some: 'other' } }, defaults: { 'trace-sock': 'false' } },
      };
      at.cluster.api.create(foreign);
      const desk = await openDesk(at);
      const { id } = await begin(desk, request);
      const failed = await ended(desk, id);
      expect(failed).toMatchObject({ phase: 'failed', nodes: [{ state: 'waiting' }] });
      expect(failed.problem?.detail).toContain('is there already');
      expect(nodeConfigs(at)).toMatchObject([{ spec: foreign.spec }]);
    },
    limitMs,
  );

  it(
    'is refused where the agents read no CiliumNodeConfig',
    async () => {
      const at = await start();
      const [first = ''] = podsOf(at).keys();
      const template = templateOf(at);
      const containers = template?.spec?.initContainers ?? [];
      const command = ['cilium-dbg', 'build-config', `--deny-config-keys=${key}`];
      const initContainers = containers.map((one) => (one.name === 'config' ? { ...one, command } : one));
      at.cluster.api.patch('DaemonSet', 'cilium', 'kube-system', {
        spec: {
          updateStrategy: { type: 'OnDelete', rollingUpdate: null },
          template: { spec: { initContainers } },
        },
      });
      const desk = await openDesk(at);
      const outcome = await desk.begin(requestFor(at, xdp, [first]), { fromAddress: null });
      expect(outcome).toMatchObject({
        refusal: {
          code: 'not-applicable',
          detail: expect.stringContaining(`take ${key} from the ConfigMap`),
        },
      });
    },
    limitMs,
  );

  it(
    'names the verbs that it needs, and not those that it does not',
    async () => {
      const at = await start();
      const [first = ''] = podsOf(at).keys();
      const desk = await openDesk(at, { user: 'viewer' });
      const outcome = await desk.begin(requestFor(at, xdp, [first]), { fromAddress: null });
      const detail = 'refusal' in outcome ? outcome.refusal.detail : '';
      expect(detail).toContain('create ciliumnodeconfigs.cilium.io in kube-system');
      expect(detail).toContain('delete ciliumnodeconfigs.cilium.io');
      expect(detail).toContain('delete pods');
      expect(detail).not.toContain('patch configmaps');
      expect(detail).not.toContain('patch daemonsets');
      const forAll = await desk.begin(requestFor(at, xdp), { fromAddress: null });
      const other = 'refusal' in forAll ? forAll.refusal.detail : '';
      expect(other).toContain('patch configmaps');
      expect(other).not.toContain('ciliumnodeconfigs');
      expect(other).not.toContain('deployments');
    },
    limitMs,
  );
});

describe('a rollout to every node after a canary', () => {
  it(
    'takes the canary away before the agents restart, and brings it back when it is rolled back',
    async () => {
      const at = await start();
      const before = configOf(at);
      const [first = ''] = [...podsOf(at).keys()].sort();
      const desk = await openDesk(at);
      const canary = await begin(desk, requestFor(at, xdp, [first]));
      await ended(desk, canary.id);
      const [object] = nodeConfigs(at);
      const request = await until('the canary is known to the plan', () => {
        const { id, canary: planned } = at.collector.plan({ changes: xdp, nodes: null });
        return planned.replaces.length === 1 ? { changes: xdp, planId: id, despiteOwner: true } : null;
      });
      const { id } = await begin(desk, request);
      const done = await ended(desk, id);
      expect(done.phase).toBe('done');
      expect(done.nodes.map(({ state }) => state)).toEqual(['verified', 'verified', 'verified']);
      const what = done.steps.map((step) => step.what);
      const place = (words: string) => what.findIndex((text) => text.includes(words));
      expect(place('cilium-config written')).toBeLessThan(place('earlier canary deleted'));
      expect(place('earlier canary deleted')).toBeLessThan(place('restarts its agents'));
      expect(nodeConfigs(at)).toEqual([]);
      expect(desk.get(canary.id)).toMatchObject({ canary: { inForce: false, absorbedBy: id }, actions: [] });
      expect(await accelerations(at)).toEqual(['Best-Effort', 'Best-Effort', 'Best-Effort']);

      await desk.act(id, 'rollback', { fromAddress: null });
      expect((await ended(desk, id)).phase).toBe('rolled-back');
      expect(configOf(at)).toEqual(before);
      expect(nodeConfigs(at)).toMatchObject([
        { metadata: { labels: object?.metadata.labels }, spec: object?.spec },
      ]);
      expect(await accelerations(at)).toEqual(['Best-Effort', 'Disabled', 'Disabled']);
      expect(desk.get(canary.id)).toMatchObject({
        canary: { inForce: true, absorbedBy: null },
        actions: ['rollback'],
      });
      await desk.act(canary.id, 'rollback', { fromAddress: null });
      expect((await ended(desk, canary.id)).phase).toBe('rolled-back');
      expect(nodeConfigs(at)).toEqual([]);
      expect(await accelerations(at)).toEqual(['Disabled', 'Disabled', 'Disabled']);
    },
    limitMs,
  );
});
