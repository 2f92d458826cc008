import { describe, expect, test } from 'vitest';
import { shortHand } from './hop-short-hand.fixture';
import type { QuestionFixture } from './packet-question.fixture';
import { addresses, backendOf, questionFixture } from './packet-question.fixture';
import type { PacketWalk } from './packet-walk';
import { walkPacket } from './walk-packet';

describe('from inside the cluster', () => {
  const pod = { kind: 'pod', node: 'n1', name: 'web', ip: '10.0.1.30', port: 40000 } as const;
  const host = { kind: 'node', node: 'n1', port: 40000 } as const;
  const row = { type: 'ClusterIP' } as const;
  const walkOf = (fixture: QuestionFixture) => walkPacket(questionFixture({ row, ...fixture }));
  const short = (walk: PacketWalk) => walk.hops.map(shortHand('IPv4', {}));
  const y = '10.0.1.30:40000';

  test('a pod’s socket is connected to the backend: no packet carries the Service’s address', () => {
    expect(short(walkOf({ client: pod }))).toEqual([
      `pod cgroup/connect: ${y}>P`,
      ...[`n1-n2: ${y}>P`, `pod: ${y}>P`, `pod: P>${y}`, `n2-n1: P>${y}`],
      `pod cgroup/getpeername: V>${y}`,
      `pod: V>${y}`,
    ]);
  });
  test('a datagram is sent and received through hooks of their own', () => {
    const hops = short(walkOf({ client: pod, protocol: 'UDP' }));
    expect([hops[0], hops.at(-2)]).toEqual([`pod cgroup/sendmsg: ${y}>P`, `pod cgroup/recvmsg: V>${y}`]);
  });
  test('a pod without the socket load balancer is translated packet by packet', () => {
    for (const socketLB of ['off', 'host-only'] as const)
      expect(short(walkOf({ client: pod, settings: { socketLB } }))).toEqual([
        `pod: ${y}>V`,
        `n1 tc at the pod’s device: ${y}>P`,
        ...[`n1-n2: ${y}>P`, `pod: ${y}>P`, `pod: P>${y}`, `n2-n1: P>${y}`],
        `n1 tc at the pod’s device: V>${y}`,
        `pod: V>${y}`,
      ]);
  });
  test('a pod that reaches itself so is given the loopback address', () => {
    const own = { ...row, backends: [backendOf(pod.ip, 8080, 'n1')] };
    const walk = walkOf({ client: pod, row: own, settings: { socketLB: 'off' } });
    expect(walk.seenByBackend?.ip).toBe('169.254.42.1');
    expect(walk.failure).toBeNull();
  });
  test('a program on the host goes through its socket, or is not Cilium’s matter', () => {
    expect(short(walkOf({ client: host, settings: { socketLB: 'host-only' } }))[0]).toBe(
      'n1 cgroup/connect: N1>P',
    );
    expect(walkOf({ client: host, settings: { socketLB: 'off' } }).failure?.kind).toBe('left-to-kube-proxy');
  });
  test('a node port of another node is translated at home by the wildcard’s row', () => {
    const walk = walkOf({
      client: pod,
      row: { ip: '0.0.0.0', port: 30080, type: 'NodePort' },
      over: { to: { ip: addresses.IPv4.n2, port: 30080 } },
    });
    expect([walk.failure, walk.hops.at(-1)?.after.source.ip]).toEqual([null, addresses.IPv4.n2]);
  });
  test('a host port of another node is not', () => {
    const walk = walkOf({
      client: pod,
      row: { ip: '0.0.0.0', port: 8081, type: 'HostPort' },
      over: { to: { ip: addresses.IPv4.n2, port: 8081 } },
    });
    expect(walk.failure?.kind).toBe('row-missing');
  });
  test('the internal scope goes before the external one', () => {
    const question = questionFixture({ client: pod, backend: 'none' });
    const [external] = question.rows.get('n1') ?? [];
    if (external === undefined) throw new Error('no row');
    const internal = {
      ...external,
      scope: 'internal' as const,
      backends: [backendOf('10.0.2.20', 8080, 'n2')],
    };
    const rows = new Map([['n1', [external, internal]]]);
    expect(walkPacket({ ...question, rows }).failure).toBeNull();
    const outside = questionFixture({ backend: 'none', over: { rows } });
    expect(walkPacket(outside).failure?.kind).toBe('no-backends');
  });
  test('a connected socket stays with a backend that is gone', () => {
    const { failure, hops } = walkOf({ client: pod, over: { moment: 'later', isBackendReplaced: true } });
    expect([failure?.kind, failure?.notices, hops.length]).toEqual(['backend-changed', 'silence', 1]);
  });
});
