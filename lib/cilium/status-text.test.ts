import { describe, expect, test } from 'vitest';
import { parseStatus } from './parse-status';
import { verbose } from './verbose-status.fixture';

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
