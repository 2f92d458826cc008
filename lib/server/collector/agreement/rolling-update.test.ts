import { afterEach, expect, test } from 'vitest';
import type { ObjectReader, RunningAgent } from '@/lib/server/training/agent-contract';
import { clusterFeed } from '@/lib/server/training/agent/table/cluster-feed';
import { ManualClock } from '@/lib/server/training/api-server/clock';
import { rollingUpdate } from '@/lib/server/training/scenarios/rolling-update';
import { startScenario } from '@/lib/server/training/start-scenario';
import { SimulatedCollector } from './simulated-collector.fixture';

const stepMs = 100;
const sweepIntervalMs = 5_000;
const hourMs = 3_600_000;
/** A watch brings an object this much later than the API server has it: agents may be earlier, or later. */
const watchDelayMs = 200;
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

/** The scenario on a clock of its own, and a collector that asks each agent every five seconds of it. */
async function startRolling() {
  const clock = new ManualClock();
  const agents = new Map<
    string,
    { agent: RunningAgent; objects: ObjectReader; startedAtMs: number; image: string }
  >();
  const cluster = await startScenario(
    {
      ...rollingUpdate,
      agent: (start) => {
        const agent = rollingUpdate.agent(start);
        const { nodeName, objects, startedAtMs, image } = start;
        agents.set(nodeName, { agent, objects, startedAtMs, image });
        return agent;
      },
    },
    { host: '127.0.0.1', port: 0, tls: false, size: { nodes: 4, services: 9 }, seed: 1, clock },
  );
  cleanups.push(() => cluster.stop());
  const collector = new SimulatedCollector({
    propagationMs: 4_000,
    restartMs: 30_000,
    terminationMs: 60_000,
  });
  const see = () =>
    collector.see(
      {
        services: cluster.api.list('Service'),
        slices: cluster.api.list('EndpointSlice'),
        pods: cluster.api.list('Pod'),
        nodes: cluster.api.list('Node'),
      },
      clock.nowMs(),
    );
  see();
  const [first] = agents.values();
  collector.configure(cluster.api.get('ConfigMap', 'cilium-config', 'kube-system')?.data ?? {}, 0);
  const run = (node: string, command: string): string => {
    const result = agents.get(node)?.agent.run(command.split(' '));
    if (result === undefined || result === 'no-such-binary') throw new Error(`${node}: ${command}`);
    return result.stdout;
  };
  for (const [node, { image, startedAtMs }] of agents) {
    collector.addAgent(node, image, startedAtMs);
    collector.takeStatus(node, run(node, 'cilium-dbg status -o json'));
  }
  return { clock, cluster, collector, nodes: [...agents.keys()], run, see, objects: first?.objects };
}

test('an hour of rolling reports no problem, while all the time agents are a moment behind', async () => {
  const { clock, cluster, collector, nodes, run, see, objects } = await startRolling();
  const slices = () =>
    cluster.api
      .list('EndpointSlice')
      .map(({ metadata }) => metadata.resourceVersion)
      .join();
  const startMs = clock.nowMs();
  const reported = new Set<string>();
  let changes = 0;
  let behind = 0;
  let seen = slices();
  let dueMs = Infinity;
  for (let elapsedMs = 0; elapsedMs < hourMs; elapsedMs += stepMs) {
    clock.advance(stepMs);
    if (objects !== undefined) clusterFeed(objects).observe(clock.nowMs());
    const current = slices();
    if (current !== seen) {
      seen = current;
      changes += 1;
      dueMs = Math.min(dueMs, elapsedMs + watchDelayMs);
    }
    if (elapsedMs >= dueMs) {
      dueMs = Infinity;
      see();
    }
    // Agents are asked one after another, each every five seconds.
    nodes.forEach((node, index) => {
      if ((elapsedMs + index * 1_300) % sweepIntervalMs !== 0) return;
      collector.takeTable(node, run(node, 'cilium-dbg service list'), clock.nowMs());
    });
    collector.tick(clock.nowMs());
    behind += Number(collector.waiting().length > 0);
    for (const problem of collector.problems()) reported.add(problem);
  }
  expect(clock.nowMs() - startMs).toBe(hourMs);
  expect([...reported]).toEqual([]);
  // Else the hour would have proved nothing.
  expect(changes).toBeGreaterThan(500);
  expect(behind).toBeGreaterThan(1_000);
  // Every agent followed every change, and was seen to by the answer after it at the latest.
  const latest = collector.keeper.convergence.views().slice(20);
  expect(latest.length).toBeGreaterThan(100);
  expect(latest.filter(({ waiting }) => waiting.length > 0)).toEqual([]);
  expect(Math.max(...latest.map(({ delaysMs }) => delaysMs?.most ?? Infinity))).toBeLessThan(
    2 * sweepIntervalMs,
  );
}, 120_000);

test('an agent that no longer follows is found by its second answer', async () => {
  const { clock, collector, nodes, run, see } = await startRolling();
  const [stuck = ''] = nodes;
  const frozen = run(stuck, 'cilium-dbg service list');
  for (let elapsedMs = 0; elapsedMs < 120_000; elapsedMs += sweepIntervalMs) {
    for (const node of nodes) {
      const answer = node === stuck ? frozen : run(node, 'cilium-dbg service list');
      collector.takeTable(node, answer, clock.nowMs());
    }
    collector.tick(clock.nowMs());
    clock.advance(sweepIntervalMs);
    see();
    collector.tick(clock.nowMs());
  }
  const problems = collector.problems();
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.every((problem) => problem.endsWith(` ${stuck}`))).toBe(true);
  expect(problems.some((problem) => problem.includes('leftover-backend'))).toBe(true);
});
