import { expect, it } from 'vitest';
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
