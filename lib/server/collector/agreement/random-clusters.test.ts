import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Backend } from '@/lib/cilium/backend';
import type { Frontend } from '@/lib/cilium/frontend';
import { frontendKey } from '@/lib/cilium/frontend';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { createAgentFactory } from '@/lib/server/training/agent/create-agent';
import type { RandomCluster } from '@/lib/server/training/agent/random-cluster.fixture';
import { agentStart, objectsOf, randomCluster } from '@/lib/server/training/agent/random-cluster.fixture';
import { SimulatedCollector } from './simulated-collector.fixture';

const nodes = ['node-a', 'node-b', 'node-c'];
const patience = { propagationMs: 4_000, restartMs: 30_000, terminationMs: 60_000 };
const startMs = 1_800_000_000_000;

type Tables = Map<string, Frontend[]>;

/** Agents of one release on all nodes of a random cluster, and a collector that has their statuses. */
function start(cluster: RandomCluster, release: string): { collector: SimulatedCollector; tables: Tables } {
  const objects = objectsOf(cluster);
  const image = `quay.io/cilium/cilium:v${release}`;
  const collector = new SimulatedCollector(patience);
  collector.see(objects);
  collector.configure(cluster.config, 0);
  const tables: Tables = new Map();
  for (const nodeName of nodes) {
    const clock = { startedAtMs: startMs - 3_600_000, nowMs: () => startMs };
    const agent = createAgentFactory()({ ...agentStart(objects, image, cluster.config, clock), nodeName });
    const run = (command: string): string => {
      const result = agent.run(
        `${release.startsWith('1.13') || release.startsWith('1.14') ? 'cilium' : 'cilium-dbg'} ${command}`.split(
          ' ',
        ),
      );
      if (result === 'no-such-binary') throw new Error(command);
      return result.stdout;
    };
    collector.addAgent(nodeName, image, clock.startedAtMs);
    collector.takeStatus(nodeName, run('status -o json'));
    tables.set(nodeName, parseServiceList(run('service list')).frontends);
    agent.stop();
  }
  return { collector, tables };
}

/** Two sweeps over agents that say the same in both; gives the problems, and what cannot be judged. */
function sweepTwice(collector: SimulatedCollector, tables: Tables): string[] {
  for (const atMs of [startMs, startMs + 5_000]) {
    for (const [node, table] of tables) collector.takeTable(node, table, atMs);
    collector.tick(atMs + 250);
    // What waits for its time is looked at again a moment later.
    collector.tick(atMs + 900);
  }
  return collector.problems();
}

type Fault = {
  name: string;
  kind: string;
  /** Changes a row of an agent's table; null: the fault does not fit this row. */
  plant: (row: Frontend) => Frontend[] | null;
  /** The key under which it must be reported, where it is not the row's own. */
  keyOf?: (row: Frontend) => string;
};

const withBackends = (row: Frontend, backends: Backend[]): Frontend[] => [{ ...row, backends }];
const elsewhere = '203.0.113.250';

const faults: Fault[] = [
  { name: 'a missing row', kind: 'missing-row', plant: () => [] },
  {
    name: 'an extra row',
    kind: 'leftover-row',
    plant: (row) => [row, { ...row, ip: elsewhere, type: 'ClusterIP', scope: 'external' }],
    keyOf: (row) => frontendKey({ ...row, ip: elsewhere, scope: 'external' }),
  },
  {
    name: 'a leftover backend',
    kind: 'leftover-backend',
    plant: (row) => {
      const [first] = row.backends;
      return first === undefined
        ? null
        : withBackends(row, [...row.backends, { ...first, ip: elsewhere, state: 'active' }]);
    },
  },
  {
    name: 'a missing backend',
    kind: 'missing-backend',
    plant: (row) => (row.backends.length === 0 ? null : withBackends(row, row.backends.slice(1))),
  },
  {
    name: 'a wrong state',
    kind: 'wrong-state',
    plant: (row) => {
      const [first, ...others] = row.backends;
      if (first === undefined) return null;
      const state = first.state === 'maintenance' ? ('active' as const) : ('maintenance' as const);
      return withBackends(row, [{ ...first, state }, ...others]);
    },
  },
  {
    name: 'a row of the wrong scope',
    kind: 'missing-row',
    plant: (row) => (row.scope === 'internal' ? [{ ...row, port: row.port + 10_000 }] : null),
  },
  {
    name: 'a row of the wrong type',
    kind: 'wrong-type',
    plant: (row) => (row.type === 'ClusterIP' ? [{ ...row, type: 'LoadBalancer' }] : null),
  },
];

const releases = ['1.13.4', '1.16.5', '1.17.7', '1.18.2', '1.18.6', '1.19.1', '1.21.0'];

describe.each(releases)('random clusters of agents %s', (release) => {
  const minor = Number(release.split('.')[1]);
  const clusters = randomCluster(minor);

  it('have no divergence where every agent is right', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const { collector, tables } = start(cluster, release);
        expect(sweepTwice(collector, tables)).toEqual([]);
        expect(collector.waiting()).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each(faults)('with $name: it is found, on that node, and nothing else', ({ kind, plant, keyOf }) => {
    let planted = 0;
    fc.assert(
      fc.property(clusters, fc.nat(2), fc.nat(), (cluster, onNode, pick) => {
        const { collector, tables } = start(cluster, release);
        const node = nodes[onNode] ?? '';
        const table = tables.get(node) ?? [];
        // A Service of the random cluster may have one port twice, which no API server lets pass.
        const isOnce = (row: Frontend) =>
          table.filter((one) => frontendKey(one) === frontendKey(row)).length === 1;
        const fitting = table.filter((row) => plant(row) !== null && isOnce(row));
        const row = fitting[pick % Math.max(1, fitting.length)];
        if (row === undefined) return;
        const wrong = table.flatMap((one) => (one === row ? (plant(row) ?? []) : [one]));
        const problems = sweepTwice(collector, new Map([...tables, [node, wrong]]));
        const key = keyOf?.(row) ?? frontendKey(row);
        // What cannot be judged is said to be so; it is neither right nor wrong.
        if (collector.doubts().some((doubt) => doubt.startsWith(`${key} `))) return;
        planted += 1;
        expect(problems).toContain(`${key} ${kind} ${node}`);
        expect(problems.every((problem) => problem.endsWith(` ${node}`))).toBe(true);
      }),
      { numRuns: 40 },
    );
    expect(planted).toBeGreaterThan(0);
  });
});
