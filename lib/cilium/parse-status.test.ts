import { describe, expect, test } from 'vitest';
import { parseStatus } from './parse-status';
import { cutOffReason } from './unparsed-lines';

const verbose = `KVStore:                Disabled   
Kubernetes:             Ok   1.33 (v1.33.1) [linux/amd64]
Kubernetes APIs:        ["cilium/v2::CiliumNode", "core/v1::Pods"]
KubeProxyReplacement:   True   [eth0   10.0.0.4 fe80::1 (Direct Routing), eth1 ]
Host firewall:          Enabled   [eth0, eth1]
CNI Chaining:           none
CNI Config file:        CNI configuration management disabled
Cilium:                 Ok   1.17.6-cee.1 (v1.17.6-cee.1-a33b0b85)
Stale status:           "kvstore" since 2026-01-02T03:04:05.000Z
NodeMonitor:            Listening for events on 4 CPUs with 64x4096 of shared memory
                        5 events lost, 1 unknown notifications
Cilium health daemon:   Ok   
IPAM:                   IPv4: 3/254 allocated from 10.0.0.0/24, 
Allocated addresses:
  10.0.0.11 (kube-system/coredns-6d4b75cb6d-tbgrr [restored])
  10.0.0.78 (router)
ClusterMesh:            1/2 remote clusters ready, 7 global-services
   west: ready, 5 nodes, 120 endpoints, 60 identities, 7 services, 0 MCS-API service exports, 1 reconnections (last: never)
   └  etcd: 1/1 connected, leases=0
   └  remote configuration: expected=true, retrieved=true, cluster-id=3
   east: not-ready, 0 nodes, 0 endpoints, 0 identities, 0 services, 9 failures (last: 3s ago)
   └  not connected
IPv6 BIG TCP:           Enabled   [131072, 196608]
BandwidthManager:       EDT with BPF [BBR] [eth0]
Routing:                Network: Tunnel [vxlan]   Host: BPF
Attach Mode:            Legacy TC
Device Mode:            veth [Configured: auto]
Masquerading:           BPF (ip-masq-agent)   [eth0, eth1]   10.0.0.0/8 [IPv4: Enabled, IPv6: Disabled]
Clock Source for BPF:   jiffies   [250 Hz]
Controller Status:      1/2 healthy
  Name                       Last success   Last error   Count   Message
  cilium-health-ep           29s ago        never        0       no error   
  resolve-labels-shop/web    never          3s ago       4       dial tcp 10.0.0.1:443:  i/o timeout   
Proxy Status:            OK, ip 10.0.0.78, 1 redirects active on ports 10000-20000, Envoy: external
  Protocol   Redirect         Proxy Port
  envoy      cilium-ingress   12345
Global Identity Range:   min 256, max 65535
Hubble:                  Ok   Current/Max Flows: 377/4095 (9.21%), Flows/s: 1.67   Metrics: Disabled
KubeProxyReplacement Details:
  Status:                 True
  Socket LB:              Enabled
  Socket LB Tracing:      Enabled
  Socket LB Coverage:     Hostns-only
  Devices:                eth0   10.0.0.4 fe80::1 (Direct Routing), eth1 
  Mode:                   DSR
    DSR Dispatch Mode:    Geneve
  Backend Selection:      Maglev (Table Size: 16381)
  Session Affinity:       Enabled
  Graceful Termination:   Disabled
  NAT46/64 Support:
  - Services:         Disabled
  - Gateway:          Enabled
    Prefixes:         64:ff9b::/96, 2001:db8:64::/96
  XDP Acceleration:   Best-Effort
  Services:
  - ClusterIP:      Enabled
  - NodePort:       Enabled (Range: 30000-32767) 
  - LoadBalancer:   Enabled 
  - externalIPs:    Disabled 
  - HostPort:       Enabled
  Annotations:
  - service.cilium.io/node
  - service.cilium.io/type
BPF Maps:   dynamic sizing: on (ratio: 0.002500)
  Name                          Size
  Non-TCP connection tracking   65536
  NAT                           131072
Encryption:       Wireguard       [NodeEncryption: OptedOut, cilium_wg0 (Pubkey: bL5H=, Port: 51871, Peers: 3)]
Cluster health:   1/2 reachable   (2025-08-03T14:23:49Z)   (Probe interval: 1m36.5s)
Name              IP              Node                     Endpoints
  n1 (localhost):
    Host connectivity to 10.0.0.4:
      ICMP to stack:   OK, RTT=145.787µs   (Last probed: 2025-08-03T14:23:01Z)
      HTTP to agent:   Get "http://10.0.0.4:4240/hello": context deadline exceeded   (Last probed: 2025-08-03T14:23:02Z)
Modules Health:                             agent                                                    
                                            ├── controlplane
                                            │   └── job-k8s-reflector      [OK] 168 upserted (2m48s, x1)
                                            └── datapath
                                                ├── orchestrator
                                                │   └── job-reinitialize   [DEGRADED] failed (3s, x9)
                                                └── mtu                    [OK] 
`;

