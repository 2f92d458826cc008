import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DatapathSettings } from './datapath-settings';
import { dsrGeneveOption, dsrOption } from './dsr-info';
import type { IPFamily, L4, Packet } from './packet';
import { formatSocketAddress, sameSocketAddress } from './packet';
import type { QuestionFixture } from './packet-question.fixture';
import { addresses, backendOf, questionFixture } from './packet-question.fixture';
import type { FailureKind, Hop, PacketWalk } from './packet-walk';
import { UnknownNodeError, walkPacket } from './walk-packet';

/**
 * Hops in the reference's own short hand: who > whom, `+8` for a DSR option of eight bytes in the packet's header,
 * `[geneve n1>n2 62]` for a packet around it and all the bytes that it adds.
 */
function shortHand(family: IPFamily, ports: Record<string, number>) {
  const at = addresses[family];
  const names = new Map<string, string>([
    [formatSocketAddress({ ip: at.client, port: 40000 }), 'C'],
    [formatSocketAddress({ ip: at.service, port: 80 }), 'V'],
    [formatSocketAddress({ ip: at.pod, port: ports['pod'] ?? 8080 }), 'P'],
    [formatSocketAddress({ ip: at.localPod, port: ports['pod'] ?? 8080 }), 'L'],
    [formatSocketAddress({ ip: at.n1, port: 40000 }), 'N1'],
    [formatSocketAddress({ ip: at.internal, port: 40000 }), 'I1'],
  ]);
  const hosts = new Map<string, string>([
    [at.n1, 'n1'],
    [at.n2, 'n2'],
    [at.pod, 'P'],
  ]);
  const name = (end: Packet['source']) => names.get(formatSocketAddress(end)) ?? formatSocketAddress(end);
  const headers = ({ source, destination, dsr, outer }: Packet) => {
    const option = dsr === null || dsr.form === 'geneve-option' ? '' : ` +${dsr.bytes.length}`;
    const around =
      outer === null
        ? ''
        : ` [${outer.kind} ${hosts.get(outer.sourceIP)}>${hosts.get(outer.destinationIP)} ${outer.bytes}${dsr === null ? '' : ` ${dsr.form}`}]`;
    return `${name(source)}>${name(destination)}${option}${around}`;
  };
  return (hop: Hop) => `${placeText(hop)}: ${headers(hop.after)}`;
}

function placeText({ place, hook }: Hop): string {
  switch (place.kind) {
    case 'client':
      return 'client';
    case 'wire':
      return `${place.from ?? 'net'}-${place.to ?? 'net'}`;
    case 'pod':
      return hook === 'application' ? 'pod' : `pod ${hook}`;
    case 'node':
      return `${place.node} ${hook}`;
  }
}

const tc = 'tc ingress of the device';
const out = 'tc egress of the device';
const overlay = 'tc ingress of the tunnel device';

const arrives = ['client: C>V', 'net-n1: C>V'];
const home = ['n1-net: V>C', 'client: V>C'];
const direct = ['pod: P>C', `n2 ${out}: V>C`, 'n2-net: V>C', 'client: V>C'];
const expected = {
  local: [...arrives, `n1 ${tc}: C>L`, 'pod: C>L', 'pod: L>C', `n1 ${out}: V>C`, ...home],
  snat: [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: N1>P`, 'n1-n2: N1>P', 'pod: N1>P', 'pod: P>N1', 'n2-n1: P>N1'],
    ...[`n1 ${tc}: P>C`, `n1 ${tc}: V>C`, ...home],
  ],
  opt: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: C>P +${bytes}`, `n1-n2: C>P +${bytes}`, `n2 ${tc}: C>P +${bytes}`],
    ...[`pod: C>P +${bytes}`, ...direct],
  ],
  geneve: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: C>P [geneve n1>n2 ${bytes} geneve-option]`],
    ...[`n1-n2: C>P [geneve n1>n2 ${bytes} geneve-option]`, `n2 ${overlay}: C>P`, 'pod: C>P', ...direct],
  ],
  ipip: (bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>V [ipip n1>P ${bytes}]`, `n1-n2: C>V [ipip n1>P ${bytes}]`],
    ...[`n2 ${tc}: C>V`, `n2 ${tc}: C>P`, 'pod: C>P', ...direct],
  ],
  tunnelSnat: (kind: string, bytes: number) => [
    ...arrives,
    ...[`n1 ${tc}: C>P`, `n1 ${tc}: I1>P`, `n1 routing: I1>P [${kind} n1>n2 ${bytes}]`],
    ...[`n1-n2: I1>P [${kind} n1>n2 ${bytes}]`, `n2 ${overlay}: I1>P`, 'pod: I1>P', 'pod: P>I1'],
    ...[`n2 routing: P>I1 [${kind} n2>n1 ${bytes}]`, `n2-n1: P>I1 [${kind} n2>n1 ${bytes}]`],
    ...[`n1 ${overlay}: P>I1`, `n1 ${overlay}: P>C`, `n1 ${overlay}: V>C`, ...home],
  ],
};

