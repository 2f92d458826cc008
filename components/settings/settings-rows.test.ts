import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { isOdd } from '@/lib/cilium/fields/majority';
import { groupedColumns, singleColumns } from './settings-columns';
import { settingsRows, unreportedTitles } from './settings-rows';
import { settingsSentence } from './settings-sentence';

const answer = {
  answeredTimestamp: null,
  askedTimestamp: null,
  durationMs: null,
  sizeBytes: null,
  stale: false,
  problem: null,
  unparsedCount: 0,
};

function agent(index: number, mode: string | null, devices = ['eth0']): AgentView {
  const status: AgentStatus | null =
    mode === null
      ? null
      : {
          kubeProxyReplacement: {
            mode: 'True',
            deviceList: devices.map((name) => ({ name, ip: [`192.0.2.${index}`] })),
            features: { nodePort: { enabled: true, mode } },
          },
          controllers: { healthy: 20 + index, total: 20 + index },
          sections: {},
          lines: {},
          unparsed: [],
        };
  return {
    node: `worker-${String(index).padStart(3, '0')}`,
    namespace: 'kube-system',
    pod: `cilium-${index}`,
    container: 'cilium-agent',
    image: null,
    daemonSet: 'cilium',
    nodeIPs: [],
    zone: null,
    podReady: true,
    podPhase: 'Running',
    restarts: 0,
    startedTimestamp: null,
    version: mode === null ? null : '1.18.2',
    binary: 'cilium',
    status,
    frontendCount: null,
    backendCount: null,
    answers: { status: answer, 'service-list': answer },
  };
}

const hundred = Array.from({ length: 100 }, (_, index) =>
  agent(index, index === 99 ? null : index === 7 || index === 42 ? 'DSR' : 'SNAT'),
);

describe('settings of a hundred agents', () => {
  const rows = settingsRows(hundred);

  it('find the odd ones out, and only them', () => {
    const differing = rows.filter(({ majority }) => majority.differs);
    expect(differing.map(({ id }) => id)).toEqual(['mode']);
    const [mode] = differing;
    expect(mode?.majority.values).toMatchObject([
      { text: 'SNAT' },
      { text: 'DSR', nodes: ['worker-007', 'worker-042'] },
    ]);
    const odd = hundred.filter(
      ({ node }) => mode !== undefined && isOdd(mode.cells.get(node) ?? null, mode.majority),
    );
    expect(odd.map(({ node }) => node)).toEqual(['worker-007', 'worker-042']);
  });

  it('share a column where they are equal; who never answered has one apart', () => {
    expect(groupedColumns(hundred, rows).map(({ agents }) => agents.length)).toEqual([97, 2, 1]);
    expect(singleColumns(hundred)).toHaveLength(100);
  });

  it('are told in a sentence that is true read alone', () => {
    const nodes = hundred.map(({ node }) => node);
    expect(settingsSentence(nodes, rows)).toEqual({
      state: 'Agents differ in Mode.',
      rest: '2 of 99 stand apart. 1 agent never gave a status.',
    });
    const same = hundred.filter(
      ({ status }) => status?.kubeProxyReplacement?.features.nodePort?.mode === 'SNAT',
    );
    expect(
      settingsSentence(
        same.map(({ node }) => node),
        settingsRows(same),
      ).state,
    ).toBe('All 97 agents run with the same settings.');
    expect(settingsSentence(['x'], settingsRows([agent(1, null)])).state).toBe(
      'No agent has given its status yet.',
    );
  });

  it('name what each node has of its own beside what is the same', () => {
    const two = [agent(1, 'SNAT', ['eth0', 'eth1']), agent(2, 'SNAT')];
    expect(
      settingsSentence(
        two.map(({ node }) => node),
        settingsRows(two),
      ),
    ).toEqual({ state: 'Both agents run with the same settings.', rest: 'Each node has its own Devices.' });
  });

  it('leave a field that nobody reports to one line', () => {
    expect(rows.some(({ id }) => id === 'socket-lb')).toBe(false);
    expect(unreportedTitles(rows)).toContain('Socket LB');
  });
});

it('calls nobody odd whose devices differ, and everybody where no half agrees', () => {
  const rows = settingsRows([agent(1, 'SNAT'), agent(2, 'DSR', ['ens5'])]);
  const row = (id: string) => rows.find((one) => one.id === id);
  expect(row('devices')?.majority.differs).toBe(false);
  const mode = row('mode');
  for (const node of ['worker-001', 'worker-002'])
    expect(mode !== undefined && isOdd(mode.cells.get(node) ?? null, mode.majority)).toBe(true);
});
