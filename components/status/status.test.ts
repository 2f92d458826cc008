import { describe, expect, it } from 'vitest';
import type { KubeProxyReplacementFeatures } from '@/lib/cilium/kube-proxy-replacement';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentView, AnswerView } from '@/lib/snapshot/agent-view';
import type { BackendView, FrontendView } from '@/lib/snapshot/frontend-view';
import { agentAnswer } from './context/agent-problem';
import { exampleFrontends } from './context/example-frontends';
import { lineRemark } from './details/line-remark';
import { fieldAgreement } from './explain/agreement';
import { stripColumns } from './strip/strip-columns';
import { stripMajority, stripRows } from './strip/strip-rows';

const answered: AnswerView = {
  answeredTimestamp: '2026-01-01T00:00:00Z',
  askedTimestamp: '2026-01-01T00:00:00Z',
  durationMs: 1,
  sizeBytes: 1,
  stale: false,
  problem: null,
  unparsedCount: 0,
};
const problem = { code: 'timed-out', title: 'No answer in 10 s', detail: '', hint: '' } as const;

function statusOf(features: KubeProxyReplacementFeatures): AgentStatus {
  return { kubeProxyReplacement: { mode: 'True', features }, sections: {}, lines: {}, unparsed: [] };
}

function agent(node: string, features: KubeProxyReplacementFeatures | null, answer = answered): AgentView {
  return {
    node,
    namespace: 'kube-system',
    pod: `cilium-${node}`,
    container: 'cilium-agent',
    image: null,
    daemonSet: 'cilium',
    nodeIPs: [`192.0.2.${node.length}`],
    zone: null,
    podReady: true,
    podPhase: 'Running',
    restarts: 0,
    startedTimestamp: null,
    version: '1.18.0',
    binary: 'cilium-dbg',
    status: features === null ? null : statusOf(features),
    frontendCount: 0,
    backendCount: 0,
    answers: { status: answer, 'service-list': answer },
  };
}

const snat = { nodePort: { enabled: true, mode: 'SNAT', algorithm: 'Random' } };
const maglev = { nodePort: { enabled: true, mode: 'SNAT', algorithm: 'Maglev', lutSize: 16381 } };
const column = stripColumns.findIndex(({ field }) => field === 'backend-selection');

describe('settings strip', () => {
  it('finds the odd one out, and says what most say', () => {
    const rows = stripRows([agent('a', snat), agent('bb', snat), agent('ccc', maglev)]);
    expect(stripMajority(rows, column)).toEqual({ differs: true, text: 'Random', count: 2, answered: 3 });
    expect(rows[2]?.cells?.[column]?.text).toBe('Maglev 16381');
  });

  it('does not count agents that report nothing, or never answered, as different', () => {
    const rows = stripRows([agent('a', snat), agent('bb', {}), agent('ccc', null)]);
    expect(stripMajority(rows, column)).toMatchObject({ differs: false, answered: 1 });
    expect(rows[1]?.cells?.[column]).toEqual({ text: 'not reported', state: 'not-reported' });
    expect(rows[2]?.cells).toBeNull();
  });

  it('is a row a set of values when agents are many, the largest first', () => {
    const many = Array.from({ length: 100 }, (_, index) => agent(`n${index}`, index === 7 ? maglev : snat));
    expect(stripRows(many).map(({ agents }) => agents.length)).toEqual([99, 1]);
  });
});

describe('agreement on a field', () => {
  it('names the values and how many say so', () => {
    expect(fieldAgreement('backend-selection', [agent('a', snat), agent('bb', snat)]).text).toBe(
      'the same on both nodes',
    );
    expect(fieldAgreement('backend-selection', [agent('a', snat), agent('bb', maglev)])).toMatchObject({
      differs: true,
      values: [
        { text: 'Maglev 16381', nodes: ['bb'] },
        { text: 'Random', nodes: ['a'] },
      ],
    });
  });
  it('never takes silence for agreement', () =>
    expect(fieldAgreement('mode', [agent('a', snat), agent('bb', null)]).text).toBe(
      'one node says so; 1 of 2 nodes do not report it',
    ));
});

describe('the remark on a line', () => {
  const known = {
    agents: [agent('a', snat), agent('bb', maglev)],
    node: 'a',
    unparsed: [],
    nameOf: (node: string) => node,
  };
  const line = {
    line: 9,
    kind: 'field' as const,
    field: 'backend-selection' as const,
  };
  it('names the other value and where', () =>
    expect(lineRemark(line, known)).toMatchObject({ kind: 'differs', text: 'Maglev 16381 on bb' }));
  it('is quiet where all agree', () => expect(lineRemark({ ...line, field: 'mode' }, known)).toBeNull());
  it('says so where a line is not understood, with the parser’s reason', () => {
    expect(lineRemark({ ...line, kind: 'unknown', field: null }, known)?.text).toBe('not understood');
    expect(
      lineRemark(line, { ...known, unparsed: [{ line: 9, text: '', reason: 'bad value' }] })?.title,
    ).toBe('bad value');
  });
});

