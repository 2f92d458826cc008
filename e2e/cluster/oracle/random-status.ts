import fc from 'fast-check';
import type { StatusResponse } from '@/lib/server/training/agent/output/status-response';
import type { AgeToTime } from './age';
import { ageMs } from './age';
import { omitEmpty } from './omit-empty';
import { randomClusterMesh } from './random-cluster-mesh';
import { randomKpr } from './random-kpr';

/** A section for the moment at which the client asks. */
type Section<Key extends keyof StatusResponse> = (time: AgeToTime) => StatusResponse[Key];

type Sections = { [Key in keyof StatusResponse]?: fc.Arbitrary<Section<Key>> };

/** Changes a status: some sections are others, some are gone. */
export type StatusChange = (status: StatusResponse, time: AgeToTime) => StatusResponse;

const text = fc.constantFrom(
  '',
  'etcd: 1/1 connected',
  'it <is> "so" & not',
  'Unable to connect: i/o timeout',
  'für µs',
);
const number = fc.constantFrom(0, 1, 4, 65_536, 2 ** 33);
const names = fc.constantFrom<string[] | null>(null, [], ['eth0'], ['eth0', 'eth1']);

function still<Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<() => Value> {
  return arbitrary.map((value) => () => value);
}

const status = fc.record({ state: fc.constantFrom('Ok', 'Warning', 'Failure', 'Disabled'), msg: text });

const bigTcp = fc.record({ enabled: fc.boolean(), maxGRO: number, maxGSO: number });

