import { describe, expect, it } from 'vitest';
import { knobsOf } from '../settings/knob-catalogue';
import { makePlan } from './make-plan';
import type { Plan } from './plan';
import { planCluster, vxlan } from './plan-cluster.fixture';
import type { PlanChanges } from './plan-input';

const native = { ...vxlan, 'routing-mode': 'native' };
const onAll = (changes: PlanChanges) => ({ changes, nodes: null });

function ids(plan: Plan, verdict: Plan['rules'][number]['verdict']): string[] {
  return plan.rules.flatMap((rule) => (rule.verdict === verdict ? [rule.id] : []));
}

describe('snat to dsr over a VXLAN tunnel', () => {
  const plan = makePlan(onAll({ 'bpf-lb-mode': 'dsr' }), planCluster());

  it('is fatal with the words the agent would die with, and cannot be applied', () => {
    expect(plan.applicable).toBe(false);
    expect(plan.rules[0]).toMatchObject({
      id: 'B3',
      verdict: 'fatal',
      message: 'Node Port "dsr" mode cannot be used with vxlan tunneling.',
      logged:
        'failed to start: daemon creation failed: unable to initialize kube-proxy replacement options: Node Port "dsr" mode cannot be used with vxlan tunneling.',
      nodes: ['node-1', 'node-2', 'node-3'],
      hiddenBehind: null,
    });
  });

  it('says of the second fatal rule that it shows once the first is solved', () => {
    expect(plan.rules[1]).toMatchObject({ id: 'B6', verdict: 'fatal', hiddenBehind: 'B3' });
    expect(ids(plan, 'fatal')).toEqual(['B3', 'B6']);
  });

  it('tells what breaks until all agents are done', () => {
    const [effect] = plan.blastRadius.connections;
    expect(effect).toMatchObject({ keys: ['bpf-lb-mode'], basis: 'code' });
    expect(plan.blastRadius.byHand.map(({ title }) => title)).toContain(
      'See that nobody filters replies by their source address',
    );
  });
});

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

describe('what is no change', () => {
  it('is a plan that changes nothing and cannot be applied', () => {
    const plan = makePlan(onAll({ 'bpf-lb-acceleration': 'disabled' }), planCluster());
    expect(plan).toMatchObject({
      applicable: false,
      changes: [],
      unchanged: ['bpf-lb-acceleration'],
      diff: [],
    });
    expect(plan.blastRadius.nodes).toEqual([]);
  });

  it('writes a default that was not written, and says that no agent runs otherwise', () => {
    const plan = makePlan(onAll({ 'bpf-lb-mode': 'snat' }), planCluster());
    expect(plan.changes).toMatchObject([
      { key: 'bpf-lb-mode', now: [{ value: 'snat', isSet: false }], nodes: [] },
    ]);
  });
});

describe('a key that the version does not have', () => {
  it('is refused with the versions that have it', () => {
    const plan = makePlan(onAll({ 'bpf-lb-mode-annotation': 'true' }), planCluster({ version: '1.16.7' }));
    expect(plan.applicable).toBe(false);
    expect(plan.changes).toEqual([]);
    expect(plan.refused).toEqual([
      {
        what: 'bpf-lb-mode-annotation',
        reason: 'Cilium 1.16.7 has no such flag (1.17 and later): agents would ignore it without a word.',
      },
    ]);
  });

  it('is refused where no version has it', () => {
    const [refused] = makePlan(onAll({ 'bpf-lb-mood': 'dsr' }), planCluster()).refused;
    expect(refused?.reason).toContain('no other version known here');
  });
});

describe('a plan for chosen nodes', () => {
  const changes = { 'bpf-lb-acceleration': 'native' };
  const plan = makePlan({ changes, nodes: ['node-2'] }, planCluster());

  it('is a CiliumNodeConfig for these alone', () => {
    expect(plan.diff.map(({ kind }) => kind)).toEqual(['CiliumNodeConfig']);
    expect(plan.commands.nodeConfig?.split('\n')).toEqual([
      'apiVersion: cilium.io/v2',
      'kind: CiliumNodeConfig',
      'metadata:',
      `  name: kpr-explorer-${plan.id}`,
      '  namespace: "kube-system"',
      'spec:',
      '  nodeSelector:',
      '    matchExpressions:',
      '      - key: kubernetes.io/hostname',
      '        operator: In',
      '        values:',
      '          - "node-2.example"',
      '  defaults:',
      '    bpf-lb-acceleration: "native"',
    ]);
    expect(plan.blastRadius.nodes).toEqual(['node-2']);
    expect(plan.rules.every(({ nodes }) => nodes.join() === 'node-2')).toBe(true);
    expect(plan.commands.undo).toContain('delete ciliumnodeconfig');
  });

  it('warns where nodes must agree', () => {
    const algorithm = makePlan(
      { changes: { 'bpf-lb-algorithm': 'maglev' }, nodes: ['node-2'] },
      planCluster(),
    );
    expect(algorithm.rules.find(({ id }) => id === '4.6-CANARY')).toMatchObject({ verdict: 'warn' });
    expect(plan.rules.find(({ id }) => id === '4.6-CANARY')?.verdict).toBe('pass');
  });

  it('is refused for a node that is not there, and before 1.13', () => {
    const gone = makePlan({ changes, nodes: ['node-9'] }, planCluster());
    expect(gone).toMatchObject({ applicable: false, refused: [{ what: 'node-9' }] });
    const old = makePlan(
      { changes, nodes: ['node-1'] },
      planCluster({ version: '1.12.14', data: { tunnel: 'disabled' } }),
    );
    expect(old.refused.map(({ what }) => what)).toEqual(['nodes']);
  });
});

