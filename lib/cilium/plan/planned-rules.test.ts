import { describe, expect, it } from 'vitest';
import { ids, onAll } from './judged-plan.fixture';
import { makePlan } from './make-plan';
import type { Plan } from './plan';
import { planCluster, vxlan } from './plan-cluster.fixture';
import type { PlanChanges } from './plan-input';

const native = { ...vxlan, 'routing-mode': 'native' };

/** Whether a change would start, by version and configuration. */
const table: [
  what: string,
  version: string,
  data: Record<string, string>,
  changes: PlanChanges,
  fatal: string[],
][] = [
  [
    'dsr by geneve in native routing, protocol vxlan',
    '1.18.2',
    native,
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve' },
    ['B8'],
  ],
  [
    'the same with its tunnel protocol',
    '1.18.2',
    native,
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' },
    [],
  ],
  [
    'dsr by geneve through a Geneve tunnel',
    '1.17.10',
    vxlan,
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' },
    [],
  ],
  [
    'a table size that is no prime of the list',
    '1.17.10',
    vxlan,
    { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '1000' },
    ['A17'],
  ],
  ['the same dormant in 1.16', '1.16.7', vxlan, { 'bpf-lb-maglev-table-size': '1000' }, []],
  ['a seed of the wrong length', '1.17.10', vxlan, { 'bpf-lb-maglev-hash-seed': 'AAAA' }, ['A19']],
  ['best-effort before it was there', '1.14.17', vxlan, { 'bpf-lb-acceleration': 'best-effort' }, ['A15']],
  ['a range the wrong way round', '1.18.2', vxlan, { 'node-port-range': '32767,30000' }, ['A22']],
  [
    'hybrid under annotations',
    '1.18.2',
    native,
    { 'bpf-lb-mode': 'hybrid', 'bpf-lb-mode-annotation': 'true' },
    ['A8'],
  ],
];

it.each(table)('%s in %s', (_what, version, data, changes, fatal) => {
  const plan = makePlan(onAll(changes), planCluster({ version, data }));
  expect(ids(plan, 'fatal')).toEqual(fatal);
  expect(plan.applicable).toBe(fatal.length === 0);
});

describe('a table size that is not allowed', () => {
  it('is answered in Cilium’s words', () => {
    const plan = makePlan(onAll({ 'bpf-lb-maglev-table-size': '1000' }), planCluster());
    expect(plan.rules[0]?.message).toBe(
      'Invalid value for --bpf-lb-maglev-table-size: 1000, supported values are: [251 509 1021 2039 4093 8191 16381 32749 65521 131071]',
    );
  });
});

describe('what cannot be known', () => {
  it('is unknown with a way to find out, never passed', () => {
    const plan = makePlan(onAll({ 'bpf-lb-acceleration': 'native' }), planCluster());
    const rule = plan.rules.find(({ id }) => id === 'C4');
    expect(rule).toMatchObject({ verdict: 'unknown', touched: true });
    expect(rule?.findOut).toContain('ethtool -i');
    expect(plan.applicable).toBe(true);
  });

  it('is a warning where an agent would start without a datapath, unless the kernel is known to have what it takes', () => {
    const data = { ...vxlan, 'routing-mode': 'native', 'tunnel-protocol': 'geneve' };
    const changes = { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve' };
    const cluster = planCluster({ version: '1.20.0', data });
    const rule = makePlan(onAll(changes), cluster).rules.find(({ id }) => id === 'DATAPATH-GENEVE');
    expect(rule).toMatchObject({ verdict: 'warn', touched: true, nodes: ['node-1', 'node-2', 'node-3'] });
    expect(rule?.findOut).toContain('db/show health');
    const known = cluster.agents.map((agent) => ({
      ...agent,
      facts: { ...agent.facts, deviceTypes: { geneve: true } },
    }));
    const verdicts = (plan: Plan) =>
      plan.rules.filter(({ id }) => id.startsWith('DATAPATH-')).map(({ verdict }) => verdict);
    expect(verdicts(makePlan(onAll(changes), { ...cluster, agents: known }))).not.toContain('warn');
    // IP options need no device of their own.
    expect(verdicts(makePlan(onAll({ 'bpf-lb-mode': 'dsr' }), cluster))).not.toContain('warn');
  });

  it('is passed where an agent runs with the very values, and not where it does not run', () => {
    const changes = { 'bpf-lb-algorithm': 'maglev' };
    const running = makePlan(onAll(changes), planCluster());
    expect(running.rules.find(({ id }) => id === 'F3')?.verdict).toBe('pass');
    const cluster = planCluster();
    const down = makePlan(onAll(changes), {
      ...cluster,
      agents: cluster.agents.map((agent) => ({ ...agent, isRunning: false })),
    });
    expect(down.rules.find(({ id }) => id === 'F3')?.verdict).toBe('unknown');
    const range = makePlan(onAll({ 'node-port-range': '30000,31000' }), planCluster());
    expect(range.rules.find(({ id }) => id === 'F3')?.verdict).toBe('unknown');
  });
});