type Case = {
  mode: DatapathSettings['mode'];
  dispatch: DatapathSettings['dispatch'];
  protocol: L4;
  family: IPFamily;
  backend: 'local' | 'remote';
};
const cases: Case[] = (['snat', 'dsr', 'hybrid'] as const).flatMap((mode) =>
  (['opt', 'geneve', 'ipip'] as const).flatMap((dispatch) =>
    (['TCP', 'UDP'] as const).flatMap((protocol) =>
      (['IPv4', 'IPv6'] as const).flatMap((family) =>
        (['local', 'remote'] as const).map((backend) => ({ mode, dispatch, protocol, family, backend })),
      ),
    ),
  ),
);

function hopsExpected({ mode, dispatch, protocol, family, backend }: Case): string[] {
  if (backend === 'local') return expected.local;
  if (mode === 'snat' || (mode === 'hybrid' && protocol === 'UDP')) return expected.snat;
  const four = family === 'IPv4';
  switch (dispatch) {
    case 'opt':
      return expected.opt(four ? 8 : 24);
    case 'geneve':
      return expected.geneve(four ? 62 : 94);
    case 'ipip':
      return expected.ipip(four ? 20 : 40);
  }
}

describe('every header at every hop, native routing', () => {
  test.each(cases)('$mode $dispatch $protocol $family, backend $backend', (one) => {
    const { mode, dispatch, family, protocol, backend } = one;
    // IPIP carries no port: both sides have the same.
    const pod = dispatch === 'ipip' ? 80 : 8080;
    const walk = walkPacket(
      questionFixture({ family, protocol, backend, backendPort: pod, settings: { mode, dispatch } }),
    );
    expect(walk.failure).toBeNull();
    expect(walk.hops.map(shortHand(family, { pod }))).toEqual(hopsExpected(one));
    const isHidden = hopsExpected(one) === expected.snat;
    expect(walk.seenByBackend?.ip).toBe(isHidden ? addresses[family].n1 : addresses[family].client);
  });
});

describe('in a tunnel', () => {
  const at = (tunnel: 'vxlan' | 'geneve', over: Partial<DatapathSettings>, family: IPFamily = 'IPv4') =>
    walkPacket(questionFixture({ family, settings: { tunnel, ...over } }));

  test.each([
    ['vxlan', 'IPv4', 50],
    ['geneve', 'IPv4', 50],
    ['vxlan', 'IPv6', 70],
  ] as const)('SNAT uses the address of cilium_host (%s, %s)', (tunnel, family, bytes) => {
    const walk = at(tunnel, {}, family);
    // n2's own end of the tunnel is known, and its answer comes back through it.
    expect(walk.hops.map(shortHand(family, {}))).toEqual(expected.tunnelSnat(tunnel, bytes));
  });

  test('DSR goes with Geneve and its own dispatch only', () => {
    expect(at('geneve', { mode: 'dsr', dispatch: 'geneve' }).failure).toBeNull();
    for (const [tunnel, dispatch] of [
      ['vxlan', 'opt'],
      ['vxlan', 'geneve'],
      ['vxlan', 'ipip'],
      ['geneve', 'opt'],
      ['geneve', 'ipip'],
    ] as const) {
      const { failure, hops } = at(tunnel, { mode: 'dsr', dispatch });
      expect([failure?.kind, hops.length]).toEqual(['settings-refused', 0]);
    }
  });
});