it('warns of a CiliumNodeConfig that stands over what the plan writes', () => {
  const own = {
    kind: 'node-config' as const,
    object: 'CiliumNodeConfig kube-system/old',
    data: { 'bpf-lb-acceleration': 'disabled' },
    writtenTimestamp: null,
    keyTimestamps: {},
  };
  const plan = makePlan(
    onAll({ 'bpf-lb-acceleration': 'best-effort' }),
    planCluster({ ofNode: { 'node-3': [own] } }),
  );
  expect(plan.rules.find(({ id }) => id === '4.6-SHADOWED')).toMatchObject({
    verdict: 'warn',
    nodes: ['node-3'],
  });
  expect(plan.changes[0]?.nodes).toEqual(['node-1', 'node-2']);
});

it('tells what was written earlier and takes effect by the same restart', () => {
  const cluster = planCluster();
  const startedWith = { ...vxlan, 'bpf-lb-map-max': '1024' };
  const plan = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), {
    ...cluster,
    agents: cluster.agents.map((agent) => ({ ...agent, startedWith })),
  });
  expect(plan.blastRadius.comesAlong).toEqual([
    { key: 'bpf-lb-map-max', from: '1024', to: '65536', nodes: ['node-1', 'node-2', 'node-3'] },
  ]);
});

describe('the pace', () => {
  it.each([
    ['2', 2, 3],
    ['25%', 2, 3],
    ['100%', 5, 1],
    [null, 1, 5],
  ])('with maxUnavailable %s is %i at a time', (maxUnavailable, atATime, rounds) => {
    const cluster = planCluster({ nodes: 5 });
    const daemonSet = { name: 'cilium', strategy: 'RollingUpdate', maxUnavailable };
    const { rollout } = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), {
      ...cluster,
      daemonSet,
    }).blastRadius;
    expect(rollout).toMatchObject({ atATime, rounds, secondsAnAgent: 25, aboutSeconds: rounds * 25 });
  });

  it('is nobody’s but the operator’s with OnDelete', () => {
    const daemonSet = { name: 'cilium', strategy: 'OnDelete', maxUnavailable: null };
    const plan = makePlan(onAll({ 'bpf-lb-algorithm': 'maglev' }), { ...planCluster(), daemonSet });
    expect(plan.blastRadius.rollout).toMatchObject({ atATime: null, rounds: null, aboutSeconds: null });
  });
});

describe('the commands', () => {
  const { commands } = makePlan(
    onAll({ 'bpf-lb-algorithm': 'maglev', 'bpf-lb-maglev-table-size': '65521', 'bpf-lb-acceleration': null }),
    planCluster(),
  );

  it('patch, and bring back what was there', () => {
    expect(commands.kubectl).toContain(
      `'{"data":{"bpf-lb-algorithm":"maglev","bpf-lb-maglev-table-size":"65521","bpf-lb-acceleration":null}}'`,
    );
    expect(commands.undo).toContain(
      `'{"data":{"bpf-lb-algorithm":null,"bpf-lb-maglev-table-size":null,"bpf-lb-acceleration":"disabled"}}'`,
    );
  });

  it('are values for Helm as well, at the version of the chart that is there', () => {
    expect(commands.helmValues).toBe(
      'loadBalancer:\n  algorithm: "maglev"\n  acceleration: null\nmaglev:\n  tableSize: 65521',
    );
    expect(commands.helmUpgrade).toContain('--version 1.17.10');
  });

  it('quote what a shell would read', () => {
    const hostile = makePlan(onAll({ 'node-port-range': `1,2'; rm -rf /` }), planCluster());
    expect(hostile.commands.kubectl).toContain(String.raw`'\''; rm -rf /`);
  });
});

/** Every value that a plan names, but for those that commands repeat. */
function namedValues(plan: Plan): (string | null)[] {
  const written = plan.diff.flatMap(({ kind, lines }) => (kind === 'ConfigMap' ? lines : []));
  return [
    ...plan.changes.flatMap(({ now, to }) => [to, ...now.map(({ value }) => value)]),
    ...plan.rules.flatMap(({ evidence }) => evidence.map(({ value }) => value)),
    ...written.flatMap(({ text, sign }) =>
      sign === 'gap' ? [] : [JSON.parse(text.slice(text.indexOf(': ') + 2)) as string],
    ),
  ];
}

it.each(['1.13.7', '1.17.10', '1.20.0'])(
  'names no value that is not in the configuration, the changes or the defaults of %s',
  (version) => {
    const cluster = planCluster({ version, nodes: 1 });
    const knobs = knobsOf({ major: 1, minor: Number(version.split('.')[1]), patch: 0 });
    const known = [...Object.values(vxlan), ...knobs.map((knob) => knob.default)];
    for (const { key, values = ['true', 'odd value'] } of knobs) {
      for (const to of [...values, null]) {
        const allowed = new Set<string | null>([...known, to]);
        const strange = namedValues(makePlan(onAll({ [key]: to }), cluster)).filter(
          (value) => !allowed.has(value),
        );
        expect(strange, `${key}: ${to}`).toEqual([]);
      }
    }
  },
);
