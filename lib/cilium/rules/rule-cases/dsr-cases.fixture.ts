import type { RuleCase } from './rule-case.fixture';
import { fatal, tunnelled, unknown, warn, withoutKPR } from './rule-case.fixture';

const dsr = { 'bpf-lb-mode': 'dsr' };
const byGeneve = { 'bpf-lb-dsr-dispatch': 'geneve' };
const byIPIP = { 'bpf-lb-dsr-dispatch': 'ipip' };
const annotated = { 'bpf-lb-mode-annotation': 'true' };
const geneveTunnel = { 'tunnel-protocol': 'geneve' };
const native = { 'bpf-lb-acceleration': 'native' };
const alone = { 'datapath-mode': 'lb-only' };
const bigTCP = { 'enable-ipv6-big-tcp': 'true' };
const twoDevices = {
  devices: [
    { name: 'eth0', ips: ['192.0.2.11'], defaultRoute: true, index: 2 },
    { name: 'eth1', ips: ['198.51.100.11'], defaultRoute: true, index: 3 },
  ],
};
const rpFilter = 'net.ipv4.conf.eth0.rp_filter';

/** Section 2.2 B: the mode beside routing and tunnels. */
export const dsrCases: readonly RuleCase[] = [
  warn(
    'B1',
    [10, 12],
    tunnelled(dsr),
    'Disabling NodePort\'s "dsr" mode feature due to tunneling mode being enabled',
    dsr,
  ),
  fatal(
    'B2',
    [13, 13],
    tunnelled({ 'bpf-lb-mode': 'hybrid' }),
    'Node Port "hybrid" mode cannot be used with tunneling.',
    dsr,
  ),
  fatal('B3', [14, 21], tunnelled(dsr), 'Node Port "dsr" mode cannot be used with vxlan tunneling.', dsr),
  fatal(
    'B3',
    [17, 19],
    tunnelled({ ...annotated, ...byIPIP }),
    'Node Port "snat" mode cannot be used with vxlan tunneling.',
    tunnelled(),
  ),
  fatal(
    'B4',
    [20, 21],
    tunnelled(annotated),
    'Only --bpf-lb-dsr-dispatch=ipip is supported with vxlan tunneling when --bpf-lb-mode-annotation is set',
    tunnelled({ ...annotated, ...byIPIP }),
  ),
  fatal(
    'B5',
    [14, 14],
    tunnelled({ ...dsr, ...geneveTunnel }),
    'Node Port "dsr" mode with opt dispatch cannot be used with geneve tunneling.',
    tunnelled({ ...dsr, ...geneveTunnel, ...byGeneve }),
  ),
  fatal(
    'B6',
    [15, 21],
    tunnelled({ ...dsr, ...geneveTunnel }),
    'Tunnel routing with Node Port "dsr" mode requires geneve dispatch.',
    tunnelled({ ...dsr, ...geneveTunnel, ...byGeneve }),
  ),
  fatal(
    'B7',
    [14, 14],
    tunnelled({ ...dsr, ...byGeneve }),
    'Node Port "dsr" mode with geneve dispatch requires geneve tunneling.',
    { ...dsr, ...byGeneve },
    { behind: 'B3' },
  ),
  fatal(
    'B8',
    [15, 17],
    { ...dsr, ...byGeneve },
    'Node Port "dsr" mode with geneve dispatch requires geneve tunnel protocol.',
    { ...dsr, ...byGeneve, ...geneveTunnel },
  ),
  fatal(
    'B8',
    [18, 21],
    { 'bpf-lb-mode': 'hybrid', ...byGeneve },
    'Node Port "hybrid" mode with "geneve" dispatch requires geneve tunnel protocol.',
    { 'bpf-lb-mode': 'hybrid', ...byGeneve, ...geneveTunnel },
  ),
  fatal(
    'B9',
    [10, 17],
    { ...dsr, ...byIPIP, ...native },
    'DSR dispatch mode ipip only supported for --datapath-mode=lb-only',
    { ...dsr, ...byIPIP, ...native, ...alone },
  ),
  fatal(
    'B10',
    [10, 17],
    { ...dsr, ...byIPIP, ...alone },
    'DSR dispatch mode ipip currently only available under XDP acceleration',
    { ...dsr, ...byIPIP, ...native, ...alone },
  ),
  fatal(
    'B10',
    [18, 18],
    { ...dsr, ...byIPIP },
    'DSR dispatch mode "ipip" currently only available under XDP acceleration',
    { ...dsr, ...byIPIP, ...native },
  ),
  fatal(
    'B11',
    [18, 21],
    { 'bpf-lb-ipip-sock-mark': 'true' },
    'Node Port "snat" mode with IPIP socket mark logic requires ipip dispatch.',
    { 'bpf-lb-ipip-sock-mark': 'true', ...dsr, ...byIPIP, ...native },
  ),
  fatal(
    'B12',
    [14, 17],
    { 'enable-high-scale-ipcache': 'true' },
    'The high-scale IPcache mode requires Node Port mode "dsr" with geneve dispatch',
    { 'enable-high-scale-ipcache': 'true', ...dsr, ...byGeneve, ...geneveTunnel },
  ),
  warn(
    'B13',
    [13, 15],
    dsr,
    'Services are not translated between IPv4 and IPv6: NAT46/NAT64 requires SNAT mode.',
    { ...dsr, 'enable-ipv6': 'false' },
  ),
  warn(
    'B13',
    [16, 17],
    { ...dsr, ...alone },
    'Services are not translated between IPv4 and IPv6: NAT46/NAT64 requires SNAT mode.',
    dsr,
  ),
  fatal(
    'B13',
    [18, 21],
    { 'bpf-lb-nat46x64': 'true', ...dsr },
    'failed to finalise LB initialization: NAT46/NAT64 requires SNAT mode for services',
    { 'bpf-lb-nat46x64': 'true' },
  ),
  warn(
    'B14',
    [10, 21],
    dsr,
    "DSR might not work for requests sent to other than eth0 device. Run 'sysctl -w net.ipv4.conf.eth0.rp_filter=2' (or set to '0') on each node to fix",
    dsr,
    { facts: { ...twoDevices, rpFilter: 1 }, passingFacts: { ...twoDevices, rpFilter: 2 } },
  ),
  unknown('B14', [10, 21], dsr, 'net.ipv4.conf.DEV.rp_filter of the direct-routing device', dsr, {
    facts: { ...twoDevices, rpFilter: null },
    passingFacts: { rpFilter: null },
  }),
  warn('B15', [10, 21], dsr, `Unable to read ${rpFilter}`, dsr, {
    facts: { ...twoDevices, rpFilter: null, sysctls: { [rpFilter]: null } },
    passingFacts: { ...twoDevices, rpFilter: null, sysctls: { [rpFilter]: '0' } },
  }),
  fatal(
    'B16',
    [10, 19],
    tunnelled({ 'auto-direct-node-routes': 'true' }),
    'auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.',
    { 'auto-direct-node-routes': 'true' },
  ),
  fatal(
    'B16',
    [20, 21],
    tunnelled({ 'auto-direct-node-routes': 'true' }),
    'auto-direct-node-routes requires native or hybrid routing mode.',
    { 'auto-direct-node-routes': 'true', 'routing-mode': 'hybrid' },
  ),
  fatal(
    'B17',
    [20, 21],
    withoutKPR({ ...bigTCP, ...byIPIP }),
    "bpf-lb-dsr-dispatch ipip creates IPIP tunnels that aren't compatible with BIG TCP",
    bigTCP,
  ),
  fatal(
    'B18',
    [20, 21],
    { ...bigTCP, ...byGeneve },
    'BIG TCP with bpf-lb-dsr-dispatch geneve requires pending kernel support',
    bigTCP,
  ),
  fatal(
    'B19',
    [20, 21],
    tunnelled(bigTCP),
    'BIG TCP in tunneling mode requires pending kernel support',
    bigTCP,
  ),
  unknown(
    'B20',
    [18, 21],
    { ...dsr, ...byIPIP, ...native },
    'whether every Service has the same port and targetPort',
    dsr,
  ),
];