describe('what DSR writes into packets, byte for byte', () => {
  const v4 = { ip: '203.0.113.10', port: 8443 };
  const v6 = { ip: '2001:db8:5::10', port: 8443 };
  const address6 = [0x20, 0x01, 0x0d, 0xb8, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];

  test('the IPv4 option has address and port turned round, as little-endian machines do', () => {
    expect(dsrOption(v4, 'TCP').bytes).toEqual([0x9a, 8, 0xfb, 0x20, 10, 113, 0, 203]);
  });
  test('the IPv6 destination options', () => {
    expect(dsrOption(v6, 'TCP').bytes).toEqual([6, 2, 0x1b, 20, ...address6, 0x20, 0xfb, 0, 0]);
    expect(dsrOption(v6, 'UDP').bytes).toHaveLength(24);
    expect(dsrOption(v6, 'UDP').bytes[0]).toBe(17);
  });
  test('the Geneve option', () => {
    expect(dsrGeneveOption(v4).bytes).toEqual([1, 0x4b, 0x81, 2, 203, 0, 113, 10, 0x20, 0xfb, 0, 0]);
    expect(dsrGeneveOption(v6).bytes).toEqual([1, 0x4b, 0x81, 5, ...address6, 0x20, 0xfb, 0, 0]);
  });
  test('of TCP the first packet only; Geneve wraps the later ones too', () => {
    const later = (dispatch: 'opt' | 'geneve', protocol: L4 = 'TCP') =>
      walkPacket(
        questionFixture({ protocol, settings: { mode: 'dsr', dispatch }, over: { moment: 'later' } }),
      ).hops.map(shortHand('IPv4', {}));
    expect(later('opt')).toContain('n1-n2: C>P');
    expect(later('opt', 'UDP')).toContain('n1-n2: C>P +8');
    expect(later('geneve')).toContain('n1-n2: C>P [geneve n1>n2 50]');
  });
});

describe('where it happens', () => {
  const hooks = (fixture: QuestionFixture) =>
    walkPacket(questionFixture(fixture))
      .hops.filter(({ place }) => place.kind === 'node' && place.node === 'n1')
      .map(({ hook }) => hook);

  test('in the driver with acceleration', () => {
    expect(hooks({ settings: { acceleration: 'native' } })).toEqual(['xdp', 'xdp', 'xdp', 'xdp']);
    expect(hooks({ settings: { acceleration: 'native', mode: 'dsr' } })).toEqual(['xdp', 'xdp']);
  });
  test('external policy Local is left to tc since v1.19', () => {
    const local = (minor: number) =>
      hooks({
        minor,
        backend: 'local',
        settings: { acceleration: 'native' },
        over: { policies: { ...questionFixture().policies, externalTrafficPolicy: 'Local' } },
      })[0];
    expect([local(18), local(19)]).toEqual(['xdp', tc]);
  });
  test('best effort is not claimed to be XDP for certain', () => {
    const { unknowns } = walkPacket(questionFixture({ settings: { acceleration: 'best-effort' } }));
    expect(unknowns.join()).toContain('not reported');
  });
});

describe('the port that SNAT sends from', () => {
  const from = (port: number, nodePortRange = { min: 30000, max: 32767 }) =>
    walkPacket(
      questionFixture({
        settings: { nodePortRange },
        client: { kind: 'outside', ip: '198.51.100.7', port, entryNode: 'n1' },
      }),
    ).seenByBackend?.port;
  test('is kept above the NodePort range, and free otherwise', () => {
    expect(from(40000)).toBe(40000);
    expect(from(32768)).toBe(32768);
    expect(from(32767)).toEqual({ min: 32768, max: 65535 });
    expect(from(40000, { min: 30000, max: 50000 })).toEqual({ min: 50001, max: 65535 });
  });
});

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

test('a frontend of one family with backends of the other takes NAT46/64, and the node’s own address', () => {
  const question = questionFixture({
    settings: { nat46x64: true },
    row: { backends: [backendOf('fd00:2::20', 8080, 'n2')] },
  });
  const n1 = question.nodes.get('n1');
  if (n1 === undefined) throw new Error('no n1');
  const dual = { ...n1, ips: { IPv4: addresses.IPv4.n1, IPv6: addresses.IPv6.n1 } };
  const walk = walkPacket({ ...question, nodes: new Map([...question.nodes, ['n1', dual]]) });
  expect(walk.failure).toBeNull();
  expect(walk.seenByBackend).toEqual({ ip: addresses.IPv6.n1, port: 40000 });
  expect(walk.hops.at(-1)?.after).toMatchObject({ source: question.to, destination: { ip: '198.51.100.7' } });
});

