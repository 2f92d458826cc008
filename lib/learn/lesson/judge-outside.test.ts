import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { clusterAnswer } from './cluster-answer';
import { driftedCluster, row } from './cluster.fixture';
import { judgeOutsideAddresses } from './judge-outside';
import type { LiveBackend, LiveCluster, LiveRow } from './live-cluster';

const [first, second] = ['worker-1.example', 'worker-2.example'] as const;
const pod = (ip: string, ...nodes: string[]): LiveBackend => ({ ip, port: 8080, name: null, nodes });
const withRows = (...rows: LiveRow[]): LiveCluster => ({ ...driftedCluster, rows });
const nodePort = (partial: Partial<LiveRow>) =>
  row({ service: 'test/web', type: 'NodePort', ip: '0.0.0.0', port: 30_090, ...partial });
const hostPort = (partial: Partial<LiveRow>) =>
  row({ service: null, type: 'HostPort', ip: '0.0.0.0', port: 9000, ownBackends: true, ...partial });

const said = (seen: RegExp) => expect.stringMatching(seen) as string;
const drops = /worker-2\.example has no pod of test\/web, and its external traffic policy is Local: it drops/;

it.each([
  [
    'the row that stands for all addresses',
    [nodePort({ ownBackends: true, backends: [pod('10.0.0.1', first)] })],
  ],
  [
    'the row of each address',
    [
      nodePort({ ownBackends: true, ip: '192.0.2.11', nodes: [first], backends: [pod('10.0.0.1', first)] }),
      nodePort({ ownBackends: true, ip: '192.0.2.12', nodes: [second], backends: [] }),
    ],
  ],
])('takes no node without a pod under a policy of Local, by %s', (_, rows) => {
  const cluster = withRows(...rows);
  expect(judgeOutsideAddresses(cluster, 1, '192.0.2.11:30090').is).toBe('met');
  expect(judgeOutsideAddresses(cluster, 1, '192.0.2.12:30090')).toEqual({ is: 'open', seen: said(drops) });
  expect(judgeOutsideAddresses(cluster, 2, '192.0.2.11:30090 192.0.2.12:30090').is).toBe('open');
  expect(clusterAnswer(cluster, { ask: 'outside-address' })).toBe('192.0.2.11:30090');
  expect(clusterAnswer(cluster, { ask: 'two-outside-addresses' })).toBeNull();
});

it('takes no row that is for clients inside', () => {
  const inside = nodePort({ scope: 'internal', backends: [pod('10.0.0.1', first, second)] });
  expect(judgeOutsideAddresses(withRows(inside), 1, '192.0.2.12:30090').is).toBe('open');
  const outside = nodePort({ ownBackends: true, backends: [pod('10.0.0.1', first)] });
  expect(judgeOutsideAddresses(withRows(inside, outside), 1, '192.0.2.12:30090').seen).toMatch(drops);
});

it('takes a host port at nodes only that run a pod with it', () => {
  const cluster = withRows(hostPort({ nodes: [first], backends: [pod('10.0.0.1', first)] }));
  expect(judgeOutsideAddresses(cluster, 1, '192.0.2.11:9000').is).toBe('met');
  expect(judgeOutsideAddresses(cluster, 1, '192.0.2.12:9000')).toEqual({
    is: 'open',
    seen: said(/worker-2\.example has no pod with the host port 9000/),
  });
  expect(clusterAnswer(cluster, { ask: 'outside-address' })).toBeNull();
});

it('does not take two pods for one, where neither address is of a Service', () => {
  const each = hostPort({ backends: [pod('10.0.0.1', first), pod('10.0.1.1', second)] });
  const answer = '192.0.2.11:9000 192.0.2.12:9000';
  expect(judgeOutsideAddresses(withRows(each), 2, answer)).toEqual({
    is: 'open',
    seen: said(/192\.0\.2\.11:9000 leads to 10\.0\.0\.1:8080 and 192\.0\.2\.12:9000 to 10\.0\.1\.1:8080/),
  });
  const other = hostPort({ port: 9001, nodes: [first], backends: [pod('10.0.0.1', first)] });
  expect(judgeOutsideAddresses(withRows(each, other), 2, '192.0.2.11:9000 192.0.2.11:9001')).toEqual({
    is: 'met',
    seen: 'Both lead to 10.0.0.1:8080.',
  });
});