describe('how an agent answers', () => {
  it('tells apart fresh, old, silent and not asked', () => {
    const states = [
      answered,
      { ...answered, stale: true, problem },
      { ...answered, answeredTimestamp: null, problem },
      { ...answered, answeredTimestamp: null },
    ];
    expect(states.map((answer) => agentAnswer(agent('a', snat, answer)).state)).toEqual([
      'fresh',
      'stale',
      'silent',
      'pending',
    ]);
  });
});

describe('examples out of the reader’s own table', () => {
  const backend = (ip: string, node: string | null): BackendView => ({
    ip,
    port: 8080,
    protocol: 'TCP',
    state: 'active',
    preferred: null,
    statesDiffer: false,
    target: { kind: 'pod', namespace: 'shop', name: `pod-${ip}`, workload: 'web', node, zone: null },
    nodes: ['a', 'bb'],
  });
  const row = (ip: string, type: FrontendView['type'], backends: BackendView[]): FrontendView => ({
    key: `${ip}:30080/TCP`,
    ip,
    port: 30080,
    protocol: 'TCP',
    scope: 'external',
    type,
    remote: false,
    service: { namespace: 'shop', name: 'web', portName: null },
    labels: [],
    nodes: ['a', 'bb'],
    nodeLocal: false,
    ownBackends: false,
    backends,
    problems: [],
    doubt: null,
    changedTimestamp: '2026-01-01T00:00:00Z',
  });

  it('prefers a backend on another node, and dials the node’s own address for a wildcard', () => {
    const { outside, byType } = exampleFrontends(
      [
        row('203.0.113.1', 'LoadBalancer', [backend('10.0.0.1', 'a')]),
        row('0.0.0.0', 'NodePort', [backend('10.0.0.1', 'a'), backend('10.0.0.2', 'bb')]),
      ],
      agent('a', snat),
    );
    expect(outside).toEqual({
      address: '192.0.2.1:30080',
      service: 'shop/web',
      backend: { address: '10.0.0.2:8080', name: 'web', node: 'bb' },
    });
    expect(byType.LoadBalancer).toMatchObject({ count: 1, example: { address: '203.0.113.1:30080' } });
  });

  it('has none where the table has none, and takes no row of another node', () => {
    expect(exampleFrontends([], agent('a', snat))).toEqual({
      outside: null,
      outsideNodePort: null,
      byType: {},
    });
    const other = { ...row('0.0.0.0', 'NodePort', [backend('10.0.0.1', 'a')]), nodes: ['bb'] };
    expect(exampleFrontends([other], agent('a', snat)).outside).toBeNull();
  });

  it('shows forwarding with no row whose nodes have backends of their own, and with no internal scope', () => {
    const local = {
      ...row('203.0.113.1', 'LoadBalancer', [backend('10.0.0.2', 'bb')]),
      ownBackends: true,
    };
    const inner = { ...row('0.0.0.0', 'NodePort', [backend('10.0.0.2', 'bb')]), scope: 'internal' as const };
    const { outside, byType } = exampleFrontends([local, inner], agent('a', snat));
    expect(outside).toBeNull();
    expect(byType.NodePort).toBeUndefined();
    expect(byType.LoadBalancer?.count).toBe(1);
  });

  it('names only a backend that this node’s row has, and that takes new connections', () => {
    const elsewhere = { ...backend('10.0.0.2', 'bb'), nodes: ['bb'] };
    const leaving = { ...backend('10.0.0.3', 'bb'), state: 'terminating' as const };
    const pick = (backends: BackendView[]) =>
      exampleFrontends([row('0.0.0.0', 'NodePort', backends)], agent('a', snat)).outside?.backend?.address;
    expect(pick([elsewhere, leaving, backend('10.0.0.1', 'a')])).toBe('10.0.0.1:8080');
    expect(pick([elsewhere, leaving])).toBeUndefined();
  });

  it('shows the way through a node port with a node port', () => {
    const rows = [
      row('203.0.113.1', 'LoadBalancer', [backend('10.0.0.2', 'bb')]),
      row('0.0.0.0', 'NodePort', [backend('10.0.0.2', 'bb')]),
    ];
    const { outside, outsideNodePort } = exampleFrontends(rows, agent('a', snat));
    expect([outside?.address, outsideNodePort?.address]).toEqual(['203.0.113.1:30080', '192.0.2.1:30080']);
  });

  it('prefers TCP over DNS', () => {
    const dns = { ...row('10.96.0.10', 'ClusterIP', [backend('10.0.0.2', 'bb')]), protocol: null, port: 53 };
    const web = { ...row('10.96.0.99', 'ClusterIP', [backend('10.0.0.2', 'bb')]), protocol: null };
    expect(exampleFrontends([dns, web], agent('a', snat)).byType.ClusterIP?.example.address).toBe(
      '10.96.0.99:30080',
    );
  });
});