/** The 1-based line a text stands on. */
const lineOf = (text: string): number => verbose.slice(0, verbose.indexOf(text)).split('\n').length;

describe('the text of status --verbose', () => {
  const status = parseStatus(verbose);

  test('is understood to the last line', () => {
    expect(status.unparsed).toEqual([]);
  });

  test('gives the kube-proxy replacement as JSON has it, with devices whatever their blanks', () => {
    expect(status.kubeProxyReplacement).toEqual({
      mode: 'True',
      deviceList: [
        { name: 'eth0', ip: ['10.0.0.4', 'fe80::1'] },
        { name: 'eth1', ip: [] },
      ],
      directRoutingDevice: 'eth0',
      features: {
        socketLB: { enabled: true },
        socketLBTracing: { enabled: true },
        bpfSocketLBHostnsOnly: true,
        nodePort: {
          ...{ enabled: true, mode: 'DSR', dsrMode: 'Geneve', algorithm: 'Maglev', lutSize: 16381 },
          ...{ acceleration: 'Best-Effort', portMin: 30000, portMax: 32767 },
        },
        sessionAffinity: { enabled: true },
        gracefulTermination: { enabled: false },
        nat46X64: {
          enabled: true,
          service: { enabled: false },
          gateway: { enabled: true, prefixes: ['64:ff9b::/96', '2001:db8:64::/96'] },
        },
        externalIPs: { enabled: false },
        hostPort: { enabled: true },
        annotations: ['service.cilium.io/node', 'service.cilium.io/type'],
      },
      services: { clusterIP: { enabled: true }, loadBalancer: { enabled: true } },
    });
  });

  test.each([
    ['kubeProxyReplacement', 'KubeProxyReplacement:  '],
    ['kubeProxyReplacement.mode', '  Status:'],
    ['kubeProxyReplacement.deviceList', '  Devices:'],
    ['kubeProxyReplacement.features.nodePort.mode', '  Mode:'],
    ['kubeProxyReplacement.features.nodePort.dsrMode', '    DSR Dispatch Mode:'],
    ['kubeProxyReplacement.features.nodePort.lutSize', '  Backend Selection:'],
    ['kubeProxyReplacement.features.nodePort', '  - NodePort:'],
    ['kubeProxyReplacement.features.nodePort.portMin', '  - NodePort:'],
    ['kubeProxyReplacement.features.nat46X64.gateway', '  - Gateway:'],
    ['kubeProxyReplacement.features.annotations.1', '  - service.cilium.io/type'],
    ['cilium.msg', 'Cilium:  '],
    ['controllers.items.1', '  resolve-labels'],
    ['bpfMaps.1', '  NAT  '],
    ['nodeMonitor.lost', '                        5 events'],
    ['clusterHealth.nodes.0.probes.1', '      HTTP to agent'],
  ])('knows the line of %s', (path, text) => {
    expect(status.lines[path]).toBe(lineOf(text));
  });

  test('gives the sections beside it', () => {
    expect(status).toMatchObject({
      kvstore: { state: 'Disabled' },
      kubernetes: {
        state: 'Ok',
        msg: '1.33 (v1.33.1) [linux/amd64]',
        apis: ['cilium/v2::CiliumNode', 'core/v1::Pods'],
      },
      hostFirewall: { enabled: true, devices: ['eth0', 'eth1'] },
      cilium: { state: 'Ok', msg: '1.17.6-cee.1 (v1.17.6-cee.1-a33b0b85)' },
      stale: { kvstore: '2026-01-02T03:04:05.000Z' },
      nodeMonitor: { enabled: true, cpus: 4, pages: 64, pageSizeBytes: 4096, lost: 5, unknown: 1 },
      healthDaemon: { state: 'Ok' },
      ipam: {
        status: 'IPv4: 3/254 allocated from 10.0.0.0/24',
        allocations: {
          '10.0.0.11': 'kube-system/coredns-6d4b75cb6d-tbgrr [restored]',
          '10.0.0.78': 'router',
        },
      },
      ipv6BigTCP: { enabled: true, maxGRO: 131072, maxGSO: 196608 },
      bandwidthManager: { enabled: true, congestionControl: 'bbr', devices: ['eth0'] },
      routing: { network: 'Tunnel', tunnelProtocol: 'vxlan', host: 'BPF' },
      attachMode: 'tc',
      deviceMode: { mode: 'veth', configured: 'auto' },
      masquerading: {
        ...{ enabled: true, mode: 'BPF', ipMasqAgent: true, ipv4: true, ipv6: false },
        ...{ snatExclusionCIDRv4: '10.0.0.0/8', devices: ['eth0', 'eth1'] },
      },
      clockSource: { mode: 'jiffies', hertz: 250 },
      proxy: {
        ...{ enabled: true, ip: '10.0.0.78', redirectCount: 1, portRange: '10000-20000', envoy: 'external' },
        redirects: [{ proxy: 'envoy', name: 'cilium-ingress', port: 12345 }],
      },
      identityRange: { min: 256, max: 65535 },
      hubble: { state: 'Ok', currentFlows: 377, maxFlows: 4095, flowsPerSecond: 1.67, metrics: 'Disabled' },
      bpfMapsDynamicSizeRatio: 0.0025,
      encryption: {
        mode: 'Wireguard',
        nodeEncryption: 'OptedOut',
        interfaces: [{ name: 'cilium_wg0', publicKey: 'bL5H=', listenPort: 51871, peerCount: 3 }],
      },
    });
    expect(status.sections['Masquerading']).toMatch(/^BPF \(ip-masq-agent\)/);
  });

  test('gives failing controllers, remote clusters, probes and degraded modules with their words', () => {
    expect(status.controllers).toMatchObject({ healthy: 1, total: 2 });
    expect(status.controllers?.items?.[1]).toEqual({
      name: 'resolve-labels-shop/web',
      consecutiveFailures: 4,
      lastSuccessAgo: null,
      lastFailureAgo: '3s ago',
      message: 'dial tcp 10.0.0.1:443:  i/o timeout',
    });
    expect(status.clusterMesh).toMatchObject({ ready: 1, total: 2, globalServices: 7 });
    expect(
      status.clusterMesh?.clusters?.map(({ name, ready, failures, status: words }) => [
        name,
        ready,
        failures,
        words,
      ]),
    ).toEqual([
      ['west', true, 1, 'etcd: 1/1 connected, leases=0'],
      ['east', false, 9, 'not connected'],
    ]);
    expect(status.clusterHealth).toMatchObject({ reachable: 1, total: 2, probeInterval: '1m36.5s' });
    expect(status.clusterHealth?.nodes?.[0]).toMatchObject({ name: 'n1', isLocalhost: true });
    expect(
      status.clusterHealth?.nodes?.[0]?.probes?.map(({ target, check, isOk }) => [target, check, isOk]),
    ).toEqual([
      ['Host', 'ICMP to stack', true],
      ['Host', 'HTTP to agent', false],
    ]);
    expect(status.modulesHealth?.items).toEqual([
      { path: 'agent.controlplane.job-k8s-reflector', level: 'OK', message: '168 upserted (2m48s, x1)' },
      { path: 'agent.datapath.orchestrator.job-reinitialize', level: 'DEGRADED', message: 'failed (3s, x9)' },
      { path: 'agent.datapath.mtu', level: 'OK', message: '' },
    ]);
  });

  test('is read the same with carriage returns, tabs and notices before it', () => {
    const withoutLines = ({ lines: _lines, ...rest }: ReturnType<typeof parseStatus>): unknown => rest;
    const changed = `Defaulted container "cilium-agent" out of: cilium-agent\n${verbose}`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(withoutLines(parseStatus(changed))).toEqual(withoutLines(status));
    expect(
      parseStatus('KubeProxyReplacement:\tStrict\t[eth0 (Direct Routing), eth1]\n').kubeProxyReplacement,
    ).toEqual({
      mode: 'Strict',
      deviceList: [
        { name: 'eth0', ip: [] },
        { name: 'eth1', ip: [] },
      ],
      directRoutingDevice: 'eth0',
      features: {},
    });
  });
});

