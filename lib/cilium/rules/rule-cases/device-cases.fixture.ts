import type { StartFacts } from '../start-facts';
import type { RuleCase } from './rule-case.fixture';
import { fatal, probe, unknown, warn, withoutKPR } from './rule-case.fixture';

type Kernel = NonNullable<StartFacts['kernel']>;
const kernel = (major: number, minor: number, patch = 0) => ({
  kernel: { major, minor, patch } satisfies Kernel,
});
const noDevice = 'unable to determine direct routing device. Use --direct-routing-device to specify it';
const eth9 = { 'direct-routing-device': 'eth9' };
const strangers = {
  devices: [
    { name: 'eth0', ips: ['198.51.100.1'], defaultRoute: true, index: 2 },
    { name: 'eth1', ips: ['198.51.100.2'], defaultRoute: true, index: 3 },
  ],
};
const none = { devices: [] };
const undetected = 'Unable to determine BPF NodePort';
const unavailable = 'netkit connector not available: ';
const withMasquerade = { 'enable-bpf-masquerade': 'true' };
const netkit = { 'datapath-mode': 'netkit', ...withMasquerade };

/** Each need of netkit ends an agent that was told `netkit`, and puts veth in its place where it was told `auto`. */
function netkitCases(
  id: string,
  violating: Record<string, string>,
  words: string,
  facts: Partial<StartFacts> = {},
): RuleCase[] {
  const auto = { ...violating, 'datapath-mode': 'auto' };
  return [
    fatal(id, [20, 21], violating, unavailable + words, netkit, { facts }),
    warn(id, [20, 21], auto, unavailable + words, { ...netkit, 'datapath-mode': 'auto' }, { facts }),
  ];
}

/** Section 2.2 D: devices, mounts and netkit. */
export const deviceCases: readonly RuleCase[] = [
  fatal('D1', [17, 21], eth9, noDevice, { 'direct-routing-device': 'eth+' }),
  fatal('D1', [17, 21], {}, noDevice, {}, { facts: strangers }),
  fatal('D1', [17, 18], withoutKPR({ ...eth9, 'enable-host-firewall': 'true' }), noDevice, withoutKPR(eth9)),
  fatal('D1', [19, 21], withoutKPR({ ...eth9, ...withMasquerade }), noDevice, withoutKPR(eth9)),
  unknown('D1', [17, 21], {}, 'the devices of the node', withoutKPR(), {
    facts: { devices: null },
    passingFacts: { devices: null },
  }),
  fatal('D2', [14, 16], eth9, `failed to detect devices: ${noDevice}`, { 'direct-routing-device': 'eth0' }),
  warn('D3', [11, 17], withoutKPR(eth9), 'failed to detect devices, disabling BPF NodePort', withoutKPR()),
  fatal(
    'D4',
    [14, 14],
    { devices: 'bond+' },
    'failed to detect devices: device wildcard expansion failed to detect devices. Please verify --devices option.',
    { devices: 'eth+' },
  ),
  fatal(
    'D5',
    [10, 10],
    {},
    `${undetected} devices: Cannot determine any device for BPF NodePort. Use --devices to specify them`,
    {},
    { facts: none },
  ),
  fatal(
    'D5',
    [10, 10],
    {},
    `${undetected} direct routing device: Cannot find device with 192.0.2.11 addr. Use --direct-routing-device to specify it`,
    { 'direct-routing-device': 'eth1' },
    { facts: strangers, passingFacts: strangers },
  ),
  warn(
    'D5',
    [10, 10],
    probe,
    `${undetected} devices: Cannot determine any device for BPF NodePort. Use --devices to specify them`,
    probe,
    { facts: none },
  ),
  warn(
    'D15',
    [10, 21],
    { 'cgroup-root': '/run/cilium' },
    'Mount in the custom directory /run/cilium has a different filesystem than cgroup2',
    { 'cgroup-root': '/run/cilium/cgroupv2' },
    { facts: { mounts: { '/run/cilium': 'tmpfs' } } },
  ),
  ...netkitCases(
    'D19',
    { ...netkit, 'kube-proxy-replacement': 'false' },
    'netkit devices require --kube-proxy-replacement',
  ),
  ...netkitCases('D20', netkit, 'netkit device probe failed, requires kernel 6.7.0+ and CONFIG_NETKIT', {
    deviceTypes: { netkit: false },
  }),
  ...netkitCases('D20', netkit, 'netkit device probe failed, requires kernel 6.7.0+ and CONFIG_NETKIT', {
    deviceTypes: {},
    ...kernel(6, 6),
  }),
  ...netkitCases(
    'D20',
    { 'datapath-mode': 'netkit-l2' },
    'netkit devices require BPF masquerade (--enable-bpf-masquerade=true)',
  ),
  ...netkitCases(
    'D20',
    { ...netkit, 'enable-host-legacy-routing': 'true' },
    'netkit devices cannot be used with --enable-host-legacy-routing=true',
  ),
  ...netkitCases(
    'D20',
    { ...netkit, 'enable-bpf-tproxy': 'true' },
    'netkit devices cannot be used with --enable-bpf-tproxy=true',
  ),
  ...netkitCases(
    'D20',
    { ...netkit, 'enable-endpoint-routes': 'true' },
    'netkit driver missing scrub attributes, required with --enable-endpoint-routes=true',
    { netkitScrubs: false },
  ),
  unknown(
    'D20',
    [20, 21],
    netkit,
    'whether the kernel of the node has netkit',
    {},
    {
      facts: { deviceTypes: {} },
      passingFacts: { deviceTypes: {} },
    },
  ),
];