const controllers = fc
  .array(
    fc.record({
      name: fc.constantFrom(
        'cilium-health-ep',
        'endpoint-gc',
        'resolve-identity-7',
        'Z-upper',
        '~tilde',
        ' blank',
      ),
      failures: fc.nat(12),
      message: text,
      success: ageMs,
      failure: ageMs,
      absent: fc.nat(9).map((draw) => draw === 0),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(
    (all) => (time: AgeToTime) =>
      all.map(({ name, failures, message, success, failure, absent }) => ({
        name,
        ...(absent
          ? {}
          : {
              status: {
                'consecutive-failure-count': failures,
                'failure-count': failures * 3,
                'last-failure-msg': message,
                'last-failure-timestamp': time(failure),
                'last-success-timestamp': time(success),
              },
            }),
      })),
  );

const encryption = fc.record({
  mode: fc.constantFrom('Disabled', 'IPsec', 'Wireguard'),
  msg: fc.constantFrom('', '', 'wireguard: no such device'),
  wireguard: fc.option(
    fc.record({
      'node-encryption': fc.constantFrom('Enabled', 'Disabled', 'OptedOut'),
      interfaces: fc.array(
        fc.record({
          name: fc.constantFrom('cilium_wg0', 'wg1'),
          'public-key': fc.constantFrom('', 'T/2Cqk7qnZ8wMBOpB4tBIQd4oV3TzkC2hnGzWKjgsGA='),
          'listen-port': fc.constantFrom(0, 51_871),
          'peer-count': fc.nat(3),
          peers: fc.constant(null),
        }),
        { maxLength: 2 },
      ),
    }),
    { nil: undefined },
  ),
});

const hubbleMetrics = (minor: number) =>
  fc.record({
    state: fc.constantFrom('Ok', 'Warning', 'Failure', 'Disabled'),
    ...(minor >= 18 ? { msg: text } : {}),
  });

function hubble(minor: number) {
  return fc.record({
    state: fc.constantFrom('Ok', 'Warning', 'Disabled'),
    msg: text,
    observer: fc.option(
      fc.record({
        'current-flows': fc.nat(4095),
        'max-flows': fc.constantFrom(0, 4095, 65_535),
        'seen-flows': fc.nat(2 ** 31 - 1),
        uptime: fc.constantFrom('1m3s', '1h0m0.5s', '2562h47m16.854s', '12.5ms'),
      }),
      { nil: undefined },
    ),
    ...(minor >= 18 ? {} : { metrics: fc.option(hubbleMetrics(minor), { nil: undefined }) }),
  });
}

const masquerading = fc.record({
  enabled: fc.boolean(),
  enabledProtocols: fc.option(fc.record({ ipv4: fc.boolean(), ipv6: fc.boolean() }), { nil: undefined }),
  'ip-masq-agent': fc.boolean(),
  mode: fc.constantFrom('BPF', 'iptables', ''),
  'snat-exclusion-cidr-v4': fc.constantFrom('', '10.0.0.0/8'),
  'snat-exclusion-cidr-v6': fc.constantFrom('', 'fd00::/104'),
});

const ipam = fc.record({
  status: fc.constantFrom('IPv4: 9/254 allocated from 10.0.1.0/24, ', 'IPv4: 3/254, IPv6: 2/64'),
  allocations: fc.dictionary(
    fc.constantFrom('10.0.1.9', '10.0.1.10', '10.0.1.2', 'fd00::a', '192.0.2.1'),
    fc.constantFrom('router', 'health', 'default/web-0', 'kube-system/coredns-7d [restored]'),
  ),
  ipv4: names,
  ipv6: names,
});

const proxy = fc
  .record({
    'envoy-deployment-mode': fc.constantFrom('embedded', 'external'),
    ip: fc.constantFrom('10.0.1.2', 'fd00::a'),
    'port-range': fc.constant('10000-20000'),
    redirects: fc.array(
      fc.record({
        name: fc.constantFrom('12:ingress:TCP:80:', 'cilium-http-ingress', '7:egress:UDP:53:'),
        proxy: fc.constantFrom('http', 'cilium-dns-egress'),
        'proxy-port': fc.constantFrom(0, 10_007, 12_345),
      }),
      { maxLength: 3 },
    ),
  })
  .map((all) => ({ ...all, 'total-ports': all.redirects.length, 'total-redirects': all.redirects.length }));

const stale = fc
  .dictionary(fc.constantFrom('kvstore', 'check-locks', 'l7-proxy', 'a "b"'), ageMs, { minKeys: 1 })
  .map(
    (probes) => (time: AgeToTime) =>
      Object.fromEntries(Object.entries(probes).map(([probe, age]) => [probe, time(age)])),
  );

/** Sections of a status as the API model of a minor release can hold them. */
function sectionsOf(minor: number): Sections {
  return {
    kvstore: still(status),
    ...(minor >= 20 ? {} : { 'container-runtime': still(status) }),
    kubernetes: still(
      fc.record({
        state: fc.constantFrom('Ok', 'Warning', 'Failure', 'Disabled'),
        msg: text,
        'k8s-api-versions': fc.constantFrom<string[] | null>(
          null,
          [],
          ['networking.k8s.io/v1::NetworkPolicy', 'Zone', 'core/v1::Pods'],
        ),
      }),
    ),
    'kube-proxy-replacement': still(randomKpr(minor)),
    'host-firewall': still(fc.record({ mode: fc.constantFrom('Enabled', 'Disabled'), devices: names })),
    srv6: still(fc.record({ enabled: fc.boolean(), srv6EncapMode: fc.constantFrom('', 'reduced', 'SRH') })),
    'cni-chaining': still(fc.record({ mode: fc.constantFrom('none', 'aws-cni', 'portmap', 'generic-veth') })),
    'cni-file': still(status),
    // Only an agent that is well is asked for its health: let most be.
    cilium: still(fc.record({ state: fc.constantFrom('Ok', 'Ok', 'Ok', 'Warning', 'Failure'), msg: text })),
    stale,
    nodeMonitor: still(
      fc.record({ cpus: number, npages: number, pagesize: number, lost: number, unknown: number }),
    ),
    cluster: still(
      fc.record({
        ciliumHealth: fc.option(status, { nil: undefined }),
        nodes: fc.constant(null),
        self: text,
      }),
    ),
    ipam: still(ipam),
    'cluster-mesh': randomClusterMesh(minor),
    'ipv4-big-tcp': still(bigTcp),
    'ipv6-big-tcp': still(bigTcp),
    'bandwidth-manager': still(
      fc.record({
        enabled: fc.boolean(),
        congestionControl: fc.constantFrom('bbr', 'cubic', ''),
        devices: names,
      }),
    ),
    routing: still(
      fc.record({
        'inter-host-routing-mode': fc.constantFrom('Native', 'Tunnel'),
        'intra-host-routing-mode': fc.constantFrom('BPF', 'Legacy'),
        'tunnel-protocol': fc.constantFrom('', 'vxlan', 'geneve'),
      }),
    ),
    'attach-mode': still(fc.constantFrom('tc', 'tcx')),
    'datapath-mode': still(fc.constantFrom('veth', 'netkit', 'netkit-l2')),
    ...(minor >= 20
      ? { 'configured-datapath-mode': still(fc.constantFrom('auto', 'veth', 'netkit', 'netkit-l2')) }
      : {}),
    masquerading: still(masquerading),
    'clock-source': still(
      fc.record({ mode: fc.constantFrom('ktime', 'jiffies'), hertz: fc.constantFrom(0, 250) }),
    ),
    controllers,
    proxy: still(proxy),
    'identity-range': still(fc.record({ 'min-identity': number, 'max-identity': number })),
    hubble: still(hubble(minor)),
    ...(minor >= 18 ? { 'hubble-metrics': still(hubbleMetrics(minor)) } : {}),
    'bpf-maps': still(
      fc.record({
        'dynamic-size-ratio': fc.constantFrom(0, 0.0025, 0.5, 1, 1.5, 0.003_333_333),
        maps: fc.array(
          fc.record({ name: fc.constantFrom('NAT', 'Non-TCP connection tracking'), size: number }),
          {
            maxLength: 3,
          },
        ),
      }),
    ),
    encryption: still(encryption),
  };
}

/** Changes of a status: each section stays (one half), is another, or is gone. */
export function randomStatusChange(minor: number): fc.Arbitrary<StatusChange> {
  const changes = Object.entries(sectionsOf(minor)).map(([key, section]) =>
    fc.oneof(
      { weight: 5, arbitrary: fc.constant(null) },
      { weight: 4, arbitrary: section.map((value) => (time: AgeToTime) => ({ [key]: value(time) })) },
      { weight: 1, arbitrary: fc.constant(() => ({ [key]: undefined })) },
    ),
  );
  return fc.tuple(...changes).map((made) => (base, time) => {
    const changed: StatusResponse = Object.assign({}, base, ...made.map((change) => change?.(time)));
    return omitEmpty(changed);
  });
}