describe('older and odd text', () => {
  test('the short line of v1.7 and v1.8 names features', () => {
    const read = (line: string): unknown =>
      parseStatus(`KubeProxyReplacement:   ${line}\n`).kubeProxyReplacement;
    expect(
      read(
        'Partial   [eth0 (DR)]   [NodePort (SNAT, 30000-32767, XDP: NATIVE), HostPort, HostReachableServices (TCP, UDP)]',
      ),
    ).toEqual({
      mode: 'Partial',
      deviceList: [{ name: 'eth0', ip: [] }],
      directRoutingDevice: 'eth0',
      features: {
        nodePort: { enabled: true, mode: 'SNAT', portMin: 30000, portMax: 32767, acceleration: 'Native' },
        hostPort: { enabled: true },
        hostReachableServices: { enabled: true, protocols: ['TCP', 'UDP'] },
      },
    });
    expect(read('Strict   [NodePort, ExternalIPs, HostReachableServicesTCP]')).toMatchObject({
      features: { hostReachableServices: { enabled: true, protocols: ['TCP'] } },
    });
    expect(read('Probe   []')).toEqual({ mode: 'Probe', deviceList: [], features: {} });
  });

  test('single lines of the details are understood without their heading', () => {
    const { kubeProxyReplacement, unparsed } = parseStatus(
      '  Backend Selection:      Maglev (Table Size: 16381)\n  - HostPort:       Enabled\n',
    );
    expect(unparsed).toEqual([]);
    expect(kubeProxyReplacement?.features).toEqual({
      nodePort: { enabled: true, algorithm: 'Maglev', lutSize: 16381 },
      hostPort: { enabled: true },
    });
  });

  test('an empty list of annotations is none, a missing one not reported', () => {
    const features = (text: string): unknown => parseStatus(text).kubeProxyReplacement?.features.annotations;
    expect(features('KubeProxyReplacement Details:\n  Annotations:      (n/a)\n')).toEqual([]);
    expect(features('KubeProxyReplacement Details:\n  Socket LB:      Enabled\n')).toBeUndefined();
  });

  test.each([
    'KubeProxyReplacement:   Maybe',
    'Attach Mode:   XDP',
    'Controller Status:   many healthy',
    'Unheard of:   Enabled',
    '  Socket LB:   Enabled   ← look here',
    '# a comment',
    'BPF Maps:   dynamic sizing: perhaps',
  ])('"%s" is told of, not guessed at', (line) => {
    const { unparsed, ...status } = parseStatus(`${line}\n`);
    expect(unparsed).toEqual([expect.objectContaining({ line: 1, text: line })]);
    expect(status).toEqual({ sections: {}, lines: {} });
  });

  test('dots for more than ten unreachable nodes are the client’s own, also in one line with what follows', () => {
    const head = 'Cluster health:   1/14 reachable   (2026-03-01T12:00:00Z)\n';
    const row = '  node-1          192.0.2.1      unreachable   unreachable\n';
    const until16 = `${head}  Name            IP             Node          Endpoints\n${row}  ...Modules Health:   Stopped(0) Degraded(2) OK(9)\n`;
    const since17 = `${head}Name              IP             Node          Endpoints\n${row}  ...\nModules Health:   Stopped(0) Degraded(2) OK(9)\n`;
    for (const text of [until16, since17]) {
      const status = parseStatus(text);
      expect(status.unparsed).toEqual([]);
      expect(status.clusterHealth).toMatchObject({ reachable: 1, total: 14, nodes: [{ name: 'node-1' }] });
      expect(status.modulesHealth).toMatchObject({ stopped: 0, degraded: 2, ok: 9 });
    }
  });

  test('a last line that stops in the middle is told of as cut off', () => {
    expect(parseStatus('Cilium:   Ok   1.18.0 (v1.18.0-1)\nKubeProxyReplacement:   Tr').unparsed).toEqual([
      { line: 2, text: 'KubeProxyReplacement:   Tr', reason: cutOffReason },
    ]);
  });
});