test('which backend is chosen is told as shares, and one can be followed', () => {
  const backends = [1, 2, 3].map((n) => ({ ...backendOf(`10.0.2.${n}`, 8080, 'n2'), maglevShare: n / 6 }));
  const over = { follow: '10.0.2.3:8080' };
  const outside = walkPacket(questionFixture({ row: { backends }, over })).choice;
  expect(outside?.method).toBe('maglev');
  expect(outside?.followed.ip).toBe('10.0.2.3');
  expect(outside?.candidates.map(({ share }) => share)).toEqual([1 / 6, 2 / 6, 3 / 6]);
  const inside = walkPacket(
    questionFixture({ client: { kind: 'node', node: 'n1', port: 1 }, row: { backends, type: 'ClusterIP' } }),
  ).choice;
  expect([inside?.method, inside?.candidates[0]?.share]).toEqual(['random', 1 / 3]);
  const draining = backends.map((backend) => ({ ...backend, state: 'terminating' as const }));
  expect(walkPacket(questionFixture({ row: { backends: draining } })).choice?.isFallback).toBe(true);
});

const settingsOf = fc.record({
  mode: fc.constantFrom('snat', 'dsr', 'hybrid'),
  dispatch: fc.constantFrom('opt', 'ipip', 'geneve'),
  socketLB: fc.constantFrom('off', 'host-only', 'full'),
  acceleration: fc.constantFrom('disabled', 'native', 'best-effort', 'testing-only'),
  tunnel: fc.constantFrom(null, 'vxlan', 'geneve'),
  externalClusterIP: fc.boolean(),
  nat46x64: fc.boolean(),
  mtuBytes: fc.constantFrom(1500, 9001),
} satisfies Record<string, fc.Arbitrary<unknown>>);

const questions = fc
  .record({
    family: fc.constantFrom('IPv4', 'IPv6'),
    protocol: fc.constantFrom('TCP', 'UDP'),
    settings: settingsOf,
    minor: fc.integer({ min: 10, max: 21 }),
    backend: fc.constantFrom('local', 'remote', 'none'),
    backendPort: fc.constantFrom(80, 8080),
    type: fc.constantFrom(
      'ClusterIP',
      'NodePort',
      'LoadBalancer',
      'ExternalIPs',
      'HostPort',
      'LocalRedirect',
    ),
    scope: fc.constantFrom('external', 'internal'),
    client: fc.constantFrom('outside', 'node', 'pod'),
    port: fc.integer({ min: 1, max: 65535 }),
    moment: fc.constantFrom('first', 'later'),
    isBackendReplaced: fc.boolean(),
    payloadBytes: fc.integer({ min: 8, max: 1480 }),
    checked: fc.subarray(['n1', 'n2']),
    dropsIPOptions: fc.boolean(),
  })
  .map((given) => {
    const { family, type, scope, port, client } = given;
    const at = addresses[family];
    return questionFixture({
      ...given,
      row: { type, scope },
      client:
        client === 'outside'
          ? { kind: client, ip: at.client, port, entryNode: 'n1' }
          : client === 'pod'
            ? { kind: client, node: 'n1', name: 'web', ip: at.localPod, port }
            : { kind: client, node: 'n1', port },
      over: {
        moment: given.moment,
        isBackendReplaced: given.isBackendReplaced,
        payloadBytes: given.payloadBytes,
        fabric: { sourceCheckedNodes: new Set(given.checked), dropsIPOptions: given.dropsIPOptions },
      },
    });
  });

test('the client sees the answer come from where it sent to, or the walk ends in a failure with a name', () => {
  let answered = 0;
  fc.assert(
    fc.property(questions, (question) => {
      const { hops, failure } = walkPacket(question);
      for (const [index, hop] of hops.entries()) {
        const earlier = hops[index - 1];
        if (earlier !== undefined && earlier.lane === hop.lane) expect(hop.before).toEqual(earlier.after);
        if (hop.place.kind === 'wire') expect(hop.after).toEqual(hop.before);
        // Nothing but the node's own programs and its kernel adds or takes off headers.
        if (hop.place.kind !== 'node') expect(hop.after.outer).toEqual(hop.before.outer);
      }
      if (failure !== null) return;
      answered += 1;
      const last = hops.at(-1)?.after;
      const first = hops[0]?.before;
      expect(last !== undefined && sameSocketAddress(last.source, question.to)).toBe(true);
      expect(
        last !== undefined && first !== undefined && sameSocketAddress(last.destination, first.source),
      ).toBe(true);
      expect([last?.dsr, last?.outer]).toEqual([null, null]);
    }),
    { numRuns: 3_000 },
  );
  expect(answered).toBeGreaterThan(300);
});