it('takes no address whose row leads to nothing', () => {
  const empty = row({ service: 'test/web', type: 'LoadBalancer', ip: '203.0.113.9', port: 80 });
  expect(judgeOutsideAddresses(withRows(empty), 1, '203.0.113.9:80')).toEqual({
    is: 'open',
    seen: said(/has no backend/),
  });
});

it('takes no address of a machine to itself', () => {
  const every = hostPort({ backends: [pod('10.0.0.1', first)] });
  for (const answer of ['127.0.0.1:9000', '[::1]:9000'])
    expect(judgeOutsideAddresses(withRows(every), 1, answer)).toEqual({
      is: 'open',
      seen: said(/never leaves the machine/),
    });
});

it('takes no host port of the node alone: up to 1.17 one that is for all has rows of node addresses', () => {
  const status = { cilium: { state: 'Ok', msg: '1.13.4 (v1.13.4-4061cdfc)' } } as AgentStatus;
  const own = hostPort({ backends: [pod('10.0.0.1', first)], nodes: [first] });
  const before: LiveCluster = {
    ...withRows(own),
    agents: driftedCluster.agents.map((agent) => ({ ...agent, status })),
  };
  expect(judgeOutsideAddresses(before, 1, '192.0.2.11:9000')).toEqual({
    is: 'open',
    seen: said(/No agent has a row for 192\.0\.2\.11:9000/),
  });
  const listed = { ...before, rows: [own, { ...own, ip: '192.0.2.11' }] };
  expect(judgeOutsideAddresses(listed, 1, '192.0.2.11:9000').is).toBe('met');
});

describe('TCP and UDP of one port', () => {
  const tcp = hostPort({ protocol: 'TCP', backends: [pod('10.0.0.1', first), pod('10.0.1.1', second)] });
  const udp = hostPort({ protocol: 'UDP', backends: [pod('10.0.0.2', first)] });
  const service = nodePort({
    protocol: 'UDP',
    service: 'test/dns',
    port: 9000,
    backends: [pod('10.0.0.3', first)],
  });

  it('are told apart where the answer names one', () => {
    expect(judgeOutsideAddresses(withRows(tcp), 1, '192.0.2.11:9000/TCP').is).toBe('met');
    expect(judgeOutsideAddresses(withRows(tcp), 1, '192.0.2.11:9000/UDP').seen).toMatch(/No agent has a row/);
    expect(judgeOutsideAddresses(withRows(udp), 1, 'http://192.0.2.11:9000/').seen).toMatch(
      /No agent has a row/,
    );
    expect(judgeOutsideAddresses(withRows(tcp, service), 1, '192.0.2.11:9000/UDP').seen).toContain(
      'test/dns',
    );
  });

  it('are two ways of one address', () => {
    const both = nodePort({
      protocol: 'TCP',
      service: 'test/dns',
      port: 9000,
      backends: [pod('10.0.0.3', first)],
    });
    const answer = '192.0.2.11:9000/TCP 192.0.2.11:9000/UDP';
    expect(judgeOutsideAddresses(withRows(both, service), 2, answer)).toEqual({
      is: 'met',
      seen: 'Both lead to test/dns.',
    });
  });

  it('of two Services are no way to one of them: one protocol is looked for that both addresses have', () => {
    const answer = '192.0.2.11:9000 203.0.113.9:80';
    const other = row({
      ...{ service: 'test/dns', type: 'LoadBalancer', ip: '203.0.113.9', port: 80, protocol: 'UDP' },
      backends: [pod('10.0.0.3', first)],
    });
    const web = nodePort({ protocol: 'TCP', port: 9000, backends: [pod('10.0.0.1', first)] });
    expect(judgeOutsideAddresses(withRows(web, service, other), 2, answer).seen).toBe(
      'Both lead to test/dns.',
    );
    expect(judgeOutsideAddresses(withRows(web, other), 2, answer)).toEqual({
      is: 'open',
      seen: said(/192\.0\.2\.11:9000 is a NodePort row of test\/web and 203/),
    });
  });
});
