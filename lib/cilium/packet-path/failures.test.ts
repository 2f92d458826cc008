import { describe, expect, test } from 'vitest';
import type { QuestionFixture } from './packet-question.fixture';
import { addresses, backendOf, questionFixture } from './packet-question.fixture';
import type { FailureKind } from './packet-walk';
import { UnknownNodeError, walkPacket } from './walk-packet';

describe('ends with a name', () => {
  const policies = questionFixture().policies;
  const checked = (...nodes: string[]) => ({
    fabric: { sourceCheckedNodes: new Set(nodes), dropsIPOptions: false },
  });
  const pod = { kind: 'pod', node: 'n1', name: 'web', ip: '10.0.1.30', port: 40000 } as const;
  const table: [string, FailureKind, FailureNotice, QuestionFixture][] = [
    ['nobody serves, v1.15', 'no-backends', 'error', { backend: 'none', minor: 15 }],
    ['nobody serves, v1.14', 'no-backends', 'silence', { backend: 'none', minor: 14 }],
    [
      'nobody serves, at the socket',
      'no-backends',
      'error',
      { backend: 'none', minor: 10, client: pod, row: { type: 'ClusterIP' } },
    ],
    [
      'external policy Local, none here',
      'no-local-backend',
      'silence',
      { backend: 'none', over: { policies: { ...policies, externalTrafficPolicy: 'Local' } } },
    ],
    [
      'internal policy Local, none here',
      'no-local-backend',
      'error',
      {
        backend: 'none',
        client: pod,
        row: { type: 'ClusterIP' },
        over: { policies: { ...policies, internalTrafficPolicy: 'Local' } },
      },
    ],
    ['a cluster IP from outside', 'cluster-ip-not-routable', 'silence', { row: { type: 'ClusterIP' } }],
    [
      'outside the source ranges',
      'source-range',
      'silence',
      { over: { policies: { ...policies, sourceRanges: ['203.0.113.0/24'] } } },
    ],
    [
      'the source check on the DSR answer',
      'source-check',
      'silence',
      { settings: { mode: 'dsr' }, over: checked('n2') },
    ],
    [
      'the source check on the way there',
      'source-check',
      'silence',
      { settings: { mode: 'dsr' }, over: checked('n1') },
    ],
    [
      'the source check on the answer, Geneve',
      'source-check',
      'silence',
      { settings: { mode: 'dsr', dispatch: 'geneve' }, over: checked('n1', 'n2') },
    ],
    [
      'a fabric that drops IP options',
      'ip-options-dropped',
      'silence',
      {
        settings: { mode: 'dsr' },
        over: { fabric: { sourceCheckedNodes: new Set(), dropsIPOptions: true } },
      },
    ],
    [
      'a full datagram grows',
      'mtu-exceeded',
      'silence',
      { protocol: 'UDP', settings: { mode: 'dsr' }, over: { payloadBytes: 1480 } },
    ],
    [
      'a full segment in Geneve',
      'mtu-exceeded',
      'silence',
      { settings: { mode: 'dsr', dispatch: 'geneve' }, over: { payloadBytes: 1480, moment: 'later' } },
    ],
    ['DSR in VXLAN', 'settings-refused', 'silence', { settings: { mode: 'dsr', tunnel: 'vxlan' } }],
    [
      'hybrid with ipip up to v1.17',
      'settings-refused',
      'silence',
      { minor: 17, settings: { mode: 'hybrid', dispatch: 'ipip' } },
    ],
    ['ports differ in IPIP', 'ipip-ports-differ', 'silence', { settings: { mode: 'dsr', dispatch: 'ipip' } }],
    [
      'the backend changes under a connection, DSR',
      'backend-changed',
      'reset',
      { settings: { mode: 'dsr' }, over: { moment: 'later', isBackendReplaced: true } },
    ],
    [
      'the backend changes under a connection, SNAT',
      'backend-changed',
      'reset',
      { over: { moment: 'later', isBackendReplaced: true } },
    ],
    [
      'DSR to a backend outside the cluster',
      'backend-not-on-a-node',
      'reset',
      { settings: { mode: 'dsr' }, row: { backends: [backendOf('198.18.0.1', 8080, null)] } },
    ],
    ['no row', 'row-missing', 'error', { over: { rows: new Map() } }],
    ['the internal scope from outside', 'scope-internal', 'silence', { row: { scope: 'internal' } }],
    [
      'another family',
      'family-mismatch',
      'silence',
      { row: { backends: [backendOf('fd00:2::20', 8080, 'n2')] } },
    ],
    ['a host port whose pod is elsewhere', 'host-port-not-local', 'silence', { row: { type: 'HostPort' } }],
    [
      'an external IP at the socket',
      'left-untranslated',
      'silence',
      { client: pod, row: { type: 'ExternalIPs' } },
    ],
  ];
  test.each(table)('%s: %s', (_, kind, notices, fixture) => {
    const { failure, hops } = walkPacket(questionFixture(fixture));
    expect({ kind: failure?.kind, notices: failure?.notices }).toEqual({ kind, notices });
    expect(failure?.text).toMatch(/\.$/);
    // A reset comes home as the Service's; every other end is where the packet was lost.
    if (kind === 'backend-changed') expect(hops.at(-1)?.after.source.ip).toBe(addresses.IPv4.service);
  });
  type FailureNotice = 'silence' | 'error' | 'reset';

  test('what does not grow passes: TCP’s full segment with the option on the SYN only', () => {
    const full = { payloadBytes: 1480, moment: 'later' } as const;
    expect(walkPacket(questionFixture({ settings: { mode: 'dsr' }, over: full })).failure).toBeNull();
    expect(walkPacket(questionFixture({ over: full })).failure).toBeNull();
    const udp = { protocol: 'UDP', settings: { mode: 'hybrid' }, over: { payloadBytes: 1480 } } as const;
    expect(walkPacket(questionFixture(udp)).failure).toBeNull();
  });
  test('external cluster IPs and open source ranges let the client in', () => {
    const open = { row: { type: 'ClusterIP' }, settings: { externalClusterIP: true } } as const;
    expect(walkPacket(questionFixture(open)).failure).toBeNull();
    const ranges = { ...policies, sourceRanges: ['198.51.100.0/25', '2001:db8:f::/48'] };
    for (const family of ['IPv4', 'IPv6'] as const)
      expect(walkPacket(questionFixture({ family, over: { policies: ranges } })).failure).toBeNull();
  });
  test('a node nobody knows is an error of the one who asks', () => {
    const client = { kind: 'outside', ip: '198.51.100.7', port: 1, entryNode: 'n9' } as const;
    expect(() => walkPacket(questionFixture({ client }))).toThrow(UnknownNodeError);
  });
});