describe('JSON', () => {
  const json = (kpr: object, cilium = { state: 'Ok', msg: '1.18.2 (v1.18.2-5bd307a8)' }): string =>
    JSON.stringify({ cilium, 'kube-proxy-replacement': kpr }, null, 2);

  test('missing booleans are false, missing features not reported, empty IPs no addresses', () => {
    const text = `Using config file: x\n${json({
      mode: 'True',
      deviceList: [{ ip: ['', '', '10.0.0.4', 'fe80::1'], name: 'eth0' }],
      directRoutingDevice: 'eth0',
      features: {
        annotations: null,
        nodePort: {},
        socketLB: { enabled: true },
        nat46X64: {},
        externalIPs: {},
      },
    })}\n\n`;
    const { kubeProxyReplacement, unparsed, lines } = parseStatus(text);
    expect(unparsed).toEqual([]);
    expect(kubeProxyReplacement).toEqual({
      mode: 'True',
      deviceList: [{ name: 'eth0', ip: ['10.0.0.4', 'fe80::1'] }],
      directRoutingDevice: 'eth0',
      features: {
        annotations: [],
        nodePort: { enabled: false },
        socketLB: { enabled: true },
        nat46X64: { enabled: false },
        externalIPs: { enabled: false },
        bpfSocketLBHostnsOnly: false,
      },
    });
    expect(text.split('\n')[(lines['kubeProxyReplacement.features.socketLB.enabled'] ?? 0) - 1]).toContain(
      '"enabled": true',
    );
    expect(text.split('\n')[(lines['kubeProxyReplacement.mode'] ?? 0) - 1]).toContain('"mode"');
  });

  test('socket LB coverage is full where the version reports only the other', () => {
    const coverage = (version: string): unknown =>
      parseStatus(json({ mode: 'True', features: {} }, { state: 'Ok', msg: `${version} (v${version}-1)` }))
        .kubeProxyReplacement?.features.bpfSocketLBHostnsOnly;
    expect(['1.12.8', '1.12.9', '1.13.1', '1.13.2', '1.14.0'].map(coverage)).toEqual([
      undefined,
      false,
      undefined,
      false,
      false,
    ]);
  });

  test('that stops in the middle gives what is whole, and says so', () => {
    const text = json({ mode: 'True', features: { nodePort: { enabled: true, mode: 'Hybrid' } } });
    for (let length = 1; length < text.length; length += 1) {
      const { kubeProxyReplacement, cilium, unparsed } = parseStatus(text.slice(0, length));
      expect(unparsed.at(-1)?.reason).toBe(cutOffReason);
      expect(['True', '', undefined]).toContain(kubeProxyReplacement?.mode);
      expect(['Hybrid', undefined]).toContain(kubeProxyReplacement?.features.nodePort?.mode);
      expect(['1.18.2 (v1.18.2-5bd307a8)', undefined]).toContain(cilium?.msg);
    }
  });

  test('of another shape is told of: keys no version has, features too, and what is no status', () => {
    const told = (text: string): string[] =>
      parseStatus(text).unparsed.map(({ text: key, reason }) => `${key}: ${reason}`);
    expect(told(json({ mode: 'Sometimes', features: { teleport: {} } }))).toEqual([
      'Sometimes: a mode no known version has',
      'teleport: a feature no known version reports',
    ]);
    expect(told('{"weather":{}}')).toEqual(['weather: a part of the status no known version reports']);
    expect(told('[]')).toEqual(['[]: JSON, but no status of an agent']);
    expect(parseStatus('{"cilium":{"state":"Ok"}} trailing').unparsed.at(-1)?.reason).toBe(
      'the JSON is broken here or before',
    );
  });
});
